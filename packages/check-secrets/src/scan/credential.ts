import { namedToken } from "./token.ts";
import type { CompiledKind } from "../catalogue.ts";
import { isSomeKey, type Meaning, meaningOf, wordsOf } from "../value/name.ts";
import { isNumberedKey, isSecretIdentifier } from "../value/identifier.ts";
import { isLongKey, isMachineMade, isPhraseFor, isPlaceholder, isSecret, isStrongPassword, isWellKnown } from "../value/value.ts";
import type { Assignment } from "./assignment.ts";
import type { Candidate } from "./candidate.ts";
import { isDefault, isUsableDefault } from "./default.ts";
import { isBasicPair } from "./header.ts";
import { isPin } from "./lock-file.ts";
import { isOfTests } from "./test-path.ts";
import { shownOf } from "./url.ts";

/** What stands in front of a token in a header: `Bearer `, `Token `, `Basic `. */
const scheme = /^(?:Bearer|Token|Basic|token|bearer|SSWS|Bot|ApiKey|ApiKey-v1)[ =]{1,2}|^base64:/;

/** Words by which a provider's name becomes that of its token. */
const speaking = new Set(
  "key keys token tokens secret secrets password passwd pass auth api apikey credential credentials creds pat jwt login sid access license bearer ssws".split(
    " ",
  ),
);
const silencing = new Set(
  "id url uri host name region version sha sha1 sha256 hash digest checksum commit rev revision path file public".split(" "),
);

/** What the value assigned to the name is: a provider's token, a credential, or nothing. */
export function credentialIn(
  text: string,
  assignment: Assignment,
  kinds: readonly CompiledKind[],
  path: string,
): Candidate | undefined {
  const name = text.slice(assignment.nameStart, assignment.nameEnd);
  const start = assignment.start + (scheme.exec(text.slice(assignment.start, assignment.start + 20))?.[0].length ?? 0);
  const words = kinds.length > 0 ? wordsOf(name) : [];
  for (const kind of kinds) {
    const token = speaksOf(words, kind) ? namedToken(text, start, assignment.end, kind) : undefined;
    if (token) return token;
  }
  return credential(text, name, start, assignment, path);
}

/** Whether a value of this name may be a secret: most names that hold a keyword are done with here. */
export function mayTell(name: string, kinds: readonly CompiledKind[]): boolean {
  if (meaningOf(name) !== undefined || isSomeKey(name) || keyOnly.test(name)) return true;
  if (kinds.length === 0) return false;
  const words = wordsOf(name);
  return kinds.some((kind) => speaksOf(words, kind));
}

const keyOnly = /^key$/i;

function speaksOf(words: readonly string[], kind: CompiledKind): boolean {
  if (!kind.plainNames.some((known) => isNamed(words, known))) return false;
  const last = words.at(-1) ?? "";
  if (silencing.has(last)) return false;
  const isSpeaking = words.some((word) => speaking.has(word)) || /(?:key|token|secret|password)$/.test(last);
  return isSpeaking || !/^\[0-9a-f\]\{8\}-|^\[0-9\]\{\d+\}$/i.test(kind.kind.pattern);
}

/** Whether the provider's word begins at a word of the name: `meraki` is not in `CameraKit`, `sumo` not in `sumObj`. */
function isNamed(words: readonly string[], plain: string): boolean {
  if (words.some((word) => word.startsWith(plain))) return true;
  if (plain.length < 5 || !words.join("").includes(plain)) return false;
  return words.some((_, index) => words.slice(index).join("").startsWith(plain));
}

