import { type CompiledKind, keywordsOf, kinds } from "../catalogue.ts";
import { type Automaton, automaton } from "./automaton.ts";

/** What stands behind a keyword. */
export type Target =
  /** A token whose text the keyword begins. */
  | { readonly at: "start"; readonly kind: CompiledKind }
  /** A token that holds the keyword somewhere. */
  | { readonly at: "inside"; readonly kind: CompiledKind }
  /** A token known by the name it is assigned to. */
  | { readonly at: "name"; readonly kind: CompiledKind }
  /** A word that may make a name that of a credential. */
  | { readonly at: "word" }
  | { readonly at: "special"; readonly special: Special };

/** Keywords with a reader of their own. */
export type Special = "private-key" | "json-web-token" | "url" | "authorization" | "user-option" | "escape" | "joint";

/** A keyword with what it may begin; `exact` where only this spelling counts. */
export interface Keyword {
  readonly text: string;
  readonly targets: readonly Target[];
}

const credentialWords = ["pass", "pwd", "psw", "secret", "token", "key", "cred", "auth", "bearer", "jwt", "kennwort"];

const specials: readonly (readonly [string, Special])[] = [
  ["-----begin", "private-key"],
  ["putty-user-key-file", "private-key"],
  ["eyj", "json-web-token"],
  ["://", "url"],
  ["authorization:", "authorization"],
  ["basic ", "authorization"],
  ["bearer ", "authorization"],
  ["-u ", "user-option"],
  ["--user", "user-option"],
  ...["%3a", "%2f", "%40", "%3d", "%5f", "%2d", "\\x", "\\u00", "&#", "&quot;"].map((text) => [text, "escape"] as const),
  ...[" +", "+", " .", ".", " \\", "\\", "\n", "\r", " &", "&"].flatMap((after) =>
    ['"', "'", "`"].map((quote) => [quote + after, "joint"] as const),
  ),
];

let table: { readonly keywords: readonly Keyword[]; readonly automaton: Automaton } | undefined;

/** All keywords of the catalogue and of the readers, with the automaton that finds them; built once. */
export function keywordTable(): { readonly keywords: readonly Keyword[]; readonly automaton: Automaton } {
  table ??= build();
  return table;
}

function build() {
  const targets = new Map<string, Target[]>();
  const add = (text: string, target: Target) => {
    const known = targets.get(text);
    if (known) known.push(target);
    else targets.set(text, [target]);
  };
  for (const kind of kinds) {
    const at = kind.kind.names ? "name" : kind.kind.keywords ? "inside" : "start";
    for (const keyword of keywordsOf(kind.kind)) add(keyword, { at, kind });
  }
  for (const word of credentialWords) add(word, { at: "word" });
  for (const [text, special] of specials) add(text, { at: "special", special });
  const keywords = [...targets].map(([text, found]) => ({ text, targets: found }));
  return { keywords, automaton: automaton(keywords.map(({ text }) => text)) };
}
