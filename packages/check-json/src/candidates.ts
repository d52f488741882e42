import type { SourceFile } from "@failcheck/core";
import { python, typescript } from "@failcheck/languages";

/** Whether the file is of a language that writes columns. */
export const isCode = (path: string): boolean => python.matches(path) || typescript.matches(path);

/** What makes a string of JSON. Matches `json.dumps(`, `JSON.stringify`, `model_dump_json`; not `response.json`. */
const serializers = /dumps|stringify|dump_json|to_json|MessageToJson|JSONEncoder|jsonpickle|serializers\.serialize|json\.encode/i;

/** The beginning of a literal that may hold JSON. Matches `'{}'` and `"[1`; not `"a {b}"`. */
const literals = /["'`]\s{0,9}(?:\{|\[\s{0,9}[\]{["'\d])/;

/** Whether a machine packed the script: most of it stands in lines of hundreds of characters. What it was made of is what is repaired. */
export function isPacked({ path, text }: SourceFile): boolean {
  if (text.length < 3000 || !typescript.matches(path)) return false;
  let long = 0;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found + 1;
    if (end - start > 500) long += end - start;
    start = end;
  }
  return long > text.length / 2;
}

/** Whether the file may give a string of JSON to something. */
export function mayWrite(file: SourceFile | undefined): boolean {
  if (!file) return false;
  const { text } = file;
  const may = serializers.test(text) || (literals.test(text) && /json/i.test(text)) || text.includes(".json()");
  return may && !isPacked(file);
}

/** Whether the file may declare a column, a type or a table of JSON. Matches `JSONB` and `jsonb(`; not `package.json`. */
export function mayDeclare(text: string): boolean {
  return /\bJSONB?\b|JSON\w{0,9}Field|\bjsonb?\b\s{0,9}\(|["'](?:simple-json|jsonb?)["']|JsonType|jsonAttributes/.test(text);
}
