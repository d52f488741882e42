import { longest, parsePattern, pieceAt } from "./pattern.ts";
import { providers } from "./tokens/index.ts";
import type { Provider, TokenKind } from "./token-kind.ts";

/** A kind of token, ready for matching. */
export interface CompiledKind {
  readonly kind: TokenKind;
  readonly provider: Provider;
  /** Matches at `lastIndex` only; compiled when its keyword is first met. */
  readonly pattern: RegExp;
  /** Matches from `lastIndex` on. */
  readonly anywhere: RegExp;
  /** How long a token of this kind can be. */
  readonly longest: number;
  /** The characters that follow the mark, and how many of them at least; undefined where the pattern branches there. */
  readonly body: Body | undefined;
  /** The names that its value goes by, letters and digits alone. */
  readonly plainNames: readonly string[];
  /** The fixed text that every token of this kind begins with, as far as it is the same for all. */
  readonly mark: string;
}

/** What follows a token's mark. */
export interface Body {
  /** For each byte, whether it may stand there. */
  readonly bytes: Uint8Array;
  readonly least: number;
}

/** Compiles a kind's pattern when it is first used: most keywords are never met. */
export function compile(kind: TokenKind, provider: Provider): CompiledKind {
  let pattern: RegExp | undefined;
  let anywhere: RegExp | undefined;
  let most: number | undefined;
  let plainNames: readonly string[] | undefined;
  let body: { readonly found: Body | undefined } | undefined;
  return {
    kind,
    provider,
    mark: literalPrefix(kind.pattern),
    get plainNames() {
      plainNames ??= [...new Set(kind.names?.map((name) => name.replace(/[^a-z0-9]/g, "")))];
      return plainNames;
    },
    get body() {
      body ??= { found: bodyOf(kind) };
      return body.found;
    },
    get anywhere() {
      anywhere ??= new RegExp(kind.pattern, kind.ignoreCase ? "gi" : "g");
      return anywhere;
    },
    get longest() {
      most ??= longest(parsePattern(kind.pattern));
      return most;
    },
    get pattern() {
      pattern ??= new RegExp(kind.pattern, kind.ignoreCase ? "iy" : "y");
      return pattern;
    },
  };
}

/** Every kind of every provider. */
export const kinds: readonly CompiledKind[] = providers.flatMap((provider) =>
  provider.kinds.map((kind) => compile(kind, provider)),
);

/** The fixed texts of which one is in every token of the kind, in lower case, or the words in its name. */
export function keywordsOf(kind: TokenKind): readonly string[] {
  if (kind.names) return [...new Set(kind.names.flatMap((name) => [name, name.replace(/[-_. ]/g, "")]))];
  if (kind.keywords) return kind.keywords.map((keyword) => keyword.toLowerCase());
  const start = /^\(\?:([\w|-]{1,200})\)/.exec(kind.pattern);
  if (start?.[1] === undefined) return [literalPrefix(kind.pattern).toLowerCase()];
  const rest = literalPrefix(kind.pattern.slice(start[0].length));
  return start[1].split("|").map((one) => (one + rest).toLowerCase());
}

function bodyOf({ pattern, ignoreCase }: TokenKind): Body | undefined {
  const piece = pieceAt(pattern, literalEnd(pattern));
  if (piece === undefined || piece.least === 0) return undefined;
  const bytes = new Uint8Array(256);
  for (const character of ignoreCase ? piece.characters.toLowerCase() + piece.characters.toUpperCase() : piece.characters) {
    bytes[character.charCodeAt(0)] = 1;
  }
  return { bytes, least: piece.least };
}

/** The pattern's text up to the first character that may vary. */
function literalPrefix(pattern: string): string {
  const prefix = pattern.slice(0, literalEnd(pattern));
  return prefix.includes("\\") ? prefix.replace(/\\(.)/g, "$1") : prefix;
}

/** Where the first character that may vary is described. It is asked of every pattern in every process: no expression is compiled for it. */
function literalEnd(pattern: string): number {
  let at = 0;
  while (at < pattern.length && !"[(".includes(pattern.charAt(at))) {
    const isEscape = pattern[at] === "\\";
    if (isEscape && "dws".includes(pattern.charAt(at + 1))) break;
    const next = at + (isEscape ? 2 : 1);
    if (pattern[next] === "?" || pattern[next] === "{") break;
    at = next;
  }
  return at;
}
