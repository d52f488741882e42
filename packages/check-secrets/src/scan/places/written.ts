import type { Place } from "./place.ts";

/** Where formats of their own have a credential that no name before it tells: logins in lists, state, templates, request files. */
export const writtenPlaces: readonly Place[] = [
  {
    words: ["authorization: basic "],
    after: /authorization: basic [\w.@-]{1,40} (?<s>[^\s"'{}<>]{5,120})[ \t]*(?=\r?\n|$)/iy,
    path: /\.(?:http|rest)$/,
    judge: "password",
    title: "password of a request",
  },
  {
    words: ["users = [", "users=[", "users: [", "basicauth: ", "basic_auth: ", "basic_auth = "],
    after: /\w{5,10}[ \t]{0,2}[:=][ \t]{0,2}\[?[ \t\r\n]{0,20}["'][\w.@-]{1,40}:(?<s>[^\s"':$][^\s"':]{5,120})["']/iy,
    judge: "strong",
    title: "password of a user",
  },
  {
    words: ["static:"],
    after: /static:[\w.@-]{1,60}:(?<s>[^\s:"']{5,120})/iy,
    path: /\.cf$/,
    judge: "password",
    title: "password of a mail relay",
  },
  {
    words: ["<apikeys>"],
    after: /<apikeys>\s{0,40}<add key="[^"\n]{1,200}" value="(?<s>[^"\n]{20,200})"/iy,
    judge: "key",
    title: "key of a package feed",
  },
  {
    words: ["| password_hash("],
    before: /["'](?<s>[^"'\n]{4,120})["'][ \t]{0,4}$/,
    judge: "password",
    title: "password that is about to be hashed",
  },
  {
    words: ['"random_password"'],
    after: /"random_password"[^[\]]{0,300}?"instances":[^\]]{0,1500}?"result":[ \t]{0,4}"(?<s>[^"\n]{8,200})"/iy,
    judge: "password",
    title: "password in Terraform's state",
  },
  {
    words: ["password ", "passwd ", "pass ", "pw ", "token ", "secret "],
    after: /\w{2,8}[ \t]{1,4}\{?(?<s>[^\s"'{}$[\]]{6,120})[ \t]{0,4}(?=[\s}]|$)/iy,
    path: /\.(?:tcl|exp|expect)$/,
    judge: "strong",
    title: "password of a Tcl program",
  },
  {
    words: ["forhttpheaderfield:", "forkey:"],
    before: /@?"(?<s>[^"\n]{6,200})",?[ \t]{1,4}$/,
    after: /for\w{3,16}:[ \t]?@?"[\w.-]{0,30}(?:pass(?:word|wd)?|pwd)"/iy,
    judge: "password",
    title: "password kept under a key",
  },
  {
    words: ["forhttpheaderfield:", "forkey:"],
    before: /@?"(?<s>[^"\n]{16,200})",?[ \t]{1,4}$/,
    after: /for\w{3,16}:[ \t]?@?"[\w.-]{0,30}(?:token|secret|api-?_?key|auth)[\w.-]{0,10}"/iy,
    judge: "key",
    title: "key kept under a name",
  },
  {
    words: ['return "', "return '"],
    before: /(?:password|passwd|passphrase|pwd)\(\)[^\n{};]{0,40}[{:]\s{0,20}$/i,
    after: /return ["'](?<s>[^"'\n]{6,120})["']/iy,
    judge: "strong",
    title: "password that a function returns",
  },
  {
    words: ['return "', "return '"],
    before: /(?:secret|token|api_?key)\(\)[^\n{};]{0,40}[{:]\s{0,20}$/i,
    after: /return ["'](?<s>[^"'\n]{16,200})["']/iy,
    judge: "key",
    title: "key that a function returns",
  },
  {
    words: ['send "', 'send -- "', 'send \\"', "send '"],
    after: /send (?:-- )?\\?["'](?<s>[^"'\\\n $]{6,80})\\[rn]/iy,
    judge: "strong",
    title: "password typed by a script",
  },
  {
    words: [".logon "],
    after: /\.logon [\w.-]{1,60}\/[\w.-]{1,40},(?<s>[^\s;"']{5,80})/iy,
    judge: "password",
    title: "password of a database user",
  },
  {
    words: ["-token ", "-token="],
    before: /(?:nomad|consul|vault)[^\n]{0,100}$/i,
    after: /-token[ =](?<s>[0-9a-f-]{36})(?![\w-])/iy,
    judge: "identifier",
    title: "token of a cluster",
  },
];
