import type { Candidate } from "./candidate.ts";

/** The first line of a private key in PEM or PGP armour: `-----BEGIN RSA PRIVATE KEY-----`, not `-----BEGIN CERTIFICATE-----`. */
const begin = /-----BEGIN[ A-Z0-9_-]{0,60}(?:PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1)-----/y;
const end = /-----END[ A-Z0-9_-]{0,60}(?:PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1)-----/;

/** The first line of a PuTTY key: `PuTTY-User-Key-File-N: ssh-ed25519` with a digit for N, not `PuTTY-User-Key`. */
const putty = /PuTTY-User-Key-File-\d: [\w-]{3,40}/y;
const puttyEnd = /Private-MAC: [0-9a-f]{40,64}/;

/** What a key's text is broken up with: white space, `\n`, quotes, `+`, comment and list marks, header lines. */
const breaks = /\\[nrt]|(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset): ?[^\n\\]{0,120}|[\s"'`+,;*#>|\\<]|\/\//g;

const longestKey = 20_000;

/** The private key whose first line begins at `start`, whole: the mask has to cover all of it. */
export function privateKeyAt(text: string, start: number): Candidate | undefined {
  putty.lastIndex = start;
  if (putty.test(text)) {
    const close = endOf(text, start, puttyEnd);
    return close === undefined ? undefined : candidate(start, close, "PuTTY private key");
  }
  begin.lastIndex = start;
  const first = begin.exec(text)?.[0];
  if (first === undefined) return undefined;
  const bodyStart = start + first.length;
  const close = endOf(text, bodyStart, end) ?? bodyStart + brokenBase64(text.slice(bodyStart, bodyStart + longestKey));
  const body = text
    .slice(bodyStart, close)
    .replace(/-----END[^-]{0,80}-----/, "")
    .replace(breaks, "");
  if (!isKeyMaterial(body) || isCutShort(body)) return undefined;
  return candidate(start, close, titleOf(first));
}

/** `RSA private key` for `-----BEGIN RSA PRIVATE KEY-----`. */
function titleOf(first: string): string {
  return first.slice(11, -5).trim().replace("PRIVATE KEY", "private key").replace(" BLOCK", "").replace(/^p/, "P");
}

function endOf(text: string, from: number, pattern: RegExp): number | undefined {
  // Another beginning ends this one's chances: without that, many beginnings would each look through all the rest.
  const next = text.slice(from, from + longestKey).indexOf("-----BEGIN");
  const found = pattern.exec(text.slice(from, from + (next < 0 ? longestKey : next)));
  return found ? from + found.index + found[0].length : undefined;
}

/** How far base64 goes on, whatever breaks it up. */
function brokenBase64(text: string): number {
  return /^(?:[A-Za-z0-9+/=\s"']|\\[nr])*/.exec(text)?.[0].length ?? 0;
}

/** Whether the text is long enough and mixed enough to be key material and no ellipsis or placeholder. */
function isKeyMaterial(body: string): boolean {
  const base64 = /[A-Za-z0-9+/=_-]{40,}/.exec(body)?.[0] ?? "";
  return (
    base64.length >= 40 &&
    new Set(base64).size >= (/^[0-9a-f]+$/.test(base64) ? 12 : 16) &&
    !/\.\.\.|xxxx|example|redacted/i.test(body.slice(0, 400))
  );
}

/** Whether the first bytes announce a key of which the text holds less than half, as manuals print them. */
function isCutShort(body: string): boolean {
  const bytes = Buffer.from(body.slice(0, longestKey), "base64");
  return bytes[0] === 0x30 && bytes[1] === 0x82 && bytes.length < bytes.readUInt16BE(2) / 2;
}

function candidate(start: number, close: number, title: string): Candidate {
  return {
    defect: "private-key",
    kind: "private-key",
    title,
    start,
    end: close,
    shown: "-----BEGIN…",
    why: "its frame and its body are those of a private key",
    sureness: 100,
  };
}
