import { sourceFile, type Parse } from "@failcheck/core";
import type { ShellCommand, ShellTree } from "@failcheck/languages";
import { gitCommand, noVerifyIn, type GitCommand } from "./git-command.ts";
import { isProtected, protectedTarget } from "./protected-paths.ts";
import { programName, unwrapped } from "./unwrap.ts";

/** Why a command may not run, in one sentence. */
export type Verdict = string | undefined;

/** How deep `sh -c` within `sh -c` is followed; what nests deeper is refused. */
const deepest = 8;

/** Reads a shell command and says why it may not run: it would pass by the gate for secrets, or take it away. */
export function verdict(command: string, parse: Parse<ShellTree>, environment: readonly string[] = [], depth = 0): Verdict {
  if (depth > deepest) return "it hides commands in more shells than can be followed";
  // The shell joins a line to the next at a backslash; its parser does not where that stands within a word.
  const tree = parse(sourceFile("command.sh", Buffer.from(command.replaceAll("\\\n", ""))));
  for (const { operator, target } of tree.redirects) {
    if (operator !== "<" && isProtected(target.text)) return `it writes to ${target.text}, which holds the gate`;
  }
  const exported = tree.commands.filter(isExport).flatMap(assignmentsOf);
  for (const one of tree.commands) {
    const reason = judged(one, parse, [...environment, ...exported], depth);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function judged(command: ShellCommand, parse: Parse<ShellTree>, exported: readonly string[], depth: number): Verdict {
  const { words, assignments } = unwrapped(command.words.map(({ text }) => text));
  const environment = [...exported, ...assignmentsOf(command), ...assignments];
  const name = programName(words[0]);
  const args = words.slice(1);
  const again = (script: string): Verdict => verdict(script, parse, environment, depth + 1);
  if (isExport(command)) return disabling(assignmentsOf(command));
  if (name === "git") return disabling(environment) ?? gitVerdict(gitCommand(args), again);
  if (shells.has(name)) return shellVerdict(args, command.input, again);
  if (name === "eval") return again(args.join(" "));
  if (name === "find") return findVerdict(args, again);
  const target = protectedTarget(name, args);
  if (target !== undefined) return `it changes ${target}, which holds the gate`;
  return uninstalling(words);
}

const shells = new Set(["sh", "bash", "zsh", "dash", "ksh", "ash"]);

function shellVerdict(args: readonly string[], input: string | undefined, again: (script: string) => Verdict): Verdict {
  const flag = args.findIndex((word) => /^-[a-zA-Z]{0,10}c$/.test(word));
  if (flag >= 0) return again(args[flag + 1] ?? "");
  return input === undefined ? undefined : again(input);
}

function findVerdict(args: readonly string[], again: (script: string) => Verdict): Verdict {
  const at = args.findIndex((word) => ["-exec", "-execdir", "-ok", "-okdir"].includes(word));
  if (at >= 0)
    return again(
      args
        .slice(at + 1)
        .map(shellWord)
        .join(" "),
    );
  return args.includes("-delete") && args.some(isProtected) ? "it deletes from a folder that holds the gate" : undefined;
}

const shellWord = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

function isExport(command: ShellCommand): boolean {
  return ["export", "declare", "typeset", "readonly"].includes(command.words[0]?.text ?? "");
}

function assignmentsOf({ assignments }: ShellCommand): readonly string[] {
  return assignments.map(({ name, value }) => `${name}=${value.text}`);
}

/** Variables by which hook runners, and git itself, leave hooks out. */
function disabling(environment: readonly string[]): Verdict {
  const found = environment.find((one) => switches.some((pattern) => pattern.test(one)));
  return found === undefined ? undefined : `${found} switches hooks off`;
}

/** Matches `HUSKY=0` and `GIT_CONFIG_KEY_0=core.hooksPath`; not `HUSKY=1` or `GIT_CONFIG_COUNT=1`. */
const switches: readonly RegExp[] = [
  /^HUSKY=0$/,
  /^HUSKY_SKIP_HOOKS=(?!0?$)/,
  /^LEFTHOOK=(?:0|false)$/i,
  /^LEFTHOOK_EXCLUDE=./,
  /^SKIP=./,
  /^SKIP_SIMPLE_GIT_HOOKS=(?!0?$)/,
  /^PRE_COMMIT_ALLOW_NO_CONFIG=(?!0?$)/,
  /^GIT_CONFIG_KEY_\d{1,4}=(?:core\.hookspath|hook\.|include|alias\.)/i,
  /^GIT_CONFIG_PARAMETERS=.{0,2000}(?:core\.hookspath|hook\.)/is,
];

function gitVerdict(command: GitCommand, again: (script: string) => Verdict): Verdict {
  const { config, verb, args } = command;
  const off = noVerifyIn(command);
  if (off !== undefined) return `git ${verb} ${off} skips the hooks`;
  for (const setting of config) {
    const reason = settingVerdict(setting, again);
    if (reason !== undefined) return reason;
  }
  if (verb === "config") return configVerdict(args, again);
  if (verb === "send-pack") return "git send-pack sends commits without asking pre-push";
  return undefined;
}

/** `-c key=value`: a setting for one command. */
function settingVerdict(setting: string, again: (script: string) => Verdict): Verdict {
  const equals = setting.indexOf("=");
  const key = equals < 0 ? setting : setting.slice(0, equals);
  if (holdsHooks(key)) return `-c ${setting} takes the hooks away`;
  return isAlias(key) ? aliasVerdict(setting.slice(equals + 1), again) : undefined;
}

/** `git config`: reading is free, writing what the gate stands on is not. */
function configVerdict(args: readonly string[], again: (script: string) => Verdict): Verdict {
  const words = args.filter((word) => !word.startsWith("-") && word !== "set" && word !== "unset");
  const [key = "", value] = words;
  if (["get", "list"].includes(key) || args.some((word) => /^--(?:get|list)/.test(word))) return undefined;
  const removes =
    args.some((word) => word === "unset" || /^--(?:unset|remove-section|rename-section)/.test(word)) || key.endsWith("-section");
  const named = key.endsWith("-section") ? (value ?? "") : key;
  if (removes && (holdsHooks(named) || /^(?:core|failcheck|hook(?:\..{1,100})?)$/i.test(named)))
    return `it takes ${named} out of git's configuration`;
  if (value === undefined) return undefined;
  if (holdsHooks(key)) return `it sets ${key}, on which the gate stands`;
  return isAlias(key) ? aliasVerdict(value, again) : undefined;
}

const holdsHooks = (key: string): boolean =>
  /^(?:core\.hookspath|hook\..{1,200}|failcheck\..{1,200}|include\.path|includeif\..{1,200})$/i.test(key);
const isAlias = (key: string): boolean => /^alias\./i.test(key);

function aliasVerdict(value: string, again: (script: string) => Verdict): Verdict {
  return again(value.startsWith("!") ? value.slice(1) : `git ${value}`);
}

/** Hook runners' own ways out. */
function uninstalling(words: readonly string[]): Verdict {
  const line = words.map((word, index) => (index === 0 ? programName(word) : word)).join(" ");
  return /\b(?:failcheck install .{0,200}--uninstall|(?:lefthook|husky|pre-commit|prek) uninstall)\b/.test(line)
    ? "it uninstalls the hooks"
    : undefined;
}
