import { shownPath } from "../path-bytes.ts";

/** A path as a relative URI reference: percent-encoded, with `/` kept. */
export function pathUri(path: string): string {
  return shownPath(path).replace(lone, "\ufffd").split("/").map(encodeURIComponent).join("/");
}

/** Matches half of a character outside of the basic plane, as a cut in the middle leaves it; not an emoji. */
const lone = /\p{Surrogate}/gu;

/** Matches what XML 1.0 has no way to write; not a letter of any alphabet. */
const notXml = /[\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text, made printable before, as the content of an XML attribute or element. */
export function xml(text: string): string {
  return text
    .replace(lone, "\ufffd")
    .replace(notXml, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
