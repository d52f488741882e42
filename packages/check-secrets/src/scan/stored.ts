import { isPlaceholder, isReference } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** Files whose format says where the password stands: the last group of the pattern is the password. */
const formats: readonly { readonly path: RegExp; readonly entry: RegExp; readonly title: string }[] = [
  {
    path: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    entry: /^[^#:\n]{1,200}:[\d*]{1,5}:[^:\n]{1,80}:[^:\n]{1,80}:([^\s:]{1,120})$/gm,
    title: "password of a PostgreSQL password file",
  },
  {
    path: /(?:^|\/)[._]netrc$/,
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
  { path: /(?:^|\/)(?:master|credentials\/[\w-]{1,40})\.key$/, entry: /^([0-9a-f]{32})\s{0,2}$/g, title: "Rails master key" },
  {
    path: /(?:^|\/)(?:\.dockercfg|\.docker\/config\.json|config\.json)$/,
    entry: /"auth": ?"([A-Za-z0-9+/]{12,400}={0,2})"/g,
    title: "registry login of a Docker configuration",
  },
];

/** The passwords of files that hold nothing else, where no name stands before them. */
export function storedIn(path: string, text: () => string): Candidate[] {
  const found: Candidate[] = [];
  for (const format of formats) {
    if (!format.path.test(path)) continue;
    for (const match of text()
      .slice(0, 1024 * 1024)
      .matchAll(format.entry)) {
      const [whole, value = ""] = match;
      if (isPlaceholder(value) || (isReference(value) && !value.startsWith("$"))) continue;
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
