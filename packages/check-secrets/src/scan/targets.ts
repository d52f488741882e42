import { type CompiledKind, keywordsOf, kinds } from "../catalogue.ts";
import type { Seam } from "../unwrap/joined.ts";
import { foreignPasswords } from "../value/name.ts";
import { type Automaton, automaton } from "./automaton.ts";
import { calls } from "./call.ts";
import { commandWords } from "./command-option.ts";
import { places } from "./places/index.ts";
import type { Place } from "./places/place.ts";
import { statementWords } from "./statement.ts";

/** Keywords with a reader of their own. */
export type Special =
  | "private-key"
  | "json-web-token"
  | "url"
  | "authorization"
  | "user-option"
  | "call"
  | "command"
  | "statement"
  | "kubernetes"
  | "wallet"
  | "escape"
  | Seam;

/** What stands behind a keyword. */
export interface Keyword {
  /** In lower case. */
  readonly text: string;
  /** Kinds whose tokens the keyword begins. */
  readonly begins: CompiledKind[];
  /** Kinds whose tokens hold the keyword somewhere. */
  readonly within: CompiledKind[];
  /** Kinds whose tokens are known by a name with the keyword in it. */
  readonly names: CompiledKind[];
  /** Kinds whose tokens may follow in the section that the keyword begins. */
  readonly near: CompiledKind[];
  /** Whether it may make a name that of a credential. */
  isWord: boolean;
  /** Places that the keyword is a part of. */
  readonly places: Place[];
  special: Special | undefined;
}

/** All keywords, by their first characters, with the automaton that finds those. */
export interface KeywordTable {
  readonly automaton: Automaton;
  /** For each pattern of the automaton, the keywords that begin with it. */
  readonly stems: readonly (readonly Keyword[])[];
  /** How long each of these patterns is. */
  readonly stemLengths: Uint8Array;
  /** 1 for a pattern of which all keywords do nothing but begin tokens: within a word they mean nothing. */
  readonly onlyBegin: Uint8Array;
}

/** The automaton looks for this many characters; the rest is compared where they stand. Its table stays small that way. */
const stemLength = 5;

/** The beginning of a keyword that the automaton looks for; a line of dashes is no beginning. */
function stemOf(text: string): string {
  let run = 0;
  while (run < text.length && text[run] === text[0]) run++;
  return text.slice(0, Math.max(stemLength, run + 1));
}

const credentialWords = [
  "pass",
  "pwd",
  "psw",
  "secret",
  "token",
  "key",
  "cred",
  "auth",
  "bearer",
  "jwt",
  "kennwort",
  "salt",
  "pepper",
  "vapid",
  "psk",
  "pw",
  "senha",
  "contrase",
  ...foreignPasswords,
  "user.info",
  "userinfo",
  "proxy-user",
  "mdp",
  "geheim",
  "schluessel",
  "clave",
  "jeton",
  "cle_",
  "chave",
  "chiave",
  "klucz",
  "sleutel",
  // The automaton reads bytes and folds the case of ASCII only.
  ...[
    "hasło",
    "schlüssel",
    "clé_",
    "пароль",
    "ПАРОЛЬ",
    "Пароль",
    "密码",
    "密碼",
    "口令",
    "密钥",
    "密鑰",
    "パスワード",
    "비밀번호",
  ].map((word) => Buffer.from(word).toString("latin1")),
];

