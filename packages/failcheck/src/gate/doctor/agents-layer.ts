import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Check, Layer } from "./layer.ts";

/** The settings in which coding agents look for hooks, if the project has any of them. */
export function agentsLayer(root: string): Layer {
  const checks: Check[] = [];
  for (const path of [".claude/settings.json", ".cursor/hooks.json", ...copilotHooks(root)]) {
    const file = join(root, path);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    if (!text.includes("agent-guard")) continue;
    checks.push({
      name: path,
      ok: isJson(text),
      says: isJson(text) ? "calls failcheck agent-guard" : "is no JSON, so no hook of it runs",
    });
  }
  return { layer: "agents", declared: checks.length > 0, checks };
}

function copilotHooks(root: string): readonly string[] {
  const folder = join(root, ".github/hooks");
  return existsSync(folder) ? readdirSync(folder).map((name) => `.github/hooks/${name}`) : [];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // That it cannot be read is the answer.
    return false;
  }
}
