import { isReference } from "../value/reference.ts";
import { isPassword, isPlaceholder, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** A quoted or bare word: `'a b'` and `ab` match, `$AB` is seen to later. */
const word = String.raw`(?:"([^"\n]{3,120})"|'([^'\n]{3,120})'|([^\s"'|;&<>()]{3,120}))`;

/** Oracle's tools: `sqlplus -s hr/secret@db`; a slash alone asks the system who it is. */
const oracleLogin = option(
  String.raw`^\s{1,4}(?:-\S{1,12}\s{1,4}){0,4}(?:userid=)?["']?[A-Za-z][\w$#]{1,40}\/(?!\/)`,
  String.raw`([^\s"'@\/|;&<>()]{5,60})`,
);

/** Commands, and how a password is handed to them: the text between the command and the word that is one. */
const commands: readonly (readonly [command: string, option: RegExp])[] = [
  ["mysql", option(String.raw`\s-p`)],
  ["mysqldump", option(String.raw`\s-p`)],
  ["mysqladmin", option(String.raw`\s-p`)],
  ["mariadb", option(String.raw`\s-p`)],
  ["sshpass", option(String.raw`\s-p\s{0,4}`)],
  ["docker login", option(String.raw`\s-p[ =]`)],
  ["podman login", option(String.raw`\s-p[ =]`)],
  ["helm registry login", option(String.raw`\s-p[ =]`)],
  ["az login", option(String.raw`\s-p[ =]`)],
  ["twine upload", option(String.raw`\s-p[ =]`)],
  ["redis-cli", option(String.raw`\s-a\s{1,4}`)],
  ["ldapsearch", option(String.raw`\s-w\s{1,4}`)],
  ["sqlcmd", option(String.raw`\s-P\s{0,4}`)],
  ["mongosh", option(String.raw`\s-p\s{1,4}`)],
  ["mongodump", option(String.raw`\s-p\s{1,4}`)],
  ["mosquitto_pub", option(String.raw`\s-P\s{1,4}`)],
  [
    "htpasswd",
    option(
      String.raw`\s-(?:[a-zA-Z]{0,4}n[a-zA-Z]{0,4}|[a-zA-Z]{0,4}b[a-zA-Z]{0,4}\s{1,4}(?:-\S{1,6}\s{1,4}){0,3}[^\s-]\S{0,80})\s{1,4}\S{1,60}\s{1,4}`,
    ),
  ],
  ["http", option(String.raw`\s-a\s{1,4}["']?[\w.@-]{1,60}:`)],
  ["mongo", option(String.raw`\s-p\s{1,4}`)],
  ["mongorestore", option(String.raw`\s-p\s{1,4}`)],
  ["mongoexport", option(String.raw`\s-p\s{1,4}`)],
  ["mongoimport", option(String.raw`\s-p\s{1,4}`)],
  ["cqlsh", option(String.raw`\s-p\s{0,4}`)],
  ["osql", option(String.raw`\s-P\s{0,4}`)],
  ["bcp", option(String.raw`\s-P\s{0,4}`)],
  ["tsql", option(String.raw`\s-P\s{1,4}`)],
  ["isql", option(String.raw`^\s{1,4}[\w.-]{1,40}\s{1,4}[\w.-]{1,40}\s{1,4}(?!-)`)],
  ["sqlplus", oracleLogin],
  ["sqlldr", oracleLogin],
  ["rman", oracleLogin],
  ["exp", oracleLogin],
  ["imp", oracleLogin],
  ["expdp", oracleLogin],
  ["impdp", oracleLogin],
  ["ldapadd", option(String.raw`\s-w\s{1,4}`)],
  ["ldapmodify", option(String.raw`\s-w\s{1,4}`)],
  ["ldapdelete", option(String.raw`\s-w\s{1,4}`)],
  ["ldapwhoami", option(String.raw`\s-w\s{1,4}`)],
  ["ldappasswd", option(String.raw`\s-[sw]\s{1,4}`)],
  ["mosquitto_sub", option(String.raw`\s-P\s{1,4}`)],
  ["rpcclient", option(String.raw`\s-U\s{1,4}["']?[\w.\\/-]{1,60}%`)],
  ["net rpc", option(String.raw`\s-U\s{1,4}["']?[\w.\\/-]{1,60}%`)],
  ["net ads", option(String.raw`\s-U\s{1,4}["']?[\w.\\/-]{1,60}%`)],
  ["net use", option(String.raw`\s(?:[A-Z]:|\*)?\s{0,4}\\\\\S{1,80}\s{1,4}(?:\/user:\S{1,60}\s{1,4})?(?![/\\])`)],
  ["psexec", option(String.raw`\s-p\s{1,4}`)],
  ["plink", option(String.raw`\s-pw\s{1,4}`)],
  ["pscp", option(String.raw`\s-pw\s{1,4}`)],
  ["psftp", option(String.raw`\s-pw\s{1,4}`)],
  ["rdesktop", option(String.raw`\s-p\s{0,4}`)],
  ["xfreerdp", option(String.raw`\s\/p:`)],
  ["wfreerdp", option(String.raw`\s\/p:`)],
  ["crackmapexec", option(String.raw`\s-p\s{1,4}`)],
  ["evil-winrm", option(String.raw`\s-p\s{1,4}`)],
  ["signtool", option(String.raw`\s\/p\s{1,4}`)],
  ["security unlock-keychain", option(String.raw`\s-p\s{1,4}`)],
  ["security create-keychain", option(String.raw`\s-p\s{1,4}`)],
  ["security set-keychain", option(String.raw`\s-p\s{1,4}`)],
  ["security import", option(String.raw`\s-P\s{1,4}`)],
  ["security add-generic-password", option(String.raw`\s-w\s{1,4}`)],
  ["altool", option(String.raw`\s-p\s{1,4}(?!@)`)],
  ["zip", option(String.raw`\s-P\s{0,4}`)],
  ["unzip", option(String.raw`\s-P\s{0,4}`)],
  ["7z", option(String.raw`\s-p`)],
  ["7za", option(String.raw`\s-p`)],
  ["rar", option(String.raw`\s-h?p`)],
  ["unrar", option(String.raw`\s-h?p`)],
  ["snmpwalk", option(String.raw`\s-[cAX]\s{1,4}`)],
  ["snmpget", option(String.raw`\s-[cAX]\s{1,4}`)],
  ["snmpset", option(String.raw`\s-[cAX]\s{1,4}`)],
  ["snmpbulkwalk", option(String.raw`\s-[cAX]\s{1,4}`)],
  ["ipmitool", option(String.raw`\s-P\s{1,4}`)],
  ["lftp", option(String.raw`\s-u\s{1,4}["']?[\w.@-]{1,60},`)],
  ["open", option(String.raw`\s-u\s{1,4}["']?[\w.@-]{1,60},`)],
  ["ncftpput", option(String.raw`\s-p\s{1,4}`)],
  ["ncftpget", option(String.raw`\s-p\s{1,4}`)],
  ["useradd", option(String.raw`\s-p\s{1,4}`)],
  ["usermod", option(String.raw`\s-p\s{1,4}`)],
  ["wpa_passphrase", option(String.raw`^\s{1,4}["']?[\w.-]{1,32}["']?\s{1,4}`)],
  ["mc alias set", option(String.raw`^\s{1,4}\S{1,40}\s{1,4}\S{1,120}\s{1,4}\S{1,80}\s{1,4}`)],
  ["mc config host add", option(String.raw`^\s{1,4}\S{1,40}\s{1,4}\S{1,120}\s{1,4}\S{1,80}\s{1,4}`)],
  ["ngrok authtoken", option(String.raw`^\s{1,4}`)],
  ["ngrok config add-authtoken", option(String.raw`^\s{1,4}`)],
  ["tailscale up", option(String.raw`\s--auth-?key[ =]`)],
  ["gem push", option(String.raw`\s--key[ =]`)],
  ["poetry config", option(String.raw`^\s{1,4}(?:http-basic\.\S{1,40}\s{1,4}\S{1,60}|pypi-token\.\S{1,40})\s{1,4}`)],
  ["npm config set", option(String.raw`^\s{1,4}\S{0,80}_(?:authToken|auth|password)[ =]`)],
  ["rclone config create", option(String.raw`\s(?:key|pass|secret_access_key|client_secret|token)[ =]`)],
  ["wmic", option(String.raw`\s\/password:`)],
  ["sc create", option(String.raw`\spassword=\s{0,4}`)],
  ["sc config", option(String.raw`\spassword=\s{0,4}`)],
  ["quote pass", option(String.raw`^\s{1,4}`)],
  ["kubeadm join", option(String.raw`\s--token[ =]`)],
  ["jarsigner", option(String.raw`\s-(?:storepass|keypass)\s{1,4}`)],
  ["check_mysql", option(String.raw`\s-p\s{0,4}`)],
  ["check_http", option(String.raw`\s-a\s{1,4}["']?[\w.@-]{1,60}:`)],
  ["curl", option(String.raw`\s-[a-zA-Z]{0,8}[uU]\s{0,4}["']?[\w.@\\-]{1,60}:`)],
  ["ftp::open", option(String.raw`^\s{1,4}\S{1,80}\s{1,4}[\w.@-]{1,60}\s{1,4}\{?`)],
  ["wget", option(String.raw`\s--(?:http-|ftp-|proxy-)?password[ =]`)],
  ["net user", option(String.raw`^\s{1,4}[\w.\\-]{1,60}\s{1,4}`)],
  ["schtasks", option(String.raw`\s\/rp\s{1,4}`)],
  ["vault login", option(String.raw`^\s{1,4}(?:token=)?`)],
  ["cmdkey", option(String.raw`\s\/pass:`)],
  ["keytool", option(String.raw`\s-(?:storepass|keypass)\s{1,4}`)],
  ["openssl", option(String.raw`\s-(?:pass(?:in|out)?\s{1,4}["']?pass:|k\s{1,4}|K\s{1,4})`)],
  ["cypher-shell", option(String.raw`\s-p\s{1,4}`)],
  ["rabbitmqadmin", option(String.raw`\s-p\s{1,4}`)],
  ["rabbitmqctl add_user", option(String.raw`^\s{1,4}\S{1,60}\s{1,4}`)],
  ["rabbitmqctl change_password", option(String.raw`^\s{1,4}\S{1,60}\s{1,4}`)],
  ["bw login", option(String.raw`^\s{1,4}[^\s-]\S{0,80}\s{1,4}`)],
  ["bw unlock", option(String.raw`^\s{1,4}`)],
  ["cf auth", option(String.raw`^\s{1,4}\S{1,80}\s{1,4}`)],
  ["consul agent", option(String.raw`\s-encrypt[ =]`)],
  ["vault operator unseal", option(String.raw`^\s{1,4}`)],
  ["cloudflared service install", option(String.raw`^\s{1,4}`)],
  ["cloudflared tunnel run", option(String.raw`\s--token[ =]`)],
  ["doctl auth init", option(String.raw`\s-t\s{1,4}`)],
  ["db2 connect", option(String.raw`\susing\s{1,4}`)],
  ["beeline", option(String.raw`\s-p\s{1,4}`)],
  ["skopeo", option(String.raw`\s--(?:src-|dest-)?creds[ =]["']?[\w.@-]{1,60}:`)],
  ["crictl", option(String.raw`\s--creds[ =]["']?[\w.@-]{1,60}:`)],
  ["etcdctl", option(String.raw`\s--user[ =]["']?[\w.@-]{1,60}:`)],
  ["gh secret set", option(String.raw`\s-b\s{1,4}`)],
  ["jboss-cli.sh", option(String.raw`\s-p[ =]`)],
  ["add-user.sh", option(String.raw`^\s{1,4}(?:-\S{1,3}\s{1,4}){0,3}[\w.@-]{1,60}\s{1,4}`)],
  ["smbclient", option(String.raw`\s-U\s{1,4}["']?[\w.\\/-]{1,60}%`)],
];

const optionOf: ReadonlyMap<string, RegExp> = new Map(commands.map(([command, pattern]) => [`${command} `, pattern]));

/** The commands' names, by which the automaton meets them. */
export const commandWords: readonly string[] = [...optionOf.keys()];

const mostOfLine = 400;

/** The rest of a command's line, continued lines included; nothing after a pipe or a semicolon belongs to it, unless it is in quotes. */
function restOfLine(text: string, from: number): string {
  let quote = "";
  let at = from;
  for (; at < Math.min(text.length, from + mostOfLine); at++) {
    const sign = text[at] ?? "";
    if (sign === "\\") at += text[at + 1] === "\r" ? 2 : 1;
    else if (sign === "\n") break;
    else if (quote !== "") quote = sign === quote ? "" : quote;
    else if (isOpening(text, at, sign)) quote = sign;
    else if (sign === "&" && text[at + 1] === "&") at += 1;
    else if (/[|;&]/.test(sign)) break;
  }
  return text.slice(from, at);
}

/** Whether the quote is closed on its line: an apostrophe opens nothing. */
function isOpening(text: string, at: number, sign: string): boolean {
  if (sign !== '"' && sign !== "'") return false;
  const rest = text.slice(at + 1, at + 200);
  const close = rest.indexOf(sign);
  const lineEnd = rest.indexOf("\n");
  return close >= 0 && (lineEnd < 0 || close < lineEnd);
}

/** The passwords among the options of the command whose name ends at `end`: some commands take several. */
export function* commandPasswordsAt(text: string, end: number, command: string): Generator<Candidate> {
  const pattern = optionOf.get(command);
  // A word of everyday counts only where it is a command.
  const isEveryday = command.length < 6 && command !== "lftp ";
  if (pattern === undefined || (isEveryday && !isCommand(text, end - command.length))) return;
  const from = end - 1;
  const line = restOfLine(text, from);
  for (const found of line.matchAll(pattern)) {
    const password = found.slice(1).join("");
    if (!isGiven(password)) continue;
    // After it only what is no word does.
    if (isEveryday && !isStrongPassword(password)) continue;
    yield candidate(command, password, from + found.index + found[0].lastIndexOf(password));
  }
}

function isGiven(password: string): boolean {
  if (password === "" || password.startsWith("-")) return false;
  return !isReference(password) && !isPlaceholder(password) && isPassword(password, true);
}

function candidate(command: string, password: string, start: number): Candidate {
  return {
    defect: "assigned-credential",
    kind: "password",
    title: `password given to ${command.trim()}`,
    start,
    end: start + password.length,
    shown: shownOf(password),
    why: "the command takes a password there",
    sureness: 41,
  };
}

/** Whether a command stands there: at the start of a line, of a string, after a prompt, a pipe or `sudo`. */
function isCommand(text: string, start: number): boolean {
  return /(?:^|[\n\r"'`|;&($!>]|\$|sudo|RUN|run:|-|&&|command:|time|exec)[ \t]{0,20}$/.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

function option(before: string, after = word): RegExp {
  return new RegExp(before + after, "g");
}
