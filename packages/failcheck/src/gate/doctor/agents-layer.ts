import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Check, Layer } from "./layer.ts";

/** A call that must be refused, in the form of each agent. */
const command = "git commit --no-verify -m words";
const asked = {
  claude: { hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command } },
  copilot: { toolName: "bash", toolArgs: JSON.stringify({ command }) },
  cursor: { hook_event_name: "beforeShellExecution", command, cwd: "." },
};

/** The settings in which coding agents look for hooks, if the project has any that call the guard; each is tried. */
export function agentsLayer(root: string): Layer {
  const files = [
    { path: ".claude/settings.json", call: asked.claude },
    { path: ".cursor/hooks.json", call: asked.cursor },
    ...copilotHooks(root).map((path) => ({ path, call: asked.copilot })),
  ];
  const checks = files.flatMap(({ path, call }): readonly Check[] => {
    const file = join(root, path);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return text.includes("agent-guard") ? [{ name: path, ...tried(root, text, call) }] : [];
  });
  return { layer: "agents", declared: checks.length > 0, checks };
}

function copilotHooks(root: string): readonly string[] {
  const folder = join(root, ".github/hooks");
  return existsSync(folder) ? readdirSync(folder).map((name) => `.github/hooks/${name}`) : [];
}

/** Whether the guard that the settings call refuses what it must refuse. */
function tried(root: string, text: string, call: object): Pick<Check, "ok" | "says"> {
  const settings = parsed(text);
  if (settings === undefined) return { ok: false, says: "is no JSON, so no hook of it runs" };
  const [guard] = guardsIn(settings);
  if (guard === undefined)
    return { ok: false, says: "names agent-guard, and in no hook: run npx --no-install failcheck init --agents" };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", guard], {
    cwd: root,
    encoding: "utf8",
    timeout: 30_000,
    input: JSON.stringify(call),
    env: { ...process.env, CLAUDE_PROJECT_DIR: root },
  });
  // A guard that did not run refuses as well; one that did says so itself.
  const refused = `${stdout}${stderr}`.includes("failcheck agent-guard: refused") && (status === 2 || stdout.includes("deny"));
  return refused
    ? { ok: true, says: "refuses git commit --no-verify" }
    : { ok: false, says: `calls ${guard}, which does not run here: npm ci, then npx --no-install failcheck init --agents` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // That it cannot be read is the answer.
    return undefined;
  }
}

/** The commands in the settings that call the guard, wherever an agent's form has them. */
function guardsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.includes("agent-guard") ? [value] : [];
  return value instanceof Object ? Object.values(value).flatMap(guardsIn) : [];
}
