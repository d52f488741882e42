import { meaningOf } from "../value/name.ts";
import { isReference } from "../value/reference.ts";
import { isMachineMade, isPlaceholder, isSecret, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** A format that says where the password stands. */
interface Format {
  readonly path: RegExp;
  /** The last group is the password. */
  readonly entry: RegExp;
  readonly title: string;
  /** Other things stand there as well: only what no word could be counts. */
  readonly isOpen?: true;
  /** The first group is a name that has to be a secret's. */
  readonly isNamed?: true;
}

/** Files whose format says where the password stands: the last group of the pattern is the password. */
const formats: readonly Format[] = [
  {
    path: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    entry: /^[^#:\n]{1,200}:[\d*]{1,5}:(?:[^:\\\n]|\\.){1,80}:(?:[^:\\\n]|\\.){1,80}:((?:[^\s:\\]|\\.){1,120})$/gm,
    title: "password of a PostgreSQL password file",
  },
  {
    path: /(?:^|\/)(?:[._]netrc|netrc|\.?authinfo)(?:\.\w{1,8})?$/,
    entry: /\bpassword[ \t\r\n]{1,20}([^\s"']{1,120})/g,
    title: "password of a netrc file",
  },
  {
    path: /(?:^|\/)\.?htpasswd$/,
    entry: /^[^#:\n]{1,80}:((?:\$(?:apr1|2[aby]|5|6)\$|\{SHA\})[^\s:]{8,120})$/gm,
    title: "password hash of a web server's file",
  },
  {
    path: /(?:^|\/)shadow-?$/,
    entry: /^[a-z_][\w-]{0,31}:(\$[\w]{1,3}\$[^\s:]{8,160}):/gm,
    title: "password hash of a system's shadow file",
  },
  {
    path: /\.ovpn$/,
    entry: /<auth-user-pass>\s{0,4}[^\n<]{1,80}\n([^\s<]{1,120})\s{0,4}<\/auth-user-pass>/g,
    title: "password of a VPN profile",
  },
  {
    path: /(?:^|\/)(?:sasl_passwd|sasl\/passwd|smtp_auth|relay_passwd|smarthost_passwd)(?:\.\w{1,8})?$/,
    entry: /^[ \t]{0,4}[^#\s]\S{0,120}[ \t]{1,20}[^\s:]{1,80}:(\S{1,120})[ \t]{0,4}$/gm,
    title: "password of a mail relay",
  },
  {
    path: /(?:^|\/)\.bundle\/config$/,
    entry: /^BUNDLE_\w{2,80}:[ \t]{1,4}"?[\w.@-]{1,60}:([^\s":]{4,120})"?$/gm,
    title: "password of a gem server",
  },
  {
    path: /(?:^|\/)davfs2?\/secrets$/,
    entry: /^[ \t]{0,4}[^#\s]\S{0,200}[ \t]{1,20}\S{1,80}[ \t]{1,20}"?([^\s"]{4,120})"?[ \t]{0,4}$/gm,
    title: "password of a network share",
  },
  {
    path: /(?:^|\/)passwd\.client$/,
    entry: /^[^#:\n]{1,120}:[^:\n]{1,80}:([^\s:]{1,120})$/gm,
    title: "password of a mail relay",
  },
  {
    path: /(?:^|\/)(?:chap|pap)-secrets$/,
    entry:
      /^[ \t]{0,4}(?:"[^"\n]{1,60}"|[^#"\s]\S{0,60})[ \t]{1,20}(?:"[^"\n]{0,60}"|\S{1,60})[ \t]{1,20}"?([^\s"]{1,120})"?(?=[ \t]|\r?$)/gm,
    title: "password of a dial-up account",
  },
  {
    path: /(?:^|\/)\S{0,20}ipsec\S{0,40}secrets$/,
    entry: /:[ \t]{0,4}(?:PSK|EAP|XAUTH|NTLM)[ \t]{1,8}["']?([^\s"']{1,200})/gi,
    title: "secret of a VPN",
  },
  {
    path: /(?:^|\/)\S{0,40}rsync\S{0,20}\.secrets$|(?:^|\/)rsyncd?\.(?:secrets|passwd|pass)$/,
    entry: /^[^#:\n]{1,60}:(\S{1,120})$/gm,
    title: "password of an rsync user",
  },
  {
    path: /(?:^|\/)(?:userlist\.txt|pgbouncer\S{0,40}users?\S{0,8})$/,
    entry: /^"[^"\n]{1,60}"[ \t]{1,8}"((?!md5|SCRAM)[^"\n]{1,120})"/gm,
    title: "password of a pgbouncer user",
  },
  {
    path: /(?:^|\/)dovecot\/\S{0,40}(?:users|passwd)$|passwd\.dovecot$/,
    entry: /^[^#:\n]{1,80}:\{PLAIN\}([^\s:]{1,120})/gim,
    title: "password of a mail user",
  },
  {
    path: /(?:^|\/)(?:svnserve|svn|conf)\/passwd$/,
    entry: /^[\w.@-]{1,60}[ \t]{0,4}=[ \t]{0,4}(\S{1,120})$/gm,
    title: "password of a Subversion user",
  },
  {
    path: /psk\.txt$|\.psk$|psk\.secrets$/i,
    entry: /^[^#:\n]{1,80}:([0-9a-f]{32,128})$/gim,
    title: "shared key of a tunnel",
  },
  {
    path: /(?:^|\/)(?:smb|cifs|samba)\S{0,12}cred\S{0,12}$|\.cifs$|\.smbcredentials$/i,
    entry: /^[ \t]{0,4}pass(?:word)?[ \t]{0,4}=[ \t]{0,4}(\S{1,120})$/gm,
    title: "password of a network share",
  },
  {
    path: /(?:^|\/)\.?curlrc$/,
    entry: /^[ \t]{0,4}-{0,2}(?:proxy-)?user[ \t]{0,4}[=: ][ \t]{0,4}"?[^\s:"]{1,60}:([^\s"]{1,120})/gm,
    title: "password of a curl user",
  },
  {
    path: /(?:^|\/)turnserver\S{0,12}\.conf$|coturn\S{0,20}\.conf$/,
    entry: /^[ \t]{0,4}user=[^:\s]{1,60}:([^\s]{1,120})$/gm,
    title: "password of a relay's user",
  },
  {
    path: /(?:^|\/)\S{0,40}jaas\S{0,20}$/,
    entry: /\buser_[\w-]{1,40}="([^"\n]{1,120})"/g,
    title: "password of a Kafka user",
  },
  {
    path: /(?:^|\/)(?:home-?assistant|ha|hass|esphome|config)\/secrets\.ya?ml$|^secrets\.ya?ml$/,
    entry: /^[\w-]{2,60}:[ \t]{1,4}["']?([^\s"'#!{[|>&][^\s"']{5,120})["']?[ \t]{0,4}$/gm,
    title: "value in a file of secrets",
    isOpen: true,
  },
  {
    // `password secret` and `shared_key "secret"` on a line of their own: no file of a program.
    path: /\.(?:conf|cfg|cnf|config|rc|cf|inc)$|(?:^|\/)\.?\w{2,16}rc$|(?:^|\/)(?:\.?mbsyncrc|\.?getmail\w{0,8}|freeradius\/\S{1,40}|users)$/i,
    entry: /^[ \t]{0,12}([\w.-]{2,40})[ \t]{1,20}["']?([^\s"';#=(){}<>$*][^\s"';]{4,160})["']?[ \t]{0,4};?[ \t]{0,4}\r?$/gm,
    title: "value of a directive",
    isNamed: true,
  },
  {
    path: /(?:^|\/)\.gem\/credentials$/,
    entry: /^:[\w.-]{2,60}:[ \t]{1,4}["']?([0-9a-f]{32,64})["']?$/gm,
    title: "key of a gem server",
  },
  {
    // A user, and under it the password: nothing else is in the file.
    path: /(?:^|\/)\.?(?:\w{0,16}[-_.])?(?:auth|login|creds?|credentials|userpass|up|passw(?:or)?d|vpn\w{0,8})(?:\.(?:txt|conf|cfg|pass))?$/,
    entry: /^[\w.@-]{2,60}\r?\n(\S{6,120})\s{0,4}$(?![^])/g,
    title: "second line of a file of credentials",
    isOpen: true,
  },
  {
    path: /(?:^|\/)(?:user-?data|cloud-?(?:init|config))(?:[-_.]\S{1,20})?$/,
    entry: /^[ \t]{2,12}(?:- )?[a-z_][\w-]{0,31}:([^\s:$]{6,120})$/gm,
    title: "password of a machine's user",
    isOpen: true,
  },
  { path: /(?:^|\/)(?:master|credentials\/[\w-]{1,40})\.key$/, entry: /^([0-9a-f]{32})\s{0,2}$/g, title: "Rails master key" },
  {
    path: /(?:^|\/)(?:\.dockercfg|\.docker\/config\.json|config\.json)$/,
    entry: /"auth": ?"([A-Za-z0-9+/]{12,400}={0,2})"/g,
    title: "registry login of a Docker configuration",
  },
];

/** What most of a tree is, and no such file: told by one look at the name's end. */
const program = /\.(?:[cm]?[jt]sx?|map|css|scss|html?|md|mdx|py|rb|go|rs|java|kt|cs|php|c|h|cc|cpp|svg|vue)$/i;

/** Any of the formats' paths: one look at most of what is left. */
const anyFormat = new RegExp(formats.map(({ path }) => path.source).join("|"), "i");

/** The passwords of files that hold nothing else, where no name stands before them. */
export function storedIn(path: string, text: () => string): Candidate[] {
  if (program.test(path) || !anyFormat.test(path)) return [];
  const found: Candidate[] = [];
  for (const format of formats) {
    if (!format.path.test(path)) continue;
    for (const match of text()
      .slice(0, 1024 * 1024)
      .matchAll(format.entry)) {
      const [whole] = match;
      const value = match.at(-1) ?? "";
      if (!isStored(value, match[1] ?? "", format)) continue;
      const start = match.index + whole.lastIndexOf(value);
      found.push({
        defect: "assigned-credential",
        kind: "stored-password",
        title: format.title,
        start,
        end: start + value.length,
        shown: shownOf(value),
        why: "the file's format says so",
        sureness: 41,
      });
    }
  }
  return found;
}

/** How a hash of crypt begins: `$2y$`, `$apr1$`; `${PASSWORD}` does not. */
const cryptHash = /^\$[\w-]{1,12}\$/;

function isStored(value: string, name: string, { isNamed, isOpen }: Format): boolean {
  if (isNamed) {
    const meaning = meaningOf(name);
    return (
      meaning !== undefined &&
      (meaning === "password" ? isStrongPassword(value) : isMachineMade(value) && isSecret(value, meaning, false))
    );
  }
  if (isOpen) return isStrongPassword(value) || isMachineMade(value);
  return !isPlaceholder(value) && (!isReference(value) || cryptHash.test(value));
}
