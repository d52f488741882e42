import type { Place } from "./place.ts";

/** Texts are read as bytes, one character each. */
const bytesOf = (text: string) => Buffer.from(text).toString("latin1");

/** "Password" in the languages that people write notes in. */
const passwordWords = [
  ..."password passwort passcode passwd passphrase kennwort contrasena senha wachtwoord haslo heslo passord salasana sifre".split(
    " ",
  ),
  ...["mot de passe", "contraseña", "hasło", "lösenord", "adgangskode", "şifre"],
  ...["пароль", "Пароль", "密码", "密碼", "口令", "パスワード", "비밀번호"],
].map(bytesOf);

/** Short words for it, with what follows them where they are no part of a name. */
const shortWords = ["pw ", "pw:", "pwd ", "pwd:", "pass ", "pass:"];

/** Words that say "is"; a colon or a dash does as well. */
const says = bytesOf("is|now|set|was|are|to|from|=|lautet|ist|jetzt|war|est|es|ahora|é|è|jest|je|är|er|on|:|–|—|->|=>|＝");
/** What says so in languages without spaces. */
const glued = bytesOf("是|为|は|の|는|은|：");

/** Marks round a value: quotes of all sorts, and those of Markdown. */
const marks = String.raw`(?:["'\x60*]|\xe2\x80[\x98-\x9f]|\xc2[\xab\xbb]){0,4}`;
const value = String.raw`(?<s>[\x21-\x7e]{6,80}?)(?=["'\x60]|(?:[.,;:)]{0,3}|\*\*)(?:\s|$|\\n)|<|[\x80-\xff])`;
/** Up to six words between the word for a password and the one that says "is": `for the router in the cellar`. */
const between = String.raw`(?:[ \t]{1,3}\([^()\n]{1,40}\)|[ \t]{1,3}[\w\x80-\xff'.@#-]{1,24}){0,6}?`;

/** What follows the word for a password: `ist jetzt «value»`, ` for staging: «value»`; the value may also come at once. */
function sentence(words: string, told = value): RegExp {
  const word = `(?:${words})(?![\\w.$[({]|["'] ?[:=\\])])`;
  const said = `${marks}${between}${marks}[ \\t]{0,3}(?:(?:${says})${marks}[ \\t]{0,3}){1,2}(?<=[ \\t*"'\`])`;
  return new RegExp(`${word}(?:${said}|${marks}[ \\t]{0,2}(?:${glued})[ \\t]{0,2}|[ \\t]{1,3})${marks}${told}`, "iy");
}

/** What a machine made, as a word of its own. */
const machineMade = String.raw`(?<s>[A-Za-z0-9_-]{24,128})(?![\w/.+=-])`;
/** The same in quotes. */
const keyed = String.raw`[A-Za-z0-9_+/=.-]{20,200}`;
/** At most three words before the one for a key, none of which says that the value is none. */
const few = String.raw`(?:(?!(?:no|not|without|commit|etag|hash|sha\d*|digest|that|if|when|uses?|see|checks?)\b)[\w.'-]{1,20}[ \t]{1,3}){0,3}`;
const keyWords = [
  "api key",
  "api-key",
  "api token",
  "access token",
  "secret key",
  "access key",
  "api-schlüssel",
  "clé api",
  "clave api",
  "token",
];

/** Sentences, notes and tickets that tell a password or a key. */
export const prosePlaces: readonly Place[] = [
  {
    words: passwordWords,
    after: sentence(`(?:${passwordWords.join("|")})(?:en|et|n)?`),
    judge: "strong",
    title: "password in a sentence",
    isProse: true,
  },
  {
    words: shortWords,
    before: /(?:^|[^\w$.>-])$/,
    after: sentence("pwd?|pass(?! \\w+(?: \\w+){0,3} (?:to|as|are)\\b)"),
    judge: "strong",
    title: "password in a sentence",
    isProse: true,
  },
  {
    words: ["wifi", "wi-fi", "wlan"],
    after: new RegExp(
      String.raw`w(?:i-?fi|lan)(?![\w_])[^\n:=_]{0,60}?(?:(?:${says})[ \t]{1,3}){1,2}${marks}(?<s>[a-z]{3,12}(?:-[a-z]{3,12}){2,6}|[\x21-\x7e]{8,63}?)(?=["'\x60]|[.,;:)]?(?:\s|$))`,
      "iy",
    ),
    judge: "phrase",
    title: "key of a wireless network",
    isProse: true,
  },
  {
    // What a comment says of the value beside it: `"…"; // api token of the mirror`, `# the access key`, then `X = "…"`.
    words: keyWords.filter((word) => word !== "token").map(bytesOf),
    before: new RegExp(String.raw`["'](?<s>${keyed})["'][;,)\]}]{0,3}[ \t]{0,8}(?://|#|--|/\*|%)[ \t]{0,3}${few}$`, "i"),
    judge: "key",
    title: "key told by a comment",
  },
  {
    words: keyWords.filter((word) => word !== "token").map(bytesOf),
    before: new RegExp(String.raw`(?:^|\n)[ \t]{0,20}(?://|#|--|/?\*|%)[ \t]{0,3}${few}$`, "i"),
    after: new RegExp(
      String.raw`[^\n]{7,12}?(?![^\n]{0,60}(?:hash|digest|checksum|expected|print))[^\n]{0,60}\n[^\n"'#/]{0,60}[=:(][ \t]{0,4}["'](?<s>${keyed})["']`,
      "iy",
    ),
    judge: "key",
    title: "key told by a comment",
  },
  {
    words: keyWords.map(bytesOf),
    before: /(?:^|[^\w$.>])(?<!(?:csrf|xsrf|page)-)$/i,
    after: sentence(keyWords.map(bytesOf).join("|"), machineMade),
    judge: "key",
    title: "key in a sentence",
    isProse: true,
  },
  {
    words: ["login", "log in", "credentials", "creds", "zugangsdaten", "anmeldung", "identifiants", "credenciales", "logon"],
    before: /(?:^|[^\w$.>])$/,
    after: new RegExp(
      String.raw`[a-z ]{5,12}(?![\w.$[({]|["'] ?[:=\])])(?:[ \t]{1,3}[\w.-]{1,16}){0,5}?[ \t]{0,2}(?::|is|are|with|as|mit|=)?[ \t]{1,3}${marks}[\w.@-]{2,40}${marks}[ \t]{0,2}(?:/|:|,)[ \t]{0,2}${marks}${value}`,
      "iy",
    ),
    judge: "strong",
    title: "password in a sentence",
    isProse: true,
  },
];
