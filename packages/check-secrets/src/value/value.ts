import { isDocumented } from "./documented.ts";
import type { Meaning } from "./name.ts";
import { isIdentifier, isNumberedKey } from "./identifier.ts";
import { isCrossed, isMixed, isReference } from "./reference.ts";
import { entropy, randomness } from "./statistics.ts";

/** Words that stand where a secret will be; each a whole word of the value. */
const placeholderWords = new Set(
  "example examples sample dummy fake changeme change changeit placeholder your yours my mine redacted todo fixme insert replace replaceme put enter here this that password passwd pass pwd secret secrets token tokens key keys apikey api foo bar baz qux foobar lorem ipsum test tests testing tester none null nil undefined true false default admin administrator root guest user username demo mock stub hidden masked removed string value some any text abc xyz abcd qwerty letmein welcome login auth motdepasse contrasena contraseña passwort senha wachtwoord haslo private public dev local localhost prod production staging development value sensitive encrypted hash hashed sha sha1 sha256 sha512 md5 bcrypt argon2 argon2id pbkdf2 scrypt base64 utf8 utf hex oauth oauth2 auth0 jwt bearer basic digest hmac aes rsa ecdsa ed25519 x509 pkcs8 pem ssl tls http https new old invalid wrong bad good correct valid empty blank required optional confirm forgot reset show hide please must the is a an of to in and or not for with goes very super supersecret mysecret mypassword mytoken credential credentials client access id name email number field input label code otp pin passphrase mysql postgres postgresql redis rabbitmq mongo mongodb elastic minio sa service account".split(
    " ",
  ),
);

/** Texts that no secret holds; `AKIAIOSFODNN7EXAMPLE` matches, `AKIAIOSFODNN7` does not. */
const pretend =
  /example|not[ -]?(?:a[ -]?|my[ -]?)?real|sample|dummy|placeholder|changeme|redacted|replace[-_ ]?(?:me|with|this)|insert[-_ ]?your|your[-_]|xxxx|\*\*\*|\.\.\.|deadbeef|cafebabe|fake|01234567|12345678|23456789|abcdefgh|bcdefghi|qwertyui|(?:1234567|abcdef){1}90/i;

/** `aaaaaa` matches, `aabbcc` does not. */
const repeated = /^(.{1,4})\1{3,}.{0,3}$|^(.)\2+$|([A-Za-z0-9])\3{9}/;

/** Whether the text stands for a secret rather than being one: made-up, masked, repeated. */
export function isPlaceholder(value: string): boolean {
  return isPretended(value) || repeated.test(value) || value.length < 3 || onlyPlaceholderWords(value);
}

/** Whether the value of a provider's token is made up; stricter evidence is needed than for unnamed ones. */
export function isPretended(value: string): boolean {
  return (
    pretend.test(value) ||
    /^(.{1,4})\1{3,}.{0,3}$/.test(value) ||
    /([A-Za-z0-9])\1{15}/.test(value) ||
    ascends(value.toLowerCase()) >= 0.4
  );
}

/** The share of characters that follow the one before in the alphabet or in counting: `abc123xyz` has most. */
function ascends(value: string): number {
  let steps = 0;
  for (let index = 1; index < value.length; index++) {
    if (value.charCodeAt(index) === value.charCodeAt(index - 1) + 1) steps += 1;
  }
  return steps / Math.max(1, value.length - 1);
}

function onlyPlaceholderWords(value: string): boolean {
  const words = value
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (placeholderWords.has(words.join(""))) return true;
  return words.every((word) => word.length < 2 || isPlaceholderWord(word) || /^\d{1,4}$/.test(word));
}

function isPlaceholderWord(word: string): boolean {
  if (placeholderWords.has(word)) return true;
  return placeholderWords.has(word.replace(/\d{1,6}$/, ""));
}

