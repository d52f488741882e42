import { CannotCheck } from "@failcheck/core";
import { shell } from "@failcheck/languages";
import type { Answer } from "../../request.ts";
import type { GateIo } from "../io.ts";
import { isProtected } from "./protected-paths.ts";
import { verdict } from "./verdict.ts";

/** What an agent is about to do, whoever asks. */
interface Asked {
  readonly command: string | undefined;
  readonly file: string | undefined;
  /** How the asking agent wants to be answered. */
  readonly answer: (reason: string | undefined) => Answer;
}

/**
 * `failcheck agent-guard`: what a coding agent's hook calls before a tool runs, with the call as JSON on stdin. Commands and
 * edits that would pass by the gate are refused; what cannot be read is refused too.
 */
export async function runAgentGuard(_argv: readonly string[], io: GateIo): Promise<Answer> {
  const asked = askedBy(await readJson(io.stdin));
  return asked.answer(await reasonAgainst(asked));
}

async function reasonAgainst({ command, file }: Asked): Promise<string | undefined> {
  if (file !== undefined && isProtected(file)) return `it edits ${file}, which holds the gate`;
  if (command === undefined || !mayMatter.test(command)) return undefined;
  return verdict(command, await shell.load());
}

/**
 * Words without which no command is refused, so that most commands need no parser: matches `git push` and `cat > .husky/x`,
 * not `ls -la`. Quotes and backslashes within a word can hide one, so they count too.
 */
const mayMatter = /git|husky|hook|claude|cursor|\$'|\\|['"]\w|\w['"]|install|base64|\$/i;

/** The agents' ways of asking, told by the names of their fields. */
function askedBy(call: Record<string, unknown>): Asked {
  if ("toolName" in call) {
    const args = fields(typeof call.toolArgs === "string" ? parsed(call.toolArgs) : call.toolArgs);
    return { ...wanted(args), answer: copilotAnswer };
  }
  if ("tool_input" in call) return { ...wanted(fields(call.tool_input)), answer: claudeAnswer };
  if ("command" in call || "file_path" in call) return { ...wanted(call), answer: cursorAnswer };
  throw new CannotCheck(
    "agent-guard was asked in a form that it does not know: it reads the hooks of Claude Code, Copilot and Cursor.",
  );
}

function wanted(input: Record<string, unknown>): Pick<Asked, "command" | "file"> {
  const text = (name: string): string | undefined => {
    const value = input[name];
    return typeof value === "string" ? value : undefined;
  };
  const isRead =
    text("file_path") !== undefined && !["content", "new_string", "edits", "old_string"].some((name) => name in input);
  return { command: text("command"), file: isRead ? undefined : (text("file_path") ?? text("path") ?? text("notebook_path")) };
}

const advice =
  "The gate for secrets is not skipped here. Take the secret out, or have it allowed in the reviewed file (failcheck allow), then run the ordinary command.";

const sentence = (reason: string): string => `failcheck agent-guard: refused, because ${reason}. ${advice}`;

/** Exit code 2 blocks the call, and the agent reads what stands on stderr. */
function claudeAnswer(reason: string | undefined): Answer {
  return reason === undefined ? { out: "", err: "", exitCode: 0 } : { out: "", err: `${sentence(reason)}\n`, exitCode: 2 };
}

function copilotAnswer(reason: string | undefined): Answer {
  const said =
    reason === undefined
      ? { permissionDecision: "allow" }
      : { permissionDecision: "deny", permissionDecisionReason: sentence(reason) };
  return { out: `${JSON.stringify(said)}\n`, err: "", exitCode: 0 };
}

function cursorAnswer(reason: string | undefined): Answer {
  const text = reason === undefined ? "" : sentence(reason);
  const said =
    reason === undefined
      ? { permission: "allow" }
      : { permission: "deny", user_message: text, agent_message: text, userMessage: text, agentMessage: text };
  return { out: `${JSON.stringify(said)}\n`, err: "", exitCode: 0 };
}

async function readJson(stdin: GateIo["stdin"]): Promise<Record<string, unknown>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return fields(parsed(Buffer.concat(chunks).toString("utf8")));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotCheck("agent-guard was given no JSON: it is called by an agent's hook, with the tool call on stdin.");
  }
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
