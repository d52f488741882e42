import { isSomeKey, type Meaning, meaningOf } from "../value/name.ts";
import { isPhraseFor, isSecret, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { isUsableDefault } from "./default.ts";
import { shownOf } from "./url.ts";

/** A string and what may be wrapped round it: `"x"`, `'x'`, `\"x\"`, `String::from("x")`, `SecretStr("x")`, `echo "x"`. */
const string = String.raw`(?:[A-Za-z_][\w.:]{0,30}\(|echo )?(?<q>\\?["'\x60])(?<s>(?:(?!\k<q>)[^\\\n]){4,200})\k<q>(?!\s{0,2}[=!]=)`;

/** Words that say of the string after them that it is taken when nothing else is there: `default("x")`, `fallback="x"`, `ifEmpty { "x" }`. */
const words = String.raw`(?:\b(?:\w{1,8}_?)?default(?:to|_?value|_to)?|\|\s?d|\bfallback|\bunset|\bunwrap_or(?:_else)?|\bmap_or|\bifEmpty|\b(?:get)?OrElse|\bfromMaybe|\bmkDefault)\s{0,3}[=:(]?\s{0,3}(?:\|_?\|\s?|\{\s?)?`;

/** Signs and calls that say so of the string at their end. */
const operators = [
  // `|| "x"`, `?? "x"`, `?: "x"`, `or "x"`, `else { "x" }`, `orelse "x"`; CUE's `| *"x"`; Perl's `} // "x"`.
  String.raw`(?:\|\||\?\?|\?:|[}\]] \/\/|\|\s\*|[^\w"']or(?:else)?(?![\w-])|\belse\b)\s{0,4}\{?\s{0,3}`,
  // `x ? y : "x"`.
  String.raw`\?[^"'?:\n]{0,80}:\s{0,3}`,
  // The last argument: `coalesce(a, "x")`, `lookup(a, "b", "x")`, `salt['pillar.get']('a', 'x')`.
  String.raw`\b(?:coalesce|try|lookup|hiera|nvl|ifnull|or|defaultTo|getattr|dig|get\w{0,16}(?:['"]\])?)\((?:[^()\n]|\([^()\n]{0,60}\)){1,120},\s{0,4}`,
  // The last word: `keyOrDefault "a" "x"`, `getenv "A" "x"`, `coalesce .a .b "x"`.
  String.raw`\b(?:keyOrDefault|getenv|envOr\w{0,8}) \\?"[^"\n]{1,60}"\s|\b(?:coalesce|default)(?: \$?\.[\w.]{1,60}){1,4} `,
].join("|");

/** A value on the next line, as of an environment in YAML. */
const beside = String.raw`(?:["']?,?\s{0,40}["']?value["']?[:=])?`;

/** The rest of a statement up to the string that it falls back to: `: "{{ lookup('env', 'X') | default('x') }}"`. */
const byWord = new RegExp(String.raw`${beside}[^\n;#}]{0,200}?${words}${string}`, "iy");

/** The same with an operator: a comma ends what it may belong to, unless it stands in brackets. */
const byOperator = new RegExp(
  String.raw`${beside}(?:\$\(|\$(?!\()|\([^()\n]{0,80}\)|[^\n;#,($]|\((?![^()\n]{0,80}\))){0,160}?(?:${operators})${string}`,
  "iy",
);

/** Either arm of a choice that comes first: `= isEmpty(a) ? "x" : a`. */
const firstArm = new RegExp(String.raw`[^\n;#"']{0,120}?[\w)] \? ${string}\s{0,2}:`, "y");

/** What a shell, Spring or a compose file puts in a variable's stead: `=${OTHER:-x}`, `=${1:-x}`; make's `$(or $(X),x)`. */
const expanded =
  /["']?[ \t]{0,4}:?[:=][ \t]{0,4}["']?(?:\$?\$\{[\w.]{1,60}(?::?[-=]|:)|\$\(or \$[({]\w{1,40}[)}],[ \t]?|\$\(shell echo \$\$\{\w{1,40}:-)(?<q>)(?<s>[^\s"'{}$?()][^\s"'{}$()]{3,120})[})]/y;

/** The name as an argument further on: `getattr(settings, "X", "x")`, `GetValue<string>("A:X", "x")`, `StringVarP(&a, "x", "p", "x"`. */
const asksFor =
  /(?:\b(?:[gs]etattr|get\w{0,16}|GetValue(?:<\w{1,12}>)?|option|add_option|\w{0,12}StringVarP?|StringP)\s?\((?:(?:[^()"'\n,]{1,60}|["'][^"'\n]{1,40}["']),\s?){0,2}[:"'\x60]?(?:\w{1,24}[:.]){0,3}-{0,2})$/;
const asked = new RegExp(
  String.raw`[:\w.]{0,40}(?: [<[][\w.-]{1,30}[>\]])?["'\x60]?,\s{0,8}(?:["']\w["'],\s?|["'][^"'\n]{0,80}["'],\s?(?=["'][^"'\n]{4,200}["']\)))?${string}(?=\s{0,4}[,)])`,
  "y",
);

/** Where the environment is asked, close before what stands in for it: there even `changeme` opens something. */
const environment =
  /(?:lookup\(["'](?:ansible\.builtin\.)?env["']|getenv\(?|environ[.[]|process\.env\.|\bENV\[|\benv )[^\n;]{1,72}$/i;

/** A value that a shell decodes: `=$(echo "eA==" | base64 -d)`, `="$(base64 -d <<< eA==)"`, `=$(echo 78 | xxd -r -p)`. */
const decoded =
  /=[ \t]?"?\$\((?:echo (?:-n )?["']?(?<s>[A-Za-z0-9+/=]{8,400})["']?[ \t]?\|[ \t]?(?:base64 (?:-d|-D|--decode)|xxd -r)|base64 (?:-d|-D|--decode) ?<<<[ \t]?["']?(?<t>[A-Za-z0-9+/=]{8,400}))/y;

/** The encoded value that a shell gives to the name. */
export function decodedAt(text: string, nameStart: number, nameEnd: number): Candidate | undefined {
  if (text[nameEnd] !== "=") return undefined;
  const found = matchAt(decoded, text, nameEnd);
  const value = found?.groups?.s ?? found?.groups?.t;
  const name = text.slice(nameStart, nameEnd);
  const meaning = meaningOf(name);
  if (found === undefined || value === undefined || meaning === undefined) return undefined;
  const plain = Buffer.from(value, /^[0-9a-f]+$/i.test(value) ? "hex" : "base64").toString("latin1");
  if (!isSecret(plain.trim(), meaning, true)) return undefined;
  const why = "its name says what it is, and its encoding hides nothing";
  return { defect: "assigned-credential", ...valueOf(name, meaning, found, value), why, sureness: 42 };
}

/** The value that stands in for the one named, further on in the same statement; only what no word could be. */
export function fallbackAt(text: string, nameStart: number, nameEnd: number): Candidate | undefined {
  const name = text.slice(nameStart, nameEnd);
  const meaning = meaningOf(name) ?? (isSomeKey(name) ? "key" : undefined);
  if (meaning === undefined) return undefined;
  const found =
    matchAt(byWord, text, nameEnd) ??
    matchAt(byOperator, text, nameEnd) ??
    matchAt(expanded, text, nameEnd) ??
    matchAt(firstArm, text, nameEnd) ??
    (asksFor.test(text.slice(Math.max(0, nameStart - 110), nameStart)) ? matchAt(asked, text, nameEnd) : undefined);
  const value = found?.groups?.s;
  if (found === undefined || value === undefined) return undefined;
  const isEnvironment = environment.test(found[0].slice(0, -value.length));
  if (!(isEnvironment && isUsableDefault(value)) && !isSure(name, value, meaning)) return undefined;
  const why = "the program falls back to it when nothing else is given";
  return { defect: "default-credential", ...valueOf(name, meaning, found, value), why, sureness: 38 };
}

/** What both kinds of findings say of a value within a match. */
function valueOf(name: string, meaning: Meaning, found: RegExpExecArray, value: string) {
  const start = found.index + found[0].lastIndexOf(value);
  return {
    kind: meaning === "password" ? ("password" as const) : ("secret-key" as const),
    title: `value of ${JSON.stringify(name)}`,
    start,
    end: start + value.length,
    shown: shownOf(value),
  };
}

function isSure(name: string, value: string, meaning: Meaning): boolean {
  if (meaning === "key") return isSecret(value, "key", true);
  return isStrongPassword(value) || isPhraseFor(name, value, true);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
