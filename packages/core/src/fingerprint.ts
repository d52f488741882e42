import { createHash } from "node:crypto";

/**
 * Makes fingerprints for the findings of one path, in the order of the file: rule, path, the line's text without its white
 * space, and how many equal ones came before, never the line number. The hash is salted by rule and path and cut short, so that
 * a secret in the line cannot be looked up in a prepared table.
 */
export function fingerprinter(path: string): (rule: string, lineText: string) => string {
  const lines = new Map<string, ReturnType<typeof equalLines>>();
  let last: { readonly rule: string; readonly lineText: string; readonly next: () => string } | undefined;
  return (rule, lineText) => {
    // The many findings of one long line read it once.
    if (last?.rule !== rule || last.lineText !== lineText) {
      const key = `${rule}\0${path}\0${lineText.replace(/\s+/g, "")}`;
      const next = lines.get(key) ?? equalLines(key);
      lines.set(key, next);
      last = { rule, lineText, next };
    }
    return last.next();
  };
}

/** Numbers the findings of lines that read alike, from a hash that holds the line already. */
function equalLines(key: string): () => string {
  const hash = createHash("sha256").update(key);
  let ordinal = 0;
  return () => hash.copy().update(`\0${ordinal++}`).digest("hex").slice(0, 16);
}