function credential(text: string, name: string, from: number, assignment: Assignment, path: string): Candidate | undefined {
  const value = text.slice(from, assignment.end);
  const meaning = meaningOf(name) ?? keyAlone(text, name, value, assignment);
  if (isPin(path, value) || (siteKey.test(value) && !/secret|private|server/i.test(name))) return undefined;
  if (meaning === undefined || value === "" || isCode(text, assignment, value, path)) return undefined;
  if (from > assignment.start && /^basic/i.test(text.slice(assignment.start, from)) && !isBasicPair(value)) return undefined;
  // `[".pgpass", "a line of it"]`: what begins with a dot and stands in a list names a file.
  if (assignment.operator === "," && name.startsWith(".")) return undefined;
  // Two letters are soon met in data: something must stand before them that may stand before a name.
  if (
    /^pw$/i.test(name) &&
    !/(?:^|[\s"'`({[,;$<>&?@#])$/.test(text.slice(Math.max(0, assignment.nameStart - 1), assignment.nameStart))
  )
    return undefined;
  // What a key is derived with is kept beside it for everybody to read.
  if (/^salt$/i.test(name) && derivation.test(text.slice(Math.max(0, assignment.nameStart - 200), assignment.nameStart)))
    return undefined;
  if (keeper.test(assignment.call) && !isDefault(text, assignment.start)) return undefined;
  if (value === name || isTelling(text, name, assignment) || isChainHash(name, value)) return undefined;
  const pair = userAndPassword(name, value);
  const fallback = isDefault(text, assignment.start);
  const isBinary = text.startsWith('<<"', assignment.start - 3);
  if (!fallback && assignment.operator === "," && !isBinary && isNameLike(value) && !isSet(text, assignment)) return undefined;
  if (isAboutAnother(text.slice(Math.max(0, assignment.nameStart - 120), assignment.nameStart), assignment)) return undefined;
  const isFound = fallback
    ? isUsableDefault(value)
    : pair > 0 || isSecretIdentifier(name, value, path) || isSecretFor(name, value, meaning, assignment);
  if (!isFound || (meaning === "password" && isOfTests(path) && isWellKnown(value))) return undefined;
  return {
    defect: fallback ? "default-credential" : "assigned-credential",
    kind: meaning === "password" ? "password" : "secret-key",
    title: `value of ${JSON.stringify(name)}`,
    start: from + pair,
    end: assignment.end,
    shown: shownOf(value.slice(pair)),
    why: fallback
      ? "the program falls back to it when the variable is unset"
      : meaning === "password"
        ? "its name says that it is a password, and it is no placeholder"
        : "its name says that it is a secret, and its characters are spread as a machine's",
    sureness: fallback ? 65 : meaning === "password" ? 40 : 45,
  };
}

/** Calls that fetch a secret by its name: `getSecret("x")`, `vault.read("x")`, `loadKey("x")`; not `SecretStr("x")`. */
const keeper = /(?:^|\.)(?:get|read|fetch|lookup|access|resolve|load)(?:[A-Z_]\w{0,40})?$/;

/** Words of a derivation, of which one stands before its salt: `scrypt`, `dklen`; not `kind`. */
const derivation = /kdf|scrypt|argon2|dklen|\biterations\b/i;

/** Whether "pass" is a verb, as in "pass `crc32c`", or the value a member of a union of types: `"A_PASSWORD"|"B_SHA_256"|`. */
function isTelling(text: string, name: string, { nameStart, start, end, operator, isQuoted }: Assignment): boolean {
  if (operator === "|") return isQuoted && /^["'] ?\|/.test(text.slice(end, end + 3));
  if (/amz-credential$/i.test(name)) return true;
  // A slash stands before it in Clojure's `:smtp/pass "x"`.
  if (operator !== " " || text[nameStart - 1] === "/") return false;
  if (/^salt$/i.test(name)) return true;
  return /^pass$/i.test(name) && (text[start - 1] === "`" || !isStrongPassword(text.slice(start, end)));
}

/** Words of which one makes a private key of 64 digits that are else a hash, a salt or a place in storage of a chain. */
const chainSecret = /priv|secret|wallet|signer|deployer|account|mnemonic|seed|owner|minter|operator|\bpk\b|api|token|pass/i;

function isChainHash(name: string, value: string): boolean {
  return /^0x[0-9a-f]{64}$/i.test(value) && !chainSecret.test(name);
}

/** A key of reCAPTCHA; the one for pages and the one for servers look alike, and only the second is called a secret. */
const siteKey = /^6L[\w-]{38}$/;

function isNameLike(value: string): boolean {
  return /^[A-Za-z_.$](?:[\w.$]{0,80}[\w$])?$/.test(value) && !isMachineMade(value);
}

/** Whether a call gives the value to the name, as in `setenv("X", "kraft_1234")`: a number ends it as it ends no name. */
function isSet(text: string, { nameStart, start, end }: Assignment): boolean {
  const call = /(?:set\w{0,16}|put|define|add)\(\s{0,8}["']$/i.test(text.slice(Math.max(0, nameStart - 30), nameStart));
  return call && /^[A-Za-z]{4,}[_.]?\d{3,}$/.test(text.slice(start, end));
}

/** Words of which one, shortly before a mere `key`, makes a secret of it. */
const besideKey =
  /(?:user(?:name)?|login|account|encryption|crypt|cipher|jwt|auth|signing|api|client|google|wandb|kaggle|b2|token)(?![a-z])[^\n]{0,90}(?:\n[^\n]{0,60}){0,2}$/i;

/** The section whose key it is, in YAML and TOML: `api:` or `[api]`, then the line, or others between them; not `cache:`. */
const inSection =
  /(?:^|\n)[ \t]{0,20}(?:["']?[\w-]{0,20}(?:api|client|auth|encryption|signing|jwt|session|cookie|hmac|crypto|webhook)["']?:[ \t]{0,4}\r?\n(?:[ \t]{1,24}[\w-]{1,30}:[^\n]{0,60}\n){0,2}[ \t]{1,24}|\[[\w.-]{0,30}(?:api|auth|encryption|signing|jwt|session|cookie|hmac|crypto|webhook)\][ \t]{0,4}\r?\n(?:[\w-]{1,30} ?=[^\n]{0,60}\n){0,3})$/i;

/** A name that says "key" and no more is a secret's where the value can be nothing else, and something near speaks of logging in. */
function keyAlone(text: string, name: string, value: string, { nameStart, isQuoted, operator }: Assignment): Meaning | undefined {
  if (!isLongKey(value) || operator === "," || /^(?:==|!=)/.test(operator)) return undefined;
  if (isSomeKey(name) || (isNumberedKey(value) && keyOnly.test(name))) return "key";
  return keyOnly.test(name) &&
    (inSection.test(text.slice(Math.max(0, nameStart - 240), nameStart)) ||
      ((isQuoted || operator === "=" || operator === "\n" || operator === ">") &&
        besideKey.test(text.slice(Math.max(0, nameStart - 150), nameStart))))
    ? "key"
    : undefined;
}

/** Whether the value is no secret by what stands before its name: `checksum/secret: …`, `{{ .Values.password | b64enc }}`, `a.svg?token=…`. */
function isAboutAnother(before: string, { operator }: Assignment): boolean {
  if (before.includes("arn:") && /\barn:[\w:${}*-]{3,110}$/.test(before)) return true;
  if (
    before.includes("://") &&
    /:\/\/(?:img\.shields\.io|badge[\w.-]{0,40}|[\w.-]{0,40}\bexample\.(?:com|org|net))(?:[/?][^\s"']{0,90})?[?&]$/.test(before)
  )
    return true;
  if (before.endsWith(".svg?") || /(?:checksum|hash)\/$|SetCredentialEncrypted=$/.test(before)) return true;
  return operator === "|" && before.lastIndexOf("{{") > before.lastIndexOf("}}");
}

function isSecretFor(name: string, value: string, meaning: Meaning, { isQuoted, operator }: Assignment): boolean {
  if (isSecret(value, meaning, isQuoted)) return true;
  if (meaning === "key" && /secret$/i.test(name) && /[!@#$%^&*+?~]/.test(value) && isStrongPassword(value)) return true;
  // The key of a wireless network is often a phrase in one piece.
  if (/psk|wi-?fi|wlan|wpa/i.test(name) && /^[a-z]{16,63}$/.test(value) && meaning === "password") return !isPlaceholder(value);
  return meaning === "password" && operator !== "," && operator !== "(" && isPhraseFor(name, value, isQuoted);
}

/** Names whose value is a user and a password: `BASIC_AUTH`, `CURLOPT_USERPWD`, `auth.user.info`; not `oauth`. */
const pairName = /(?:^|[^a-z])auth$|(?:basic|http|registry)[_-]?auth$|authident$|userpwd$|user[._-]?info$|proxy-user$/i;

/** Where the password begins in `user:password`, the value of a name that asks for both; 0 where it is none. */
function userAndPassword(name: string, value: string): number {
  if (/api_?key$/i.test(name)) {
    const [, id = "", key = ""] = /^([\w-]{1,40}):([\w-]{20,120})$/.exec(value) ?? [];
    return id !== "" && isMachineMade(key) ? id.length + 1 : 0;
  }
  if (!pairName.test(name)) return 0;
  const [, user = "", password = ""] = /^([\w.@+-]{1,60}):([^\s:]{6,120})$/.exec(value) ?? [];
  return user !== "" && isSecret(password, "password", true) ? user.length + 1 : 0;
}

const codeFile =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|kts|scala|cs|c|cc|cpp|h|hpp|php|swift|dart|lua|r|pl|pm|ex|exs|clj|vue|svelte)$/i;

/** Whether the assignment is a part of a connection string: `"UID=app;PWD=secret"`. */
function isWithinString(text: string, { nameStart, end, operator }: Assignment): boolean {
  // A text of one assignment and no more was unwrapped from a string: no program is that short.
  if (nameStart === 0 && operator === "=" && /^[.,;]?\s{0,2}$/.test(text.slice(end, end + 4))) return true;
  if (
    operator !== "=" ||
    !/[;&?"' ]$/.test(text.slice(nameStart - 1, nameStart)) ||
    !/^(?:[;&"']| \w{1,20}=)/.test(text.slice(end, end + 22))
  )
    return false;
  const line = text.slice(Math.max(0, nameStart - 300), nameStart);
  const quoted = line.slice(line.lastIndexOf("\n") + 1).match(/(?<!\\)["']/g) ?? [];
  return quoted.length % 2 === 1;
}

/** Whether a bare value is an expression of a program rather than text. */
function isCode(text: string, assignment: Assignment, value: string, path: string): boolean {
  if (assignment.isQuoted || !codeFile.test(path) || isDefault(text, assignment.start) || isWithinString(text, assignment))
    return false;
  if (/^[A-Za-z_$][\w$]{0,60}(?:\.[A-Za-z_$][\w$]{0,60}){1,6}$/.test(value)) return true;
  return !(isMachineMade(value) && value.length >= 16 && (value.match(/\d/g) ?? []).length >= 3) || isPlaceholder(value);
}
