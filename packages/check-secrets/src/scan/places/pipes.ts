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
      "| sshpass",
      "| kadmin",
    ],
    before: echoed,
    after:
      /\| (?:sudo (?:-\S{1,3} ){0,2}(?:-S|--stdin|chpasswd|openconnect|cryptsetup|passwd|tee)|sudo [^\n|]{0,80}--?passwd-on-stdin|chpasswd|passwd|kinit|smbpasswd|openconnect|cryptsetup|docker|podman|helm|gpg|sshpass|kadmin)/y,
    judge: "password",
    title: "password handed to a command",
  },
  {
    words: ["<<< "],
    before: /(?:sudo -S|su -?|cryptsetup|passwd|chpasswd|kinit|secret put|--password-stdin|--passwd-on-stdin)[^\n|;]{0,60}$/,
    after: /<<< ["']?(?<s>[^\s"'$`]{5,200})/y,
    judge: "password",
    title: "password handed to a command",
  },
];
