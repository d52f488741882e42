/** Programs that run the command that follows them, with their options that take a value of their own. */
const wrappers = new Map<string, readonly string[]>([
  ["env", ["-u", "--unset", "-C", "--chdir", "-S", "--split-string"]],
  ["sudo", ["-u", "--user", "-g", "--group", "-C", "-D", "-h", "-p", "-R", "-T", "-U"]],
  ["doas", ["-u", "-C"]],
  ["command", []],
  ["builtin", []],
  ["exec", ["-a"]],
  ["nohup", []],
  ["time", ["-f", "-o"]],
  ["nice", ["-n"]],
  ["ionice", ["-c", "-n", "-p"]],
  ["setsid", []],
  ["stdbuf", ["-i", "-o", "-e"]],
  ["timeout", ["-k", "--kill-after", "-s", "--signal"]],
  ["xargs", ["-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E"]],
]);

/** What runs in the end, and the variables set on the way. */
export interface Unwrapped {
  readonly words: readonly string[];
  readonly assignments: readonly string[];
}

/** Takes `env A=1`, `sudo -u x`, `timeout 5` and their like off the front of a command. */
export function unwrapped(words: readonly string[]): Unwrapped {
  const assignments: string[] = [];
  let rest = words;
  for (let name = programName(rest[0]); wrappers.has(name); name = programName(rest[0])) {
    rest = withoutOptions(rest.slice(1), wrappers.get(name) ?? []);
    while (assignment.test(rest[0] ?? "")) {
      assignments.push(rest[0] ?? "");
      rest = rest.slice(1);
    }
    if (name === "timeout") rest = rest.slice(1);
  }
  return { words: rest, assignments };
}

/** The name of a program without its folder and without `.exe`. */
export function programName(word: string | undefined): string {
  const name = (word ?? "").split(/[/\\]/).at(-1) ?? "";
  return name.toLowerCase().replace(/\.exe$/, "");
}

function withoutOptions(words: readonly string[], valued: readonly string[]): readonly string[] {
  let at = 0;
  while ((words[at] ?? "").startsWith("-")) {
    const option = words[at] ?? "";
    at += 1;
    if (option === "--") break;
    if (valued.includes(option)) at += 1;
  }
  return words.slice(at);
}

/** `NAME=value` as a word: matches `HUSKY=0`, not `--x=0`. */
const assignment = /^[A-Za-z_][A-Za-z0-9_]{0,100}=/;
