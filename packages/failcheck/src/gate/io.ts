import type { Git } from "@failcheck/core";

/** What a verb of the gate may touch besides git. */
export interface GateIo {
  readonly git: Git;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: NodeJS.ProcessEnv;
}

/** Everything that comes through stdin, as lines; a client may end them with a carriage return. */
export async function linesOf(stdin: GateIo["stdin"]): Promise<readonly string[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  const lines = Buffer.concat(chunks).toString("utf8").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
