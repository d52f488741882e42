/**
 * What hooks and CI call. A hook calls the file, because npx takes 300 ms; and neither ever fetches a package that happens to
 * have this name. Secrets are looked for by the gate that `failcheck install` puts in, which --no-verify does not skip.
 */
export const stagedInHook = "node_modules/.bin/failcheck staged --skip 'secrets/*'";

/** The gate of a pull request. */
export const inCi = "npx --no-install failcheck ci";
