import { isIdentifier } from "../value/identifier.ts";
import { isLongKey } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";

/** What begins an example in the description of an interface: `example: {`, `"examples": {`; not `example.com`. */
const example = /(?:^|[\s{,])["']?x?-?examples?["']?:(?=[\s{[]|$)/;

/** Descriptions of interfaces and their data: OpenAPI, AsyncAPI and JSON Schema. */
const description = /(?:^|[\n{])\s{0,20}["']?(?:openapi|swagger|asyncapi|\$schema)["']?\s{0,4}:/;

/** The candidates without the passwords that the description of an interface shows in its examples; a long key is no example. */
export function withoutExamples(candidates: readonly Candidate[], text: string, path: string): readonly Candidate[] {
  if (/(?:\.examples?|(?:^|\/)examples-\d{1,2})\.json$/i.test(path))
    return candidates.filter(({ defect }) => defect === "provider-token" || defect === "private-key");
  if (candidates.length === 0 || !describesInterface(text, path)) return candidates;
  return candidates.filter(({ kind, start, end }) => !mayBeShown(kind, text.slice(start, end)) || !isInExample(text, start));
}

/** Whether an example may have such a value without giving anything away. */
function mayBeShown(kind: string, value: string): boolean {
  return isIdentifier(value) || (kind === "password" && !isLongKey(value));
}

/** Whether the text describes an interface; such files say so at their head. */
function describesInterface(text: string, path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path) && description.test(text.slice(0, 2000));
}

/** Whether the place lies within an example: a line further out, or the text before it on its own line, begins one. */
function isInExample(text: string, at: number): boolean {
  const lines = text
    .slice(Math.max(0, at - 1500), at)
    .split("\n")
    .slice(-30);
  const own = lines.pop() ?? "";
  if (example.test(own)) return true;
  let indent = indentOf(own);
  for (const line of lines.reverse()) {
    if (line.trim() === "" || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    if (example.test(line)) return true;
  }
  return false;
}

/** Whether the map says what a value is to be like, as a schema does: `type: string, format: password`. */
export function isSchema(inside: string): boolean {
  return (
    /["']?type["']?\s{0,4}[:=]\s{0,4}["']?string\b/.test(inside) &&
    /(?:format|example|minLength|pattern)["']?\s{0,4}[:=]/.test(inside)
  );
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
