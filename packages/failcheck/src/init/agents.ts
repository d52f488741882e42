import { CannotCheck } from "@failcheck/core";
import { json } from "./manifest.ts";
import type { Piece, WantedFile } from "./piece.ts";
import { recordOf } from "../record.ts";
import type { Project } from "./project.ts";

/**
 * The settings by which coding agents ask `failcheck agent-guard` before they run a command, and a block for those that read
 * instructions. A guard that does not run at all (nothing installed) refuses too: with an exit code that the agent takes for a no.
 */
export const agents: Piece = {
  name: "agents",
  about: "the settings of Claude Code, Copilot and Cursor that call agent-guard, and a block in AGENTS.md",
  suits: () => false,
  files: (project) => [
    ...withHook(project, ".claude/settings.json", {}, "PreToolUse", claudeHook(project)),
    ...withHook(project, ".github/hooks/failcheck.json", { version: 1 }, "preToolUse", copilotHook(project)),
    ...withHook(project, ".cursor/hooks.json", { version: 1 }, "beforeShellExecution", cursorHook(project)),
    ...instructions(project),
  ],
  next: () => ["tell the people who work here that agents are asked before they run a command"],
};

/** npm puts a command beside the project; calling it saves the third of a second that npx takes. */
function guard(project: Project, folder = ""): string {
  const isNpm = project.read("package.json") !== undefined;
  return isNpm ? `${folder}node_modules/.bin/failcheck agent-guard` : "npx --no-install failcheck agent-guard";
}

const claudeHook = (project: Project) => ({
  matcher: "Bash|Edit|Write|MultiEdit|NotebookEdit",
  hooks: [{ type: "command", command: `${guard(project, '"$CLAUDE_PROJECT_DIR"/')} || exit 2` }],
});

const notRun = JSON.stringify({ permissionDecision: "deny", permissionDecisionReason: "failcheck did not run. Repair: npm ci" });

const copilotHook = (project: Project) => ({
  type: "command",
  bash: `${guard(project)} || echo '${notRun}'`,
  powershell: "npx --no-install failcheck agent-guard",
  cwd: ".",
  timeoutSec: 30,
});

const cursorHook = (project: Project) => ({ command: `${guard(project)} || exit 2`, failClosed: true });

/** A file of settings with one hook more; none where it calls the guard already. */
function withHook(project: Project, path: string, bare: object, event: string, hook: object): readonly WantedFile[] {
  const text = project.read(path);
  if (text?.includes("agent-guard")) return [];
  const settings = { ...bare, ...settingsIn(path, text) };
  const hooks = recordOf(settings.hooks) ?? {};
  const known: unknown = hooks[event] ?? [];
  if (!Array.isArray(known)) throw new CannotCheck(`${path} holds no list under hooks.${event}, so nothing was added to it.`);
  const listed: readonly unknown[] = known;
  return [{ path, text: json({ ...settings, hooks: { ...hooks, [event]: [...listed, hook] } }, text), adds: true }];
}

function settingsIn(path: string, text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || text.trim() === "") return {};
  try {
    const settings = recordOf(JSON.parse(text));
    if (settings) return settings;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw new CannotCheck(`${path} is no JSON object, so nothing was added to it.`);
}

const begin = "<!-- failcheck -->";
const end = "<!-- /failcheck -->";
const block = `${begin}

## Commits

failcheck looks at every commit and push of this repository. When it stops one:

- Read its message: it names the file, the line and the way on. Repair that, \`git add\`, commit again.
- A secret that was pushed is burnt: say so, so that somebody rotates it.
- Do not use \`--no-verify\`, \`HUSKY=0\` or \`core.hooksPath\`, and do not edit hooks: that is refused, and CI looks again.
- What is no secret is allowed by a person: \`npx --no-install failcheck allow FINGERPRINT --reason "..."\`.

${end}
`;

/** The block at the end of AGENTS.md, or in place of the one that stands there. */
function instructions(project: Project): readonly WantedFile[] {
  const before = project.read("AGENTS.md") ?? "";
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const text =
    from >= 0 && to > from
      ? before.slice(0, from) + block + before.slice(to + end.length).replace(/^\n/, "")
      : `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${before === "" ? "" : "\n"}${block}`;
  return [{ path: "AGENTS.md", text, adds: true }];
}
