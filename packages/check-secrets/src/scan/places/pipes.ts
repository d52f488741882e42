import type { Place } from "./place.ts";

/** What a shell's `echo` hands on: `echo "secret" `, `printf '%s' secret `, `echo user:secret `; not `echo $X `. */
const echoed =
  /(?:echo|printf)[ \t]{1,4}(?:-[neE]{1,3}[ \t]{1,4})?(?:["']%s(?:\\n)?["'][ \t]{1,4})?["']?(?:[a-z_][\w.-]{0,31}:)?(?<s>[^\s"'`$|:]{4,120}?)(?:\\n[^\s"'|]{0,120})?["']?[ \t]{0,4}$/;

/** Commands that read a password from what is piped to them. */
export const pipePlaces: readonly Place[] = [
  {
    words: [
      "| sudo ",
      "| chpasswd",
      "| passwd",
      "| kinit",
      "| smbpasswd",
      "| openconnect",
      "| cryptsetup",
      "| docker login",
      "| podman login",
      "| helm registry",
      "| gpg --batch --passphrase-fd",
      "| gpg --passphrase-fd",
      "| sshpass",
      "| kadmin",
    ],
    before: echoed,
    after:
      /\| (?:sudo (?:-\S{1,3} ){0,2}(?:-S|--stdin|chpasswd|openconnect|cryptsetup|passwd|tee (?:-a )?\S{0,60}(?:pass|secret|cred|key|psk|token|auth))|sudo [^\n|]{0,80}--?passwd-on-stdin|chpasswd|passwd|kinit|smbpasswd|openconnect|cryptsetup|docker|podman|helm|gpg|sshpass|kadmin)/y,
    judge: "password",
    title: "password handed to a command",
  },
  {
    words: ["<<< "],
    before:
      /(?:sudo -S|su -?|cryptsetup|passwd|chpasswd|kinit|secret put|env add|--password-stdin|--passwd-on-stdin)[^\n|;]{0,60}$/,
    after: /<<< ["']?(?:[a-z_][\w-]{0,31}:)?(?<s>[^\s"'$`]{5,200})/y,
    judge: "password",
    title: "password handed to a command",
  },
  {
    words: ["chpasswd <<"],
    after: /chpasswd <<-?[ \t]?["']?\w{1,16}["']?\r?\n[ \t]{0,20}[a-z_][\w-]{0,31}:(?<s>[^\s"'$`]{5,200})/y,
    judge: "password",
    title: "password handed to a command",
  },
  {
    words: ["user "],
    before: /ftp [^\n<]{0,80}<<[^<]{1,160}\n[ \t]{0,20}(?:quote )?$/,
    after: /user [\w.@-]{1,60} (?<s>[^\s"'$`]{5,200})/y,
    judge: "password",
    title: "password handed to ftp",
  },
  {
    words: ["<(echo ", "<(printf "],
    before: /(?:pass|cred|auth|secret|key)[^\n<]{0,40}$/i,
    after: /<\((?:echo|printf)(?: -\w)? ["']?(?:%s(?:\\n)?["']? ["']?)?(?:\w{1,40}\\n)?(?<s>[^\s"'$`|)\\]{5,200})/y,
    judge: "password",
    title: "password handed to a command",
  },
  {
    words: ["password-command", "password_command", "passwordcommand", "password_cmd", "passcmd", "passcommand", "pass-command"],
    after: /\w{2,8}[-_]?\w{2,8}[ =:]{1,3}["']?echo (?:-n )?\\?["']?(?<s>[^\s"'$`|)\\]{5,200})/iy,
    judge: "password",
    title: "password handed to a command",
  },
  {
    // A user and a password among the options of whatever command.
    words: [" -p "],
    before: /(?:\s-u[ =]?|\s--?user(?:name)?[ =])["']?[\w.@\\-]{1,60}["']?(?:\s[^\n|;]{1,60})?$/,
    after: / -p ["']?(?<s>[^\s"'$`|;&()]{6,120})/y,
    judge: "strong",
    title: "password given to a command",
  },
  {
    // The same as the members of a list: `["mysql", "-u", "root", "-psecret"]`.
    words: ['"-p', "'-p", '"-a"', "'-a'", '"-w"', "'-w'"],
    before:
      /["'](?:[\w/.-]{0,40}\/)?(?:mysql\w{0,8}|mariadb\w{0,8}|sshpass|mongo\w{0,8}|docker|podman|redis-cli|ldap\w{3,8}|twine|7za?|cqlsh)["'](?:,\s{1,20}["'][^"'\n]{0,80}["']){0,8},\s{1,20}$/,
    after: /["']-[paw](?:["'],\s{1,20}["'])?(?<s>[^"'\n]{5,120})["']/y,
    judge: "strong",
    title: "password given to a command",
  },
  {
    words: ['"-u"', "'-u'", '"--user"', "'--user'"],
    before: /["']curl["'](?:,\s{1,20}["'][^"'\n]{0,120}["']){0,8},\s{1,20}$/,
    after: /["']--?u(?:ser)?["'],\s{1,20}["'][\w.@-]{1,60}:(?<s>[^"'\n]{5,120})["']/y,
    judge: "password",
    title: "password given to curl",
  },
];
