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
];
