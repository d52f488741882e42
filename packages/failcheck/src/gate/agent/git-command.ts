/** A git command line taken apart as git does it. */
export interface GitCommand {
  /** What `-c` and `--config-env` set, as `key=value`. */
  readonly config: readonly string[];
  readonly verb: string;
  readonly args: readonly string[];
}

const valuedGlobals = new Set([
  "-C",
  "--git-dir",
  "--work-tree",
  "--namespace",
  "--exec-path",
  "--super-prefix",
  "--attr-source",
]);

/** Reads the words behind `git`. */
export function gitCommand(words: readonly string[]): GitCommand {
  const config: string[] = [];
  let at = 0;
  for (; (words[at] ?? "").startsWith("-"); at++) {
    const word = words[at] ?? "";
    if (word === "-c" || word === "--config-env") config.push(words[++at] ?? "");
    else if (word.startsWith("--config-env=")) config.push(word.slice("--config-env=".length));
    else if (word.startsWith("-c")) config.push(word.slice(2));
    else if (valuedGlobals.has(word)) at += 1;
  }
  return { config, verb: words[at] ?? "", args: words.slice(at + 1) };
}

/** Per verb: which short option means --no-verify, and which options take the next word as their value. */
const verbs = new Map<string, { short: string; valued: string; long: readonly string[] }>([
  [
    "commit",
    {
      short: "n",
      valued: "mFCct",
      long: [
        "--message",
        "--file",
        "--author",
        "--date",
        "--template",
        "--reuse-message",
        "--reedit-message",
        "--fixup",
        "--squash",
        "--trailer",
        "--cleanup",
        "--pathspec-from-file",
      ],
    },
  ],
  ["am", { short: "n", valued: "Cp", long: ["--exclude", "--include", "--directory", "--patch-format"] }],
  ["push", { short: "", valued: "o", long: ["--push-option", "--repo", "--receive-pack", "--exec"] }],
  [
    "merge",
    { short: "", valued: "mFsX", long: ["--message", "--file", "--strategy", "--strategy-option", "--into-name", "--cleanup"] },
  ],
  ["pull", { short: "", valued: "sXo", long: ["--strategy", "--strategy-option", "--upload-pack", "--server-option"] }],
  ["rebase", { short: "", valued: "sXxC", long: ["--strategy", "--strategy-option", "--exec", "--onto"] }],
]);

/** The word that switches the hooks off in a git command, where there is one. */
export function noVerifyIn({ verb, args }: GitCommand): string | undefined {
  const options = verbs.get(verb);
  if (!options) return undefined;
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "--") return undefined;
    if (word.startsWith("--")) {
      if (isNoVerify(word)) return word;
      if (options.long.includes(word)) at += 1;
    } else if (word.startsWith("-")) {
      const read = shortOptions(word.slice(1), options);
      if (read === "off") return word;
      if (read === "value follows") at += 1;
    }
  }
  return undefined;
}

/** git takes every beginning of a long option that no other option has. */
function isNoVerify(word: string): boolean {
  return word.length >= "--no-veri".length && "--no-verify".startsWith(word);
}

/** `-anm`: each letter is an option, until one that takes the rest, or the next word, as its value. */
function shortOptions(letters: string, { short, valued }: { short: string; valued: string }): "off" | "value follows" | "on" {
  for (let index = 0; index < letters.length; index++) {
    const letter = letters.charAt(index);
    if (letter === short) return "off";
    if (valued.includes(letter)) return index === letters.length - 1 ? "value follows" : "on";
    // -S and -u take a value only when it is attached.
    if ("Su".includes(letter)) return "on";
  }
  return "on";
}
