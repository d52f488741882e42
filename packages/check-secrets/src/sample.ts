import { kinds } from "./catalogue.ts";
import { type Draw, generate, parsePattern } from "./pattern.ts";
import { tokenAt } from "./scan/token.ts";
import { withChecksum } from "./value/checksum.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
const alphanumeric = `${letters}${letters.toUpperCase()}0123456789`;

/** Secrets that no provider's kind describes. */
const others: Readonly<Record<string, (draw: Draw) => string>> = {
  password: (draw) =>
    `${pick(letters, 4, draw)}${pick("!%*+", 1, draw)}${pick("0123456789", 2, draw)}${pick(alphanumeric, 5, draw)}`,
  "url-password": (draw) => `${pick(letters, 5, draw)}${pick("0123456789", 3, draw)}${pick(alphanumeric, 6, draw)}`,
  "secret-key": (draw) => pick(alphanumeric, 40, draw),
  "hex-key": (draw) => pick("0123456789abcdef", 40, draw),
  "private-key": (draw) => armoured("RSA PRIVATE KEY", draw),
  "openssh-private-key": (draw) => armoured("OPENSSH PRIVATE KEY", draw),
  "pgp-private-key": (draw) => armoured("PGP PRIVATE KEY BLOCK", draw),
  "json-web-token": (draw) => webToken({ sub: pick("0123456789", 9, draw), iat: 1_700_000_000 }, draw),
  "documented-json-web-token": (draw) => webToken({ sub: "1234567890", name: "John Doe", iat: 1_516_239_022 }, draw),
};

/** The kinds of secret that `sample` makes; it makes ids too, which are none. */
export const sampleKinds: readonly string[] = [
  ...kinds.filter(({ kind }) => kind.isId !== true).map(({ kind }) => kind.kind),
  ...Object.keys(others),
];

/** Makes a secret of the kind, with a right checksum where it has one; the same for the same seed. Nothing real, nothing stored. */
export function sample(kind: string, seed: string = kind): string {
  const draw = drawFrom(seed);
  const other = others[kind];
  if (other) return other(draw);
  const compiled = kinds.find((one) => one.kind.kind === kind);
  if (!compiled) throw new Error(`no kind of secret is called ${kind}`);
  const pieces = parsePattern(compiled.kind.pattern);
  for (let attempt = 0; attempt < 100; attempt++) {
    const token = withChecksum(generate(pieces, draw), compiled.kind.proof);
    if (compiled.kind.names || tokenAt(token, 0, compiled)?.end === token.length) return token;
  }
  throw new Error(`${kind}: no text of its pattern is found to be a token`);
}

function pick(characters: string, count: number, draw: Draw): string {
  let text = "";
  for (let index = 0; index < count; index++) text += characters.charAt(draw(characters.length));
  return text;
}

function webToken(payload: object, draw: Draw): string {
  const parts = [{ alg: "HS256", typ: "JWT" }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return [...parts, pick(alphanumeric, 43, draw)].join(".");
}

function armoured(title: string, draw: Draw): string {
  const lines = Array.from({ length: 8 }, () => pick(`${alphanumeric}+/`, 64, draw));
  return [`-----BEGIN ${title}-----`, ...lines, `-----END ${title}-----`].join("\n");
}

/** Numbers that depend on nothing but the seed (mulberry32 over a hash of it). */
function drawFrom(seed: string): Draw {
  let state = 0x9e3779b9;
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x85ebca6b);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
