import { isDocumented } from "../value/documented.ts";
import type { Candidate } from "./candidate.ts";

/** Three parts of base64url, the first two beginning like JSON: `eyJh.eyJz.c2ln` is too short to match. */
const shape =
  /ey[A-Za-z0-9_-]{8,2000}\.(?:ey[A-Za-z0-9_/\\-]{10,8000}\.[A-Za-z0-9_/\\-]{0,1400}={0,2}|[A-Za-z0-9_-]{0,800}\.[A-Za-z0-9_-]{8,100}\.[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,100})/y;

/** The subject of the token that jwt.io and many manuals show. */
const documented = /"sub": ?"1234567890"[^}]{0,40}"name": ?"John Doe"/;

/** The JSON web token that begins at `start`: its header decodes. */
export function jsonWebTokenAt(text: string, start: number): Candidate | undefined {
  if (/[\w.-]/.test(text[start - 1] ?? " ") && text[start - 2] !== "\\") return undefined;
  shape.lastIndex = start;
  const found = shape.exec(text)?.[0];
  if (found === undefined) return undefined;
  const [header = "", payload = ""] = found.split(".");
  if (!/^\{\s{0,4}"[^"]{1,40}"\s{0,4}:/.test(decoded(header))) return undefined;
  if (documented.test(decoded(payload)) || isDocumented(found)) return undefined;
  return {
    defect: "json-web-token",
    kind: "json-web-token",
    title: "JSON web token",
    start,
    end: start + found.length,
    shown: `${found.slice(0, 7)}…`,
    why: "its header decodes",
    sureness: 75,
  };
}

function decoded(part: string): string {
  return Buffer.from(part, "base64url").toString("latin1");
}
