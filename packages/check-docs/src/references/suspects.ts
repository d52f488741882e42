import { localTarget } from "../local-target.ts";
import { judgeCitation, judgeCode, citedLine } from "./code-paths.ts";
import type { ReferenceReader } from "./reference-reader.ts";

/**
 * Where an address may stand: behind `](`, behind `]:`, and in `href` and `src`. Matches more than Markdown does (in code, in
 * comments), never less; captures the address up to its first blank.
 */
const address = /\]\(\s*(<[^>\n]*>|[^\s)]*)|\]:\s*(<[^>\n]*>|\S+)|\b(?:href|src)\s*=\s*["']?([^\s"'>]*)/gi;

/** Code within a line: matches `` `a` ``, captures `a`. */
const code = /`{1,3}([^`\n]{3,200})`{1,3}/g;

/**
 * The places of a document that may lead nowhere. Only the sections round them need be parsed, which takes a hundred times
 * longer than looking for them.
 */
export async function suspects(
  text: string,
  path: string,
  reader: ReferenceReader,
  withCode: boolean,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const match of text.matchAll(address)) {
    const written = (match[1] ?? match[2] ?? match[3] ?? "").replace(/^<|>$/g, "");
    if (await mayBeWrong(written, path, reader)) found.push(match.index);
  }
  if (!withCode) return found;
  for (const { index, 1: written = "" } of text.matchAll(code)) {
    if (written.includes("/") && (await judgeCode(written, path, reader, () => "")) !== undefined) found.push(index);
  }
  // An underscore at the edge of a word is emphasis, and no part of a path.
  for (const { index, 1: file = "", 2: line } of text.replace(/(?<!\w)_|_(?!\w)/g, " ").matchAll(citedLine)) {
    if ((await judgeCitation(file, Number(line), path, reader)) !== undefined) found.push(index);
  }
  return found;
}

async function mayBeWrong(written: string, path: string, reader: ReferenceReader): Promise<boolean> {
  // An escape, a character reference or a bracket: what the address is only a parser knows.
  if (/[\\&()]/.test(written)) return true;
  const target = localTarget(written, path);
  if (target === undefined) return false;
  if (!reader.names.isFile(target.path) || target.folder) return true;
  const { anchor } = target;
  if (anchor === undefined || anchor === "") return false;
  return !(await reader.plainAnchors(target.path)).has(anchor);
}
