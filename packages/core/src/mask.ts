import type { Range } from "./rule.ts";

/** Replaces every occurrence of the given secrets by their first four characters and an ellipsis. */
export type Mask = (text: string) => string;

/** How a secret is shown: at most its first four characters, never more than a quarter of it. */
function redact(secret: string): string {
  return `${secret.slice(0, Math.min(4, Math.floor(secret.length / 4)))}…`;
}

/** A mask for the secrets at the given ranges of a text. Longer secrets go first, so that a part never uncovers the rest. */
export function maskOf(text: string, secrets: readonly Range[], hidden: readonly string[] = []): Mask {
  const values = new Set<string>(hidden);
  for (const [start, end] of secrets) {
    const value = text.slice(start, end);
    values.add(value);
    // A key over several lines is shown line by line, so each line is a secret of its own.
    for (const line of value.split(/[\r\n]+/)) if (line.trim().length >= 4) values.add(line.trim());
  }
  const ordered = [...values].filter((value) => value.length > 0).sort((a, b) => b.length - a.length);
  if (ordered.length === 0) return (shown) => shown;
  return (shown) => {
    let masked = shown;
    for (const value of ordered) masked = masked.replaceAll(value, redact(value));
    return masked;
  };
}
