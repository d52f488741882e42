import { CannotCheck, findRoot } from "@failcheck/core";
import type { Answer } from "../../request.ts";
import { toolName } from "../../tool.ts";
import type { GateIo } from "../io.ts";
import { agentsLayer } from "./agents-layer.ts";
import { ciLayer } from "./ci-layer.ts";
import { hooksLayer } from "./hooks-layer.ts";
import { isMissing, type Layer } from "./layer.ts";

/** `failcheck doctor [--format json]`: which layers of the gate are really there, tried and not assumed. */
export async function runDoctor(argv: readonly string[], { git }: GateIo): Promise<Answer> {
  const format = formatOf(argv);
  const hooks = await hooksLayer(git);
  const root = await findRoot(git).catch(() => undefined);
  const layers = root === undefined ? [hooks] : [hooks, await ciLayer(root), agentsLayer(root)];
  const exitCode = layers.some(isMissing) ? 1 : 0;
  return { out: format === "json" ? asJson(layers, exitCode) : asText(layers), err: "", exitCode };
}

function formatOf(argv: readonly string[]): string {
  const at = argv.indexOf("--format");
  const format =
    at >= 0 ? argv[at + 1] : (argv.find((word) => word.startsWith("--format="))?.slice("--format=".length) ?? "text");
  if (format !== "text" && format !== "json") throw new CannotCheck("failcheck doctor has the formats text and json.");
  return format;
}

function asJson(layers: readonly Layer[], exitCode: number): string {
  const shown = layers.map((layer) => ({ ...layer, missing: isMissing(layer) }));
  return `${JSON.stringify({ version: 1, tool: toolName, layers: shown, exitCode }, null, 2)}\n`;
}

function asText(layers: readonly Layer[]): string {
  const lines = layers.flatMap((layer) => {
    const state = isMissing(layer) ? "missing" : layer.declared ? "there" : "not used here";
    return [
      `${layer.layer}: ${state}`,
      ...(layer.declared ? layer.checks.map(({ name, ok, says }) => `  ${ok ? "ok " : "BAD"} ${name}: ${says}`) : []),
    ];
  });
  const missing = layers.filter(isMissing).map(({ layer }) => layer);
  lines.push(
    missing.length > 0
      ? `${toolName}: missing: ${missing.join(", ")}`
      : `${toolName}: every layer that this project declares is there`,
  );
  return `${lines.join("\n")}\n`;
}
