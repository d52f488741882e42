import type { Place } from "./place.ts";

/** Lines of routers and switches, of which many are no files with a name of their own: dumps, mails, tickets. */
export const devicePlaces: readonly Place[] = [
  {
    words: ["enable secret ", "enable password "],
    after: /enable (?:secret|password) (?:level \d{1,2} )?(?:0 )?(?<s>[^\s"'<]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    before: /(?:^|\n)[ \t]{0,8}$/,
    judge: "password",
    title: "password of a router",
  },
  {
    words: ["username "],
    before: /(?:^|\n)[ \t]{0,8}(?:set )?$/,
    after:
      /username [\w.@-]{1,60} (?:privilege \d{1,2} )?(?:role \S{1,30} )?(?:password|secret) (?:0 )?(?<s>[^\s"'<$]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    judge: "password",
    title: "password of a router's user",
  },
  {
    words: ["snmp-server community ", "set snmp community ", "snmp community "],
    after: /(?:snmp-server|set snmp|snmp) community (?<s>[^\s"'<]{8,120})/iy,
    judge: "community",
    title: "community of SNMP",
  },
  {
    words: ["snmp-server host "],
    after: /snmp-server host \S{1,60} (?:traps |informs )?(?:version \w{1,3} (?:auth |priv |noauth )?)?(?<s>[^\s"'<]{8,120})/iy,
    judge: "community",
    title: "community of SNMP",
  },
  {
    words: ["rocommunity ", "rwcommunity ", "rocommunity6 ", "rwcommunity6 ", "trapcommunity "],
    before: /(?:^|\n)[ \t]{0,8}$/,
    after: /\w{8,16}[ \t]{1,8}(?<s>[^\s"'<]{8,120})/y,
    judge: "community",
    title: "community of SNMP",
  },
  {
    words: ["com2sec ", "com2sec6 "],
    before: /(?:^|\n)[ \t]{0,8}$/,
    after: /com2sec6?[ \t]{1,8}(?:-Cn[ \t]{1,4}\S{1,40}[ \t]{1,4})?\S{1,60}[ \t]{1,8}\S{1,60}[ \t]{1,8}(?<s>[^\s"'<]{8,120})/iy,
    judge: "community",
    title: "community of SNMP",
  },
  {
    words: ["createuser "],
    before: /(?:^|\n)[ \t]{0,8}$/,
    after: /createuser[ \t]{1,8}(?:-e \S{1,60} )?\S{1,60}[ \t]{1,8}(?:MD5|SHA(?:-?\d{3})?)[ \t]{1,8}"?(?<s>[^\s"]{6,120})/iy,
    judge: "password",
    title: "password of an SNMP user",
  },
  {
    words: [" aes ", " des "],
    before: /createuser[ \t][^\n]{1,160}$/i,
    after: / (?:aes|des)[ \t]{1,8}"?(?<s>[^\s"]{6,120})/iy,
    judge: "password",
    title: "password of an SNMP user",
  },
  {
    words: [
      "isakmp key ",
      "tacacs-server key ",
      "radius-server key ",
      "key-string ",
      "ikev2 local-authentication pre-shared-key ",
    ],
    after:
      /(?:isakmp key|tacacs-server key|radius-server key|key-string|ikev2 local-authentication pre-shared-key) (?:0 )?(?<s>[^\s"'<]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    judge: "password",
    title: "key shared by routers",
  },
  {
    words: ["radius-server host ", "tacacs-server host "],
    after:
      /(?:radius|tacacs)-server host \S{1,60}(?: (?:auth-port|acct-port|timeout|retransmit) \d{1,5}){0,4} key (?:0 )?(?<s>[^\s"'<]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    judge: "password",
    title: "key shared by routers",
  },
  {
    words: ["neighbor "],
    before: /(?:^|\n)[ \t]{0,8}$/,
    after: /neighbor \S{1,60} password (?:0 )?(?<s>[^\s"'<]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    judge: "password",
    title: "password of a routing neighbour",
  },
  {
    words: ["message-digest-key ", "authentication-key "],
    after:
      /(?:message-digest|authentication)-key \d{1,5} (?:md5|sha\d?|hmac-sha-\d+) (?:0 )?(?<s>[^\s"'<]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    judge: "password",
    title: "key shared by routers",
  },
  {
    words: ["wpa-psk ascii ", "pre-shared-key "],
    before: /(?:^|\n)[ \t]{0,8}$/,
    after:
      /(?:wpa-psk ascii|pre-shared-key) (?:local |remote |ascii-text |address \S{1,60} key )?(?:0 )?"?(?<s>[^\s"'<]{6,120})(?! (?:[5-9]|encrypted)\b)(?!\S)/iy,
    judge: "password",
    title: "key of a wireless network",
  },
  {
    words: ["plain-text-password-value "],
    after: /plain-text-password-value "?(?<s>[^\s"]{6,120})/iy,
    judge: "password",
    title: "password of a router",
  },
];
