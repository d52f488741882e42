import type { Place } from "./place.ts";

/** Configuration files, by their names. */
const config = /\.(?:conf|cfg|cnf|config|ini|rc|local|txt|cf|inc|acl|pcf)$|rc$|(?:^|\/)[^.]*$|(?:conf|config)\/|-confg$/i;

const line = /(?:^|\n)[ \t]{0,12}$/;

/** Directives of servers and programs whose value follows after a space. */
export const configPlaces: readonly Place[] = [
  {
    words: ["masterauth ", "tls-key-file-pass ", "primaryauth "],
    before: line,
    after: /\S{1,30}[ \t]{1,20}"?(?<s>[^\s"]{5,200})/y,
    judge: "password",
    title: "password of a Redis server",
  },
  {
    words: ["sentinel auth-pass "],
    after: /sentinel auth-pass \S{1,60} "?(?<s>[^\s"]{5,200})/iy,
    judge: "password",
    title: "password of a Redis server",
  },
  {
    words: [" on >", " reset >", "allkeys >"],
    before: /(?:^|\n|setuser )[ \t]{0,8}(?:user )?[\w.-]{1,60}(?: \S{1,40}){0,4}$/i,
    after: /[^>]{1,12}>(?<s>[^\s"]{5,200})/y,
    judge: "password",
    title: "password of a Redis user",
  },
  {
    words: ["bindpw ", "rootpwmodpw ", "rootbindpw "],
    before: line,
    after: /\S{1,20}[ \t]{1,20}"?(?<s>[^\s"{][^\s"]{4,200})/y,
    judge: "password",
    title: "password of a directory's user",
  },
  {
    words: ["rootpw "],
    before: line,
    after: /rootpw[ \t]{1,20}(?:--plaintext )?"?(?<s>[^\s"{$-][^\s"]{4,200})/iy,
    judge: "password",
    title: "password of root",
  },
  {
    words: ["authldapbindpassword ", "sslproxymachinecertificatepassword ", "cachemgr_passwd ", "dbdpassword "],
    before: line,
    after: /\S{1,50}[ \t]{1,20}["']?(?<s>[^\s"']{5,200})/y,
    judge: "password",
    title: "password of a directive",
  },
  {
    words: ["insecure-password ", "stats auth "],
    after: /(?:insecure-password|stats auth[ \t]{1,8}[\w.@-]{1,60}:)[ \t]{0,8}(?<s>[^\s:]{5,200})/iy,
    judge: "password",
    title: "password of an HAProxy user",
  },
  {
    words: ["basicauth "],
    before: line,
    after: /basicauth[ \t]{1,8}[\w.@-]{1,60}[ \t]{1,8}(?<s>[^\s{}"']{5,200})[ \t]*(?=\r?\n|$)/iy,
    path: config,
    judge: "strong",
    title: "password of a proxy's user",
  },
  {
    words: ["no-query login=", "login="],
    before: /cache_peer [^\n]{1,200}$/,
    after: /(?:no-query )?login=[\w.@-]{1,60}:(?<s>[^\s]{5,200})/iy,
    judge: "password",
    title: "password of a proxy's user",
  },
  {
    words: ["sqlconnectinfo "],
    after: /sqlconnectinfo[ \t]{1,8}\S{1,120}[ \t]{1,8}\S{1,60}[ \t]{1,8}(?<s>\S{5,200})/iy,
    judge: "password",
    title: "password of a database user",
  },
  {
    words: ["nickserv identify ", "nickserv :identify ", "auth plain "],
    after: /(?:nickserv :?identify|auth plain) (?:\w{1,30} )?(?<s>[^\s";]{5,200})/iy,
    judge: "strong",
    title: "password of a chat's user",
  },
  {
    words: ["addauth digest "],
    after: /addauth digest [\w.@-]{1,60}:(?<s>\S{5,200})/iy,
    judge: "password",
    title: "password of a ZooKeeper user",
  },
  {
    words: ["passwd/root-password password ", "passwd/user-password password ", "-password-again password "],
    after: /[\w/-]{1,40} password (?<s>\S{5,200})/iy,
    judge: "password",
    title: "password of an installation",
  },
  {
    words: ["ipsec secret ", "xauth password "],
    before: line,
    after: /(?:ipsec secret|xauth password) (?<s>\S{5,200})/iy,
    judge: "password",
    title: "password of a VPN",
  },
  {
    words: ["-setcookie "],
    after: /-setcookie (?<s>[\w-]{10,128})/iy,
    judge: "key",
    title: "cookie of an Erlang cluster",
  },
  {
    words: ["erlang_cookie", "erlang.cookie", "erlangcookie"],
    after: /erlang[._]?cookie["']?[ \t]{0,8}[:=][ \t]{0,8}["']?(?<s>[\w-]{10,128})/iy,
    judge: "key",
    title: "cookie of an Erlang cluster",
  },
  {
    words: ["authtok"],
    after: /authtok["']?[ \t]{0,8}[:=][ \t]{0,8}["']?(?<s>[^\s"']{5,128})/iy,
    judge: "password",
    title: "password of a directory's user",
  },
  {
    words: ["encrypt = ", "encrypt=", '"encrypt":'],
    after: /"?encrypt"?[ \t]{0,4}[=:][ \t]{0,4}"(?<s>[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{43}=)"/iy,
    judge: "key",
    title: "gossip key of a cluster",
  },
  {
    words: ["initial_management", "master_token", "agent_master", "replication ="],
    after: /[\w ]{1,30}["']?[ \t]{0,8}[=:][ \t]{0,8}"(?<s>[0-9a-f-]{36})"/iy,
    judge: "identifier",
    title: "management token of a cluster",
  },
  {
    words: ["tokens {", '"tokens": {', '"tokens":{'],
    after:
      /"?tokens"?:?[ \t]{0,4}\{[^{}]{0,300}?\b(?:default|agent|replication|agent_recovery|dns)"?[ \t]{0,4}[=:][ \t]{0,4}"(?<s>[0-9a-f-]{36})"/iy,
    judge: "identifier",
    title: "token of a cluster",
  },
  {
    words: ["[http://"],
    after:
      /\[http:\/\/[\w-]{1,60}\]\r?\n(?:(?!token)[^[\n]{0,100}\n){0,8}token[ \t]{0,4}=[ \t]{0,4}(?<s>[0-9a-f-]{36})(?![\w-])/iy,
    judge: "identifier",
    title: "token of Splunk's event collector",
  },
  {
    words: ["$user"],
    before: line,
    after: /\$user\d{1,3}\$=(?<s>\S{5,128})/iy,
    path: /resource\.cfg$|\.cfg$/,
    judge: "strong",
    title: "macro of a monitoring system",
  },
  {
    words: ["encryption:"],
    after: /encryption:\s{1,20}key:[ \t]{1,4}["']?(?<s>[A-Za-z0-9+/]{43}=)/iy,
    judge: "key",
    title: "encryption key of a device",
  },
  {
    words: ["k 8\npassword"],
    after: /k 8\r?\npassword\r?\nv \d{1,3}\r?\n(?<s>\S{5,128})/iy,
    judge: "password",
    title: "password of Subversion",
  },
  {
    words: ["<auth-user-pass>"],
    after: /<auth-user-pass>\s{0,4}[^\n<]{1,80}\n(?<s>[^\s<]{4,120})\s{0,4}<\/auth-user-pass>/iy,
    judge: "password",
    title: "password of a VPN profile",
  },
  {
    words: ["userpassword::"],
    after: /userpassword::[ \t]{1,4}(?<s>[A-Za-z0-9+/]{8,200}={0,2})/iy,
    judge: "community",
    title: "password of a directory's user",
  },
  {
    words: ["clear-text=", "security-credential="],
    after: /[\w-]{10,20}=["'](?<s>[^"'\s]{4,120})["']/iy,
    judge: "password",
    title: "password of an application server",
  },
  {
    words: ["dynamic-cookie-key "],
    after: /dynamic-cookie-key[ \t]{1,4}(?<s>[^\s"']{8,128})/iy,
    judge: "key",
    title: "key of HAProxy's cookies",
  },
  {
    // A header that only the proxy in front knows, compared with what it has to be.
    words: ["$http_", "req.http.", "hdr("],
    after:
      /(?:\$http_|req\.http\.|hdr\()[\w-]{2,40}\)?(?: ?(?:!=|==|=|!~|~\*|~) ?| -m str )["']?(?<s>[A-Za-z0-9_+/-]{20,128}={0,2})["']?(?=[ )}\r\n]|$)/iy,
    judge: "key",
    title: "value that a header has to have",
  },
  {
    words: ["unseal key ", "recovery key "],
    after: /\w{6,8} key \d{1,2}:[ \t]{1,4}(?<s>[A-Za-z0-9+/]{43,44}=?|[0-9a-f]{64,66})(?!\S)/iy,
    judge: "key",
    title: "share of a vault's key",
  },
  {
    words: ["appid="],
    before: /https?:[^\s"'<>]{4,200}[?&]$/i,
    after: /appid=(?<s>[0-9a-f]{32})(?![\w.])/iy,
    judge: "key",
    title: "key of a weather service",
  },
  {
    words: ['"appid"', "'appid'"],
    before: /(?:openweather|params["']?[ \t]{0,2}[=:(,])[^\n]{0,160}$/i,
    after: /["']appid["'][ \t]{0,2}(?::|=>|,)[ \t]{0,4}["'](?<s>[0-9a-f]{32})["']/y,
    judge: "key",
    title: "key of a weather service",
  },
  {
    words: ["snyk auth ", "codecov"],
    after: /(?:snyk auth|codecov[^\n]{0,80} (?:-t|--token)[ =]?) ?["']?(?<s>[0-9a-f-]{36})(?![\w-])/iy,
    judge: "identifier",
    title: "token given to a command",
  },
  {
    words: ["sonar.login", "sonar.token"],
    after: /sonar\.(?:login|token)["']?[ \t]{0,2}[=:,][ \t]{0,2}["']?(?<s>[0-9a-f]{40})(?!\w)/iy,
    judge: "key",
    title: "token of SonarQube",
  },
  {
    words: ["omniauth :", "provider :"],
    after: /(?:omniauth|provider) :\w{2,40},\s{1,40}["'][^"'\n]{1,120}["'],\s{1,40}["'](?<s>[^"'\n]{12,200})["']/iy,
    judge: "key",
    title: "secret of an OAuth client",
  },
  {
    words: ["logic.azure.com"],
    after: /logic\.azure\.com[^\s"'<>]{1,300}?[?&]sig=(?<s>[\w%-]{30,80})/iy,
    judge: "key",
    title: "signature of a workflow's address",
  },
  {
    // GUIDs are keys behind names that say nothing else.
    words: [
      "vault_token=",
      "consul_http_token=",
      "nomad_token=",
      "splunk_token=",
      "hec_token=",
      "heroku_api_key=",
      "x-api-key: ",
    ],
    after: /[\w-]{8,20}(?:=|: )["']?(?<s>[0-9a-f-]{36})(?![\w-])/iy,
    judge: "identifier",
    title: "key in the shape of an identifier",
  },
  {
    words: ["authorization: ", "x-auth-token: ", "x-vault-token: "],
    after: /[\w-]{6,14}:[ \t]{1,4}(?:[A-Za-z][\w-]{1,20}[ \t]{1,2})?(?<s>[0-9a-f-]{36})(?![\w-])/iy,
    judge: "identifier",
    title: "key of a header",
  },
  {
    words: ["cookie: ", "cookie = ", 'cookie", "value":', "--cookie ", " -b '", ' -b "'],
    after:
      /(?:cookie:|cookie =|cookie", "value":|--cookie|-b|[ \t]-b)[ \t]{1,4}["']?(?:[\w.-]{1,40}=[^\s;"']{0,100}; ?){0,4}(?:[\w.-]{0,24}(?:sess|sid|auth|token)[\w.-]{0,16})=(?<s>[\w.%+/=:-]{20,400})/iy,
    judge: "key",
    title: "cookie of a session",
  },
];
