import { Readable } from "node:stream";
import { openGit } from "@failcheck/core";
import { expect, test } from "vitest";
import type { Answer } from "../../request.ts";
import { runAgentGuard } from "./agent-guard.ts";

const ask = (call: unknown): Promise<Answer> => askText(JSON.stringify(call));
const askText = (text: string): Promise<Answer> => runAgentGuard([], { git: openGit(), stdin: Readable.from([text]), env: {} });

const bad = "git commit --no-verify -m x";
const good = "git commit -m 'no --no-verify'";

test("Claude Code: exit code 2 blocks, and the reason stands on stderr", async () => {
  const call = (command: string) => ({ hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command } });
  expect(await ask(call(good))).toEqual({ out: "", err: "", exitCode: 0 });
  const { exitCode, err } = await ask(call(bad));
  expect(exitCode).toBe(2);
  expect(err).toContain("--no-verify skips the hooks");
});

test("Claude Code: editing a hook is refused, reading one is not", async () => {
  const call = (tool_name: string, rest: object) => ({ tool_name, tool_input: { file_path: "/a/.git/hooks/pre-push", ...rest } });
  expect((await ask(call("Write", { content: "exit 0" }))).exitCode).toBe(2);
  expect((await ask(call("Edit", { old_string: "a", new_string: "b" }))).exitCode).toBe(2);
  expect((await ask(call("Read", {}))).exitCode).toBe(0);
});

test("Copilot: the answer is JSON", async () => {
  const call = (command: string) => ({ toolName: "bash", toolArgs: JSON.stringify({ command }) });
  expect(JSON.parse((await ask(call(good))).out)).toEqual({ permissionDecision: "allow" });
  const denied = await ask(call(bad));
  expect(JSON.parse(denied.out)).toHaveProperty("permissionDecision", "deny");
  expect(denied.out).toContain("skips the hooks");
  expect(denied.exitCode).toBe(0);
});

test("Cursor: the answer is JSON", async () => {
  const call = (command: string) => ({ hook_event_name: "beforeShellExecution", command, cwd: "/a" });
  expect(JSON.parse((await ask(call(good))).out)).toEqual({ permission: "allow" });
  expect(JSON.parse((await ask(call(bad))).out)).toHaveProperty("permission", "deny");
});

test.each(["", "{", "[]", "{}", "null"])("%j is refused: it is no call that can be read", async (text) => {
  await expect(askText(text)).rejects.toThrow("agent-guard was");
});
