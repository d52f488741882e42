/** What a name says about the value assigned to it: chosen by a person, made by a machine, or nothing. */
export type Meaning = "password" | "key";

/** "Password" in Dutch, Polish, Czech, Hungarian, Nordic, Finnish and Turkish, as it is written without accents. */
export const foreignPasswords = ["wachtwoord", "haslo", "heslo", "jelszo", "losenord", "adgangskode", "salasana", "sifre"];

const passwords = new Set([
  "password",
  "passwords",
  "passwd",
  "pwd",
  "pass",
  "passphrase",
  "passcode",
  "pword",
  "psw",
  "passwort",
  "kennwort",
  "senha",
  "mdp",
  "psk",
  "pw",
  "contrasena",
  "passe",
  "motdepasse",
  "passord",
  "parola",
  ...foreignPasswords,
]);
const keys = new Set(
  "secret secrets token tokens apikey apitoken apisecret authtoken accesstoken accesskey secretkey privatekey clientsecret credential credentials creds auth authorization bearer jwt pat salt pepper geheimnis geheim clave jeton chave chiave klucz sleutel secrete secreta segreta segreto segredo".split(
    " ",
  ),
);
/** Words that make a secret of the `key` after them. */
const keyCompanions = new Set(
  "api access private secret auth authentication encryption encrypt crypto cipher signing sign master account service license app application storage shared session cookie jwt hmac aes webhook admin deploy client consumer subscription write root integration server hash security hex preshared functions host function validation decryption project team org user ssh rsa sas unseal recovery origin edge upgrade network".split(
    " ",
  ),
);
/** Words that say the name holds something about a secret, or no secret at all. */
const aboutWords = new Set(
  "vault name names id ids identifier url uri urls path paths file files filename field fields label labels type types length len min max minimum maximum count regex regexp pattern policy format hash hashed digest checksum expiry expires expiration expired exp ttl lifetime duration endpoint prefix suffix placeholder hint message messages error errors title text input selector class classname header headers param parameter params prop props reset enabled enable disabled required visible visibility strength provider manager env envvar var variable ref reference arn version algorithm alg algo method mode index limit size timeout store kind status state template description desc location dir directory folder usage budget cost rate public publishable csrf xsrf forgot confirm confirmation invalid wrong next page continuation pagination cursor syntax lexer parser tokenizer primary foreign sort partition cache route i18n translation object map row hot bits column columns fingerprint thumbprint alias scope scopes audience issuer source created updated at on date time validator validation rule rules scheme separator delimiter prompt rotation integrity sha sha1 sha256 sha512 md5 etag address contract mint erc20 symbol decimals decode encode decoded encoded schema dkim hasher hashing encoder generator".split(
    " ",
  ),
);
/** Words before the secret's own that say something about it rather than whose it is. */
const aboutBefore = new Set(
  "hashed csrf xsrf forgot confirm confirmation reset public publishable page next prev previous continuation pagination cursor syntax lexer parser primary foreign sort partition cache route i18n translation object map row hot column erc20 mint contract address prompt input output min max total num number count invalid wrong fingerprint scope rotation validator dkim".split(
    " ",
  ),
);
/** Words that say the value is made up. */
const pretendWords = new Set(["non", "fake", "dummy", "mock", "example", "sample", "stub", "invalid", "wrong", "bad"]);
/** Words that make a human's password unworthy of an alarm, though not a machine-made key. */
const testWords = new Set(["test", "tests", "testing", "demo", "old", "new", "expected"]);

/** Words for passwords and keys in other scripts, and what they mean. */
const otherScripts: readonly (readonly [RegExp, string])[] = [
  [/пароль|密码|密碼|口令|パスワード|비밀번호/gi, " password "],
  [/ключ|密钥|密鑰|秘密鍵/gi, " secret "],
];

/** Bytes of UTF-8, one character each: `Ã±` matches, `n` does not. */
const beyondAscii = /[\x80-\xff]/;

/** The name in ASCII: accents taken off, words of other scripts translated. Names come as bytes, one character each. */
function inAscii(name: string): string {
  if (!beyondAscii.test(name)) return name;
  let read = Buffer.from(name, "latin1").toString("utf8");
  for (const [word, meaning] of otherScripts) read = read.replace(word, meaning);
  return read
    .replace(/ł/g, "l")
    .replace(/ü/g, "ue")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

/** What a name says. */
interface Told {
  readonly words: readonly string[];
  readonly meaning: Meaning | undefined;
  readonly isSomeKey: boolean;
}

const mostRemembered = 10_000;
const remembered = new Map<string, Told>();

/** Asks once for each name: programs repeat theirs, and in a large tree most names were met before. */
function toldBy(name: string): Told {
  const known = remembered.get(name);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const words = splitWords(name);
  const told = { words, meaning: meaningBy(words), isSomeKey: tellsKey(words) };
  // A copy: as a part of its file's text the name would keep all of that.
  remembered.set(Buffer.from(name, "utf16le").toString("utf16le"), told);
  return told;
}

/** The words of a name: `dbPassword`, `DB_PASSWORD` and `db-password` are two each. */
export const wordsOf = (name: string): readonly string[] => toldBy(name).words;

/** What the name says of its value; undefined where it does not name a secret. */
export const meaningOf = (name: string): Meaning | undefined => toldBy(name).meaning;

/** Whether the name is that of a key and no more is known of it: `census_key`, `WORKER_KEY`; not `cache_key`, `key`. */
export const isSomeKey = (name: string): boolean => toldBy(name).isSomeKey;

const isUpper = (code: number) => code >= 65 && code <= 90;
const isLower = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Splits a name at all that is neither letter nor digit, and before a capital that begins a word. */
function splitWords(name: string): readonly string[] {
  const text = inAscii(name);
  const words: string[] = [];
  let start = 0;
  let before = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const isPart = isUpper(code) || isLower(code) || isDigit(code);
    const begins = isUpper(code) && (isLower(before) || isDigit(before) || (isUpper(before) && isLower(text.charCodeAt(at + 1))));
    if (!isPart || begins) {
      if (at > start) words.push(text.slice(start, at).toLowerCase());
      start = isPart ? at : at + 1;
    }
    before = code;
  }
  return words;
}

