/**
 * The one error that means "could not look": exit code 2. Its message says what was tried, what came back, and what to do.
 */
export class CannotCheck extends Error {
  override readonly name = "CannotCheck";
}