const specials: readonly (readonly [string, Special])[] = [
  ["-----begin", "private-key"],
  ["putty-user-key-file", "private-key"],
  ["eyj", "json-web-token"],
  ["://", "url"],
  ["authorization:", "authorization"],
  ["basic ", "authorization"],
  ["bearer ", "authorization"],
  ...["basic", "bearer"].flatMap((scheme) => ["'", '"'].map((quote) => [`${scheme}${quote},`, "authorization"] as const)),
  ["-u ", "user-option"],
  ["--user", "user-option"],
  ...["mnemonic", "wallet", "seed", "phrase", "bip39", "recover", "restore("].map((text) => [text, "wallet"] as const),
  ["kind: secret", "kubernetes"],
  ['kind: "secret', "kubernetes"],
  ["kind: 'secret", "kubernetes"],
  ['"kind": "secret"', "kubernetes"],
  ...["%2", "%3", "%4", "%5", "%6", "%7", "\\x", "\\u00", "\\u{", "\\0", "\\1", "&#", "&quot;"].map(
    (text) => [text, "escape"] as const,
  ),
  ...calls.map(({ text }) => [text, "call"] as const),
  ...commandWords.map((text) => [text, "command"] as const),
  ...statementWords.map((text) => [text, "statement"] as const),
  ...["\\\n", "\\\r\n"].map((text) => [text, "continued"] as const),
  ...["+=", ".=", " <<"].flatMap((operator) => ["'", '"', " '", ' "'].map((quote) => [operator + quote, "appended"] as const)),
  ...["string.join(", "implode(", "sprintf(", "paste0(", "concat(", 'join("", ', "join('', ", ".join(("].map(
    (text) => [text, "list"] as const,
  ),
  ...["'", '"'].flatMap((quote) => [`.format(${quote}`, `% (${quote}`].map((text) => [text, "list"] as const)),
  ['.append("', "concat"],
  [".append('", "concat"],
  ["].join(", "list"],
  [".join([", "list"],
  ["''.join(", "list"],
  ['"".join(', "list"],
  ["!join", "list"],
  ["fn::join", "list"],
  ["${'", "template"],
  ['${"', "template"],
  [".concat('", "concat"],
  ['.concat("', "concat"],
  ...[" +", "+", " .", ".", " &", "&"].flatMap((after) => ['"', "'", "`"].map((quote) => [quote + after, "joint"] as const)),
  // No language joins two strings in grave accents that merely follow one another.
  ...[" \\", "\\", "\n", "\r", " <", " ^", " ~", " ||", ' "', " '"].flatMap((after) =>
    ['"', "'"].map((quote) => [quote + after, "joint"] as const),
  ),
];

let table: KeywordTable | undefined;

/** The table for all keywords of the catalogue and of the readers; built once. */
export function keywordTable(): KeywordTable {
  table ??= build();
  return table;
}

function build(): KeywordTable {
  const stems = new Map<string, Map<string, Keyword>>();
  const keyword = (text: string): Keyword => {
    const stem = stemOf(text);
    const known = stems.get(stem) ?? new Map<string, Keyword>();
    stems.set(stem, known);
    const found = known.get(text) ?? {
      text,
      begins: [],
      within: [],
      names: [],
      near: [],
      places: [],
      isWord: false,
      special: undefined,
    };
    known.set(text, found);
    return found;
  };
  for (const kind of kinds) {
    for (const text of keywordsOf(kind.kind)) {
      const { names, within, begins } = keyword(text);
      (kind.kind.names ? names : kind.kind.keywords ? within : begins).push(kind);
    }
    for (const word of kind.kind.near ?? []) keyword(word).near.push(kind);
  }
  for (const word of credentialWords) keyword(word).isWord = true;
  for (const [text, special] of specials) keyword(text).special = special;
  for (const place of places) for (const word of new Set(place.words)) keyword(word).places.push(place);
  const grouped = [...stems.values()].map((found) => [...found.values()]);
  return {
    automaton: automaton([...stems.keys()]),
    stems: grouped,
    stemLengths: Uint8Array.from(stems.keys(), (stem) => stem.length),
    onlyBegin: Uint8Array.from(grouped, (found) => (found.every(onlyBegins) ? 1 : 0)),
  };
}

function onlyBegins({ begins, within, names, isWord, places: found, special }: Keyword): boolean {
  const isMore = within.length > 0 || names.length > 0 || isWord || found.length > 0 || special !== undefined;
  return begins.length > 0 && !isMore;
}