function meaningBy(all: readonly string[]): Meaning | undefined {
  const words = all.slice(-6);
  const at = lastSecretWord(words);
  if (at < 0) return undefined;
  if (words.some((word) => pretendWords.has(word))) return undefined;
  if (words.slice(at + 1).some((word) => aboutWords.has(word))) return undefined;
  if (at > 0 && aboutBefore.has(words[at - 1] ?? "")) return undefined;
  // .NET names an assembly by the hash of its public key: `PublicKeyToken=…`.
  if (words[at - 2] === "public" && words[at - 1] === "key") return undefined;
  // "pass" is a verb as well: only the end of a name makes a noun of it.
  if (words[at] === "pass" && at < words.length - 1) return undefined;
  if (!isPasswordWord((words[at] ?? "").replace(/(?<=token|secret|password|passwd|passwort)\d{1,2}$/, ""))) return "key";
  return words.some((word) => testWords.has(word)) ? "key" : "password";
}

/** Whether the last words of a name ask for a user and a password: `user.info`, `proxy-user`; not `user`. */
function isPairWord(word: string, before: string): boolean {
  return word === "userinfo" || (word === "info" && before === "user") || (word === "user" && before === "proxy");
}

function lastSecretWord(words: readonly string[]): number {
  for (let index = words.length - 1; index >= 0; index--) {
    const word = (words[index] ?? "").replace(/(?<=token|secret|password|passwd|passwort)\d{1,2}$/, "");
    const before = words[index - 1] ?? "";
    // Salt is also a program: its name says nothing of what follows it.
    if (word === "salt" && index < words.length - 1) continue;
    if (isPasswordWord(word) || keys.has(word)) return index;
    if ((word === "key" || word === "keys") && keyCompanions.has(before)) return index;
    if (
      /^[a-z]{0,12}(?:apikey|secretkey|accesskey|authtoken|apitoken|secret|token|schluessel|priv(?:ate)?key|signingkey|encryptionkey|masterkey|authkey|hmackey|cookiekey|passwordsalt|hashsalt)$/.test(
        word,
      )
    )
      return index;
    if (index === words.length - 1 && isPairWord(word, before)) return index;
    if (word === "private" && before === "vapid") return index;
    if (word === "cle" && (index === 0 || /^(?:api|secrete|privee)$/.test(words[index + 1] ?? ""))) return index;
  }
  return -1;
}

/** `dbpass` and `smtppass` match, `bypass` and `compass` do not. */
const ownersPass =
  /^(?:db|user|ftp|mail|imap|pop|smtp|root|admin|mysql|sql|pg|redis|mongo|ssh|sudo|become|login|proxy|http|ldap|bind|dn|key|ks|store|ssl|vpn|vnc|wifi|wlan|wpa|require|remote|local|master|default|api|app|svn|git|irc|nick|cli|zip|pdf|wp|my|the|test|backup|sa|sys|tomcat|jenkins)pass$/;

function isPasswordWord(word: string): boolean {
  return passwords.has(word) || /^[a-z]{1,12}(?:password|passwd|pwd)$/.test(word) || ownersPass.test(word);
}

/** Words before `key` that make it the name of a place or of a thing rather than of a secret. */
const openKeys = new Set(
  "public site pub gpg pgp socket primary foreign sort partition cache route object group item map row data unique index lookup hash dedup idempotency translation i18n locale json yaml config setting settings option header param query field column property attribute label meta tag node parent child registry reg hot short storage event message topic routing record composite natural surrogate candidate alternate super arrow escape enter modifier file path s3 bucket blob verify verifying verification recipient host known authorized fingerprint build commit integrity state session_storage prefix sub hkey prop test fake mock dummy content entity entry user_id".split(
    " ",
  ),
);

function tellsKey(words: readonly string[]): boolean {
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.at(-1) === "key" &&
    !words.some((word) => openKeys.has(word) || aboutWords.has(word) || pretendWords.has(word))
  );
}
