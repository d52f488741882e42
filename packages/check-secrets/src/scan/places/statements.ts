import type { Place } from "./place.ts";

/** A string of SQL: `'value'` and `N'value'`. */
const one = String.raw`N?'(?<s>[^'\n]{4,120})'`;

/** A short text in quotes. */
const text = String.raw`["'][^"'\n]{1,80}["']`;

/** Calls that encode in base64. */
const encodings = [
  "btoa(",
  "b64encode(",
  "64_encode(",
  "64.encode(",
  "64::encode(",
  "encode64(",
  "buffer.from(",
  "b64encode!(",
  "encodetostring(",
  "tobase64string(",
];

/** What begins a list or a map of users and their passwords. */
const credentialLists = [
  "creds =",
  "creds=",
  "credentials =",
  "credentials=",
  "auth =",
  "login =",
  "credentials:",
  "creds:",
  "users =",
  "users:",
  "accounts =",
  "logins =",
];

/** Statements of databases, of PowerShell, and comparisons, where a password stands without an operator after its name. */
export const statementPlaces: readonly Place[] = [
  {
    // The other way round, as those write who fear `=`.
    words: ["'", '"'].flatMap((quote) => ["==", "!="].map((operator) => `${quote} ${operator}`)),
    before: /["'](?<s>[^"'\s]{6,80})$/,
    after:
      /["'] [!=]==? [\w.$>-]{0,60}?(?:password|passwd|pwd|passphrase|secret|api_?key|private_?key)\w{0,20}[ \t]{0,4}[)&|;{?:]/iy,
    judge: "password",
    title: "password that is compared with",
  },
  {
    words: ["set password for "],
    after: new RegExp(`set password for [^\\n=]{1,120}=[ \\t]{0,4}(?:password\\()?${one}`, "iy"),
    judge: "password",
    title: "password of a database user",
  },
  {
    words: ["identified by "],
    before: /(?:create|alter)\s{1,4}(?:user|role)\s{1,4}\S{1,60}\s{1,20}$|connect\s{1,4}to\s{1,4}\S{1,60}\s{1,20}$/i,
    after: /identified by (?<s>[^\s"';$&:<%]{6,120})(?=[\s;]|$)/iy,
    judge: "password",
    title: "password of a database user",
  },
  {
    words: ["identified by "],
    after: /identified by (?<s>[^\s"';$&:<%]{6,120})(?=[\s;]|$)/iy,
    judge: "strong",
    title: "password of a database user",
  },
  {
    words: ["sp_addlogin ", "sp_password "],
    after: new RegExp(`sp_\\w{5,8}[ \\t]{1,4}(?:N?'[^'\\n]{1,60}'|NULL)[ \\t]{0,4},[ \\t]{0,4}${one}`, "iy"),
    judge: "password",
    title: "password of a database user",
  },
  {
    words: ["sp_addlinkedsrvlogin "],
    after: new RegExp(`sp_addlinkedsrvlogin[^;\\n]{1,160},[ \\t]{0,4}${one}(?=[ \\t]{0,4}(?:;|\\r?\\n|$))`, "iy"),
    judge: "password",
    title: "password of a linked server",
  },
  {
    words: ["pragma key", "pragma rekey", " as encrypted key ", " key '", "pragma hexkey"],
    before: /(?:attach (?:database )?[^\n;]{1,120}|(?:^|[\s"'`(]))$/i,
    after: new RegExp(
      `(?:pragma (?:re|hex)?key[ \\t]{0,4}=[ \\t]{0,4}|(?<=attach[^\\n;]{1,120}) (?:as \\w{1,30} )?key )${one}`,
      "iy",
    ),
    judge: "password",
    title: "key of an encrypted database",
  },
  {
    words: ["insert into "],
    after: new RegExp(
      `insert into [\\w."\`[\\]]{0,60}(?:user|account|login|member|admin|credential)s?["\`\\]]?\\s{1,20}values\\s{0,20}\\((?:[^()\\n]{1,200}?),[ \\t]{0,4}${one}`,
      "iy",
    ),
    judge: "strong",
    title: "password of a row",
  },
  {
    words: ["convertto-securestring "],
    after: /ConvertTo-SecureString[ \t]{1,4}(?:-(?:AsPlainText|Force|String)[ \t]{1,4}){1,3}["'](?<s>[^"'\n]{4,120})["']/iy,
    judge: "password",
    title: "password of PowerShell",
  },
  {
    words: ["| convertto-securestring"],
    before: /["'](?<s>[^"'\n]{4,120})["'][ \t]{0,4}$/,
    judge: "password",
    title: "password of PowerShell",
  },
  {
    words: ["networkcredential]::new("],
    after: /networkcredential\]::new\(\s{0,4}["'][^"'\n]{1,60}["'],[ \t]{0,4}["'](?<s>[^"'\n]{4,120})["']/iy,
    judge: "password",
    title: "password of PowerShell",
  },
  {
    words: [".equals(pass", ".equals(pwd", ".equals(pw", ".equals(token", ".equals(secret"],
    before: /"(?<s>[^"\n]{4,120})"$/,
    judge: "strong",
    title: "text that a password is compared with",
  },
  {
    words: [
      "strcpy(",
      "strncpy(",
      "strlcpy(",
      "strcmp(",
      "strncmp(",
      "strcasecmp(",
      "hash_equals(",
      "secure_compare(",
      "compare_digest(",
      "timingsafeequal(",
    ],
    after:
      /\w{4,20}\([ \t]{0,4}[$\w.>[\]"'-]{0,40}(?:pass|pwd|pw|secret|token|key)[\w\]"')]{0,20}[ \t]{0,4},[ \t]{0,4}b?["'](?<s>[^"'\n]{4,120})["']/iy,
    judge: "strong",
    title: "text that a password is compared with",
  },
  {
    words: [".fill(", ".type(", ".sendkeys(", ".send_keys(", "fill_in ", ".settext(", ".setvalue("],
    before: /(?:pass(?:word|wd|phrase|wort)|pwd|contrase|senha)[^\n]{0,60}$/i,
    after: /\.?\w{4,12}[( ][ \t]{0,4}["'`](?<s>[^"'`\n]{4,120})["'`]/iy,
    judge: "strong",
    title: "text typed into a password field",
  },
  {
    words: [".fill(", ".type(", "fill_in ", ".filltext("],
    after:
      /\.?\w{4,12}[( ][ \t]{0,4}["'`][^"'`\n]{0,40}(?:pass(?:word|wd|phrase|wort)|pwd|contrase|senha)[^\n]{0,30}?["'`],[ \t]{0,4}(?:with: ?)?["'`](?<s>[^"'`\n]{4,120})["'`]/iy,
    judge: "strong",
    title: "text typed into a password field",
  },
  {
    words: ["password", "passwd", "pass", "pwd", "pw"],
    before: /(?:user|username|login|name|email|account)["'\]]?[ \t]{0,2},[ \t]{0,4}[$@]?(?:\w{1,12}_)?$/i,
    after: /\w{2,8}\)?[ \t]{0,4}:?=[ \t]{0,4}[([]?["'][^"'\n]{1,80}["'][ \t]{0,4},[ \t]{0,4}["'](?<s>[^"'\n]{4,120})["']/iy,
    judge: "password",
    title: "second of two values, a user's password",
  },
  ...[0, 1, 2, 3].map((skipped): Place => ({
    words: credentialLists,
    // Those before it in a map of several users are passed over.
    after: new RegExp(
      String.raw`\w{4,12}[ \t]{0,4}[:=][ \t]{0,4}[([{][ \t\r\n]{0,20}(?:${text}[ \t]{0,4}(?::|=>)[ \t]{0,4}${text},[ \t\r\n]{0,20}){${String(skipped)}}\(?${text}[ \t]{0,4}(?:${skipped === 0 ? ",|" : ""}:|=>)[ \t]{0,4}["'](?<s>[^"'\n]{4,120})["'][ \t]{0,4}[)\]},]`,
      "iy",
    ),
    judge: "strong",
    title: "second of two values, a user's password",
  })),
  {
    words: ["-password"],
    before: /[ \t]$/,
    after: /-password[ \t]{1,4}(?<s>[^\s"'$(;|-][^\s"';|)]{5,120})/iy,
    judge: "strong",
    title: "value of -Password",
  },
  {
    words: ["setx "],
    after: /setx \w{0,40}(?:pass|passwd|password|pwd|secret|token|key)\w{0,10} "?(?<s>[^\s"%]{5,200})/iy,
    judge: "password",
    title: "value of an environment variable",
  },
  {
    words: ["setenv "],
    after: /setenv \w{0,40}(?:pass|passwd|password|pwd|secret|token)\w{0,10} "?(?<s>[^\s"%$]{5,200})/iy,
    judge: "password",
    title: "value of an environment variable",
  },
  {
    words: [" value '", ' value "', "move '", 'move "'],
    before: /(?:password|passwd|pwd)\b[^\n.]{0,60}$/i,
    after: / value ["'](?<s>[^"'\n]{4,80})["']\./iy,
    judge: "password",
    title: "value of a field",
  },
  {
    words: ["move '", 'move "'],
    after: /move ["'](?<s>[^"'\n]{4,80})["'] to [\w-]{0,30}(?:password|passwd|pwd)/iy,
    judge: "password",
    title: "value of a field",
  },
  {
    words: ['send "'],
    after: /send "(?<s>[^"\\$\s]{6,80})\\[rn]"/iy,
    judge: "strong",
    title: "password sent to a prompt",
  },
  {
    words: ["set password ", "set pass ", "set passwd "],
    before: /(?:^|\n)[ \t]{0,20}$/,
    after: /set pass\w{0,5} (?<s>[^\s"'{$[=;]{6,120})[ \t]*(?=\r?\n|$|;)/iy,
    judge: "strong",
    title: "value of a variable",
  },
  {
    words: ["chpasswd:"],
    after:
      /chpasswd:\s{1,20}(?:expire: \w{1,8}\s{1,20})?(?:list|users):[ \t]{0,4}\|?-?\s{1,20}(?:- )?["']?[\w.-]{1,32}:(?<s>[^\s"']{4,120})/iy,
    judge: "password",
    title: "password of a machine's user",
  },
  {
    words: ['connect("', "connect('"],
    after: /connect\(["']\w{2,30}\/(?<s>[^"'/@\s]{5,60})@/iy,
    judge: "password",
    title: "password of a database user",
  },
  ...[undefined, /["']basic [^\n]{0,60}$/i].map((before): Place => ({
    words: encodings,
    ...(before && { before }),
    after: /[\w.:!]{4,16}\((?:\[\]byte\(|[\w.]{0,30}getbytes\()?b?["'`][\w.@-]{1,60}:(?<s>[^"'`\s]{4,80})["'`]/iy,
    judge: before === undefined ? "strong" : "password",
    title: "password that is about to be encoded",
  })),
  {
    words: ['".tochararray()'],
    before: /"(?<s>[^"\n]{4,80})$/,
    judge: "strong",
    title: "characters of a password",
  },
  {
    words: ["security_credentials,"],
    after: /security_credentials,[ \t]{0,4}"(?<s>[^"\n]{4,80})"/iy,
    judge: "password",
    title: "password of a directory's user",
  },
  {
    words: ["{noop}"],
    after: /\{noop\}(?<s>[^"'\s]{4,80})/iy,
    judge: "password",
    title: "password kept as it is",
  },
  {
    words: [".text =", ".value =", ".text() =", ".val() ="],
    before: /(?:pass(?:word|wd|wort)?|pwd)\w{0,8}$/i,
    after: /\.\w{3,6}(?:\(\))?[ \t]{0,4}={1,3}[ \t]{0,4}["'](?<s>[^"'\n]{4,80})["']/iy,
    judge: "strong",
    title: "text that a password is compared with",
  },
  {
    words: ["--token "],
    after: /--token (?<s>[a-z0-9]{6}\.[a-z0-9]{16})(?!\w)/iy,
    judge: "community",
    title: "token of a cluster",
  },
  {
    words: ['"github-oauth"', '"gitlab-token"', '"bearer"'],
    after: /"[\w-]{6,12}":\s{0,8}\{\s{0,40}"[\w.-]{1,80}":\s{0,8}"(?<s>[\w-]{20,100})"/iy,
    judge: "key",
    title: "token of a package manager",
  },
  {
    words: ["insert into "],
    after:
      /insert into [\w."`[\]]{1,80}[ \t]{0,4}\([^()\n]{0,120}?,[ \t]{0,4}["`]?(?:password|passwd|pwd|passwort|senha)["`]?[ \t]{0,4}\)\s{0,20}values\s{0,20}\((?:[^()\n]{0,300}),[ \t]{0,4}N?'(?<s>[^'\n]{4,80})'\)/iy,
    judge: "strong",
    title: "password of a row",
  },
];
