import { meaningOf } from "../value/name.ts";
import { isReference } from "../value/reference.ts";
import { isMachineMade, isPassword, isPlaceholder, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

const reach = 3000;

/** An entry under `data:`: `  password: aHVudGVyMg==`, also quoted, in JSON, and on the line after `|`. */
const entry =
  /^[ \t]{1,20}"?([\w.-]{1,80})"?:[ \t]{0,4}(?:[|>][-+]?[ \t]{0,4}\r?\n[ \t]{1,20})?["']?([A-Za-z0-9+/]{8,4000}={0,2})["']?,?[ \t]{0,4}$/gm;

/** The values of a Kubernetes Secret, given its `kind: Secret`, and where its document ends: they are base64, which hides nothing. */
export function kubernetesSecrets(text: string, kindAt: number): { readonly candidates: Candidate[]; readonly end: number } {
  const before = text.slice(Math.max(0, kindAt - reach), kindAt);
  const start = kindAt - before.length + Math.max(0, before.lastIndexOf("\n---"));
  const after = text.slice(kindAt, kindAt + reach);
  const next = after.indexOf("\n---");
  const end = kindAt + (next < 0 ? after.length : next);
  const data = /^[ \t]{0,20}"?data"?:[ \t]{0,4}\{?\r?$/m.exec(text.slice(start, end));
  const plain = /^[ \t]{0,20}"?stringData"?:[ \t]{0,4}\{?\r?$/m.exec(text.slice(start, end));
  return {
    candidates: [
      ...(data === null ? [] : entriesOf(text, start + data.index + data[0].length, end)),
      ...(plain === null ? [] : plainEntriesOf(text, start + plain.index + plain[0].length, end)),
    ],
    end,
  };
}

/** An entry under `stringData:`: `  admin: secret`. */
const plainEntry = /^[ \t]{1,20}"?([\w.-]{1,80})"?:[ \t]{1,4}["']?([^\s"'|>#{]{6,400})["']?,?[ \t]{0,4}\r?$/gm;

function plainEntriesOf(text: string, dataStart: number, end: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.slice(dataStart, end).matchAll(plainEntry)) {
    const [whole, name = "", value = ""] = match;
    if (isPlaceholder(value) || isReference(value) || !(isMachineMade(value) || isStrongPassword(value))) continue;
    found.push(
      candidate(name, value, dataStart + match.index + whole.lastIndexOf(value), "a Secret is for what nobody may know"),
    );
  }
  return found;
}

function candidate(name: string, value: string, start: number, why: string): Candidate {
  return {
    defect: "assigned-credential",
    kind: "kubernetes-secret",
    title: `value of ${JSON.stringify(name)} in a Kubernetes Secret`,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why,
    sureness: 43,
  };
}

/** Whether the decoded value is what a Secret is for; the name of a user, a host or a port in it is nobody's secret. */
function isHidden(name: string, decoded: string): boolean {
  if (isPlaceholder(decoded) || isReference(decoded)) return false;
  const meaning = meaningOf(name);
  return meaning === undefined ? isMachineMade(decoded) : meaning === "key" || isPassword(decoded, true);
}

function entriesOf(text: string, dataStart: number, end: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.slice(dataStart, end).matchAll(entry)) {
    const [whole, name = "", value = ""] = match;
    const decoded = Buffer.from(value, "base64").toString("latin1");
    if (/crt|cert|ca\.pem|\.pub$/i.test(name) || !isHidden(name, decoded)) continue;
    const valueStart = dataStart + match.index + whole.lastIndexOf(value);
    found.push(candidate(name, value, valueStart, "base64 hides nothing"));
  }
  return found;
}
