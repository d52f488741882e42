import { createHash } from "node:crypto";

/**
 * Makes fingerprints for the findings of one path, in the order of the file: rule, path, the line's text without its white
 * space, and how many equal ones came before, never the line number. The hash is salted by rule and path and cut short, so that
 * a secret in the line cannot be looked up in a prepared table.
 */
export function fingerprinter(path: string): (rule: string, lineText: string) => string {
  const seen = new Map<string, number>();
  return (rule, lineText) => {
    const key = `${rule}\0${path}\0${lineText.replace(/\s+/g, "")}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return createHash("sha256").update(`${key}\0${ordinal}`).digest("hex").slice(0, 16);
  };
}