/** Letters that signs and digits stand for: `P@ssw0rd` is "password". */
const disguised: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Whether the password is one of the first that anybody tries: `Passw0rd`, `P@ssw0rd!`, `Secret123`; not `Nairobi2022`. */
export function isWellKnown(value: string): boolean {
  const words = value.toLowerCase().replace(/[\d!?.#*]{1,12}$/, "");
  const plain = words.replace(/[013457@$!]/g, (sign) => disguised[sign] ?? sign);
  return (
    onlyPlaceholderWords(plain) ||
    /^(?:test|tests|testing|tester|demo|dummy|my|user|new|old|wrong|some|any)(?:user|er)?[-_]?(?:pass(?:word|wd)?|pwd|secret|login)$/.test(
      plain,
    ) ||
    /^(?:hunter|monkey|dragon|iloveyou|trustno|football|sunshine|princess|superman|batman|welcome)$/.test(plain)
  );
}

/** The address of an account on a chain, `0x` and 40 digits (with 64 it would be a key), and the public key of a web push server. */
const address = /^0x[0-9a-f]{40}$|^B[A-Za-z0-9_-]{86}$/i;

/** Whether the value is a salt made of all characters a keyboard has, as WordPress makes them: `K~8|x {q[…`, long and wordless. */
function isSpreadOverSigns(value: string): boolean {
  if (value.length < 32 || value.length > 128 || !/^[\x20-\x7e]+$/.test(value)) return false;
  const signs = value.replace(/[A-Za-z0-9 ]/g, "");
  const digits = value.replace(/[^0-9]/g, "").length;
  if (signs.length < value.length * 0.15 || new Set(signs).size < 6 || /[A-Za-z]{16}|\d{8}/.test(value)) return false;
  return digits >= 2 || (isCrossed(value) && !/[\s\\|]|\[\^|\.[*+?]/.test(value));
}

/** Whether the value's characters are spread as a machine would: digits and letters mixed, no words. */
export function isMachineMade(value: string): boolean {
  if (isSpreadOverSigns(value) || isNumberedKey(value)) return true;
  if (value.length < 10 || /\s/.test(value) || isIdentifier(value) || address.test(value)) return false;
  // The selector of a function on a chain.
  if (/^0x[0-9a-f]{1,16}$/i.test(value)) return false;
  const hasDigit = /\d/.test(value);
  const hasLetter = /[A-Za-z]/.test(value);
  if (!hasLetter || !/^[\w.=+/~!@#$%^&*(){}<>?\\-]+$/.test(value)) return false;
  const bits = entropy(value);
  if (/^[0-9a-fA-F]+$/.test(value)) return hasDigit && value.length >= 16 && bits >= 2.8;
  if (bits < leastBits(value.length)) return false;
  if (/[!@#$%^&*(){}<>?~]/.test(value) && hasDigit && value.length >= 12) return true;
  if (!hasDigit)
    return value.length >= 20 && /[a-z]/.test(value) && /[A-Z]/.test(value) && (randomness(value) >= 4.2 || changesCase(value));
  return randomness(value) >= (value.length >= 20 ? 3.5 : 3.3);
}

/** Whether the value is a machine's but for signs that otherwise stand between values: `q7Bx…:9kLm…`; not a list of words. */
function isMachineMadeInParts(value: string): boolean {
  if (value.length < 20 || value.length > 200 || !/^[^\s"'`<>{}()\\]+$/.test(value)) return false;
  const parts = value.split(/[:;,|[\]]+/);
  return parts.length > 1 && parts.length <= 4 && isMixed(value) && isMachineMade(parts.join(""));
}

function leastBits(length: number): number {
  return length >= 20 ? 3.4 : length >= 14 ? 3.1 : 2.9;
}

/** Whether a person may have chosen the value as a password: mixed characters, or letters that are no words. */
export function isPassword(value: string, isQuoted: boolean): boolean {
  if (value.length < 5 || value.length > 128 || isIdentifier(value) || /\s/.test(value)) return false;
  if (
    /^0x[0-9a-f]{1,8}$|^[a-z]{1,12}(?:-[a-z]{1,12}){1,6}$|^(?:pkcs|sha|aes|md|latin|utf|iso|cp|rsa|ed|hs|rs|es)[-_]?\d{1,5}$/i.test(
      value,
    )
  )
    return false;
  const letters = /[A-Za-z\u0080-\u00ff]/.test(value);
  if (!letters) return isQuoted && /^\d{6,12}$/.test(value) && entropy(value) > 2.2;
  if (/[!@#$%^&*+=?~]/.test(value)) return value.length >= 6 && !/^[@#.]?[a-z]+(?:[=@#.][a-z]+)*$/i.test(value);
  if (/\d/.test(value)) return true;
  return value.length >= 8 && (randomness(value) >= 4.2 || (value.length >= 12 && changesCase(value)));
}

/** Texts of programs and manuals with a digit in them: `sha256`, `utf-8`, `v1.2`, `8-bit`, `P256`, `step-2`; not `kraft12x`. */
const technical =
  /^(?:v?\d[\d._-]*[a-z]{0,12}|[a-z]{1,12}[-_.]?\d{1,2}|[A-Za-z]{1,10}-\d{1,5}|\d{1,6}[-_][a-z]{2,20}|(?:sha|utf|base|rfc|md|aes|hs|rs|es|x|int|iso|rc)[-_]?\d{1,5}.{0,24}|[A-Z0-9_]{1,60}|.{0,40}\.(?:[a-z]{1,4}|mp3|mp4|h5|p12)|[\w.]{1,80}\(\)?)$/;

/** A sign that an address has to escape: `a%20b`; not `a%62`, which is a letter. */
const escaped = /%(?:0[9AD]|2[0-9A-F]|3[A-F]|40|5[B-E]|60|7[B-F]|[89A-F][0-9A-F]%[89A-F])/;

/** Whether the value, which no syntax says to be a password, is mixed as words and names of programs never are. */
export function isStrongPassword(value: string): boolean {
  if (value.length < 7 || /[/\\<>|,;()[\]{}"'`]|::|->|=/.test(value) || !/[A-Za-z]/.test(value) || !/\d/.test(value))
    return false;
  if (technical.test(value) || /^0x|^%/.test(value) || escaped.test(value) || !isSecret(value, "password", true)) return false;
  if (/[!@#$%^&*+?~]/.test(value)) return !/^[@#$%&*+?~]+\w+$|^[\w.]+[@?&+*][\w.]+$/.test(value) || /\d{2}/.test(value);
  if (/^[A-Za-z]{4,}[-_.]?\d{2,4}[-_.]?$|^\d{3,4}[-_.][A-Za-z]{4,}$/.test(value)) return /\d{4}|\d{2}[-_.]$|^\d{4}/.test(value);
  if (/[a-z]\d{3,}[A-Z]/.test(value)) return true;
  const mixes = value.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])/g) ?? [];
  return mixes.length >= 3 || (mixes.length >= 2 && value.length >= 9 && /[a-z]/.test(value) && randomness(value) >= 3);
}

/** Whether the value is a key beyond doubt, whatever the name before it: long, of one piece, with digits among letters. */
export function isLongKey(value: string): boolean {
  if (isNumberedKey(value)) return true;
  if (value.length < 24 || value.length > 200 || !/\d/.test(value)) return false;
  if (!/^[\w+/=-]+$/.test(value) && !(/^[\w+/=.!@#$%^&*~-]+$/.test(value) && isMixed(value) && /[!@#$%^&*~]/.test(value)))
    return false;
  if (
    /[0-9a-f]{8}-[0-9a-f]{4}-|-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) ||
    /^[\x09-\x7e]+$/.test(Buffer.from(value, "base64").toString("latin1"))
  )
    return false;
  return isSecret(value, "key", true);
}

/** Words that join up to a name of something rather than to a passphrase. */
const joiningWords = new Set(
  "app apps db database web server config configuration manager link form page button icon error errors message modal view screen dialog panel group item list table column row node pod job task cron sync backup cluster region east west north south central store vault aws gcp azure kube kubernetes helm docker redis kafka grafana prometheus jenkins github gitlab google sign signin signup log out up down off on step flow section component module handler policy rule check field form wrapper container toggle strength meter update created updated failed success mismatch short long weak strong again old match contains least letters reader writer worker operator monitor exporter external internal data main primary secondary master replica ci cd pipeline build release deploy".split(
    " ",
  ),
);

/** Whether the text is a passphrase: words in lower case with one sign between them, none of which names a thing of programs. */
function isPassphrase(value: string, least: number): boolean {
  if (!/^[a-z]{3,16}(?:([-_. ])[a-z]{3,16})(?:\1[a-z]{3,16}){1,8}$/.test(value)) return false;
  const words = value.split(/[^a-z]/);
  return (
    words.length >= least && value.length >= 15 && !words.some((word) => placeholderWords.has(word) || joiningWords.has(word))
  );
}

/** How many words make a passphrase for the name: where a name asks for one, three do. */
function leastWords(name: string, isQuoted: boolean): number {
  if (/passphrase|psk|wifi|wlan/i.test(name)) return 3;
  return isQuoted ? 4 : 5;
}

/** Whether the value is a passphrase that the name, which is that of a password, lets expect. */
export function isPhraseFor(name: string, value: string, isQuoted: boolean): boolean {
  return isPassphrase(value, leastWords(name, isQuoted)) && !isReference(value);
}

/** Whether capitals stand where no word begins: `OIohYminSw` matches, `MyOldPassword` does not. */
function changesCase(value: string): boolean {
  const parts = value.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z]+/).filter((part) => part !== "");
  return parts.length >= 4 && value.length / parts.length < 3.2 && !/^[^a-z]*$/.test(value);
}

/** Whether the value is a sign of an icon font, or a label with letters escaped: `\\f023` and `C\\u00f3digo`, not `a\\9`. */
function isIcon(value: string): boolean {
  if (/^\\[ef][0-9a-f]{3}$/i.test(value)) return true;
  const label = value.replace(/\\u[0-9a-f]{4}/gi, "");
  if (value.length > 24 && label.length < value.length / 4) return true;
  return /\\u[0-9a-f]{4}/i.test(value) && !/[\d!@#$%^&*+=?~]/.test(label);
}

/** Public by design though it looks random: a recipient of age, a public token of Mapbox, a publishable key, a public key of SSH, a client key of Statsig; encrypted, as in a SealedSecret. */
const publicMark =
  /^(?:client-[A-Za-z0-9]{40,46}$|A[gQ][A-D][A-Za-z0-9+/]{100,}={0,2}$|age1|pk\.eyJ|pk_(?:live|test)_|phc_|U2FsdGVkX1|AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh|I3NrLXNz|G3NrLXNz))/;

/** Base64 as in the values of a Kubernetes Secret; `JVBBU1NXT1JEJQ==` matches, `JVBBU1N` does not. */
const base64 = /^(?:[A-Za-z0-9+/]{4}){1,60}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether the value is a blank or a reference in base64. */
function isWrappedBlank(value: string): boolean {
  if (!base64.test(value) || (value.length < 12 && !value.endsWith("="))) return false;
  const decoded = Buffer.from(value, "base64").toString("latin1");
  return /^[\x20-\x7e]+\n?$/.test(decoded) && (isPlaceholder(decoded) || isReference(decoded));
}

/** An option of a command or a call, of which a manual says that one may pass it: `--session=<name>`, `add_nos=True`; not `--x9`. */
const commandOption = /^--[a-z]{2,20}(?:-[a-z]{2,20}){0,4}(?:[= ]|$)|^[a-z_]{2,40}=(?:[Tt]rue|[Ff]alse|None|null|\d{1,6})$/;

/** What is filled in before anybody reads it, however many signs it has: `{{ lookup('password', 'x') }}`; not `{a`. */
const filledIn = /^\{\{|^<\w{1,10}>|^\{"|#\{\w|\{[a-z_]\w{0,40}\.\w|\$\{|\$\(|\[\^?(?:[a-z]-[a-z]|0-9)/i;

/** Laid out as a bot's token of Telegram, which its own kind judges: `1770:A6…`; not `1770:b6…`. */
const botToken = /^\d{1,20}:A[\w-]{20,80}$/;

/** Whether the value, given what its name says, is a secret. */
export function isSecret(value: string, meaning: Meaning, isQuoted: boolean): boolean {
  if (isDocumented(value) || publicMark.test(value) || botToken.test(value) || commandOption.test(value) || isWrappedBlank(value))
    return false;
  if (isSpreadOverSigns(value) && !filledIn.test(value) && !/^[a-z][a-z0-9+.-]{1,20}:\/\//.test(value)) return true;
  if (isPlaceholder(value) || isReference(value) || isIcon(value)) return false;
  return meaning === "password" ? isPassword(value, isQuoted) : isMachineMade(value) || isMachineMadeInParts(value);
}
