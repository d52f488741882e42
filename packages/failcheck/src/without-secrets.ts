import { maskOf, sourceFile } from "@failcheck/core";

/**
 * What goes to the standard error, with every secret in it masked: a sentence on what could not be checked quotes names, options
 * and git, and any of them may hold one.
 */
export async function withoutSecrets(text: string): Promise<string> {
  const { scan } = await import("@failcheck/check-secrets/scan");
  const { hits } = scan(sourceFile("message", Buffer.from(text)));
  if (hits.length === 0) return text;
  return maskOf(
    text,
    hits.map(({ at }) => at),
  )(text);
}
