import type { CompiledKind } from "./catalogue.ts";
import { sample } from "./sample.ts";
import { scan } from "./scan/scan.ts";

/** What is wrong with a kind by its own lists; nothing where each text matches, or does not, as the lists say. */
export function failuresOf(compiled: CompiledKind): string[] {
  const { kind, match, noMatch } = compiled.kind;
  if (match.length === 0 || noMatch.length === 0) return [`${kind} has no list of what must match, or of what must not`];
  const token = sample(kind);
  const failures: string[] = [];
  for (const text of match) {
    const whole = fill(text, token, compiled);
    if (!isFound(whole, token, compiled)) failures.push(`${kind} is not found in ${text}`);
  }
  for (const text of noMatch) {
    const whole = fill(text, token, compiled);
    if (kindsIn(whole).some((found) => found.kind === kind)) failures.push(`${kind} is found in ${text}, which must not match`);
  }
  return failures;
}

/** An id is found by the secret beside it naming its place; anything else by itself. */
function isFound(text: string, token: string, { kind }: CompiledKind): boolean {
  const found = kindsIn(text);
  if (kind.isId) return found.some(({ related }) => related.includes(token));
  return found.some((one) => one.text === token);
}

function kindsIn(text: string): { kind: string; text: string; related: readonly string[] }[] {
  const { hits } = scan({ path: "notes.txt", kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ kind, at, related }) => ({
    kind,
    text: text.slice(...at),
    related: (related ?? []).map((one) => text.slice(...one.at)),
  }));
}

function fill(text: string, token: string, { mark }: CompiledKind): string {
  const masked = mark + "x".repeat(Math.max(8, token.length - mark.length));
  const short = token.slice(0, Math.max(3, Math.min(mark.length + 3, token.length - 1)));
  return text
    .replaceAll("«masked»", masked)
    .replaceAll("«short»", short)
    .replaceAll("«»", () => token)
    .replace(/«([a-z0-9-]{2,60})»/g, (_, other: string) => sample(other));
}

/** A text of a kind's list with a token in it. */
export function filled(text: string, compiled: CompiledKind): string {
  return fill(text, sample(compiled.kind.kind), compiled);
}
