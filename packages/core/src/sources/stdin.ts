import type { Change } from "../change.ts";
import { texts } from "./texts.ts";

/** A text that comes through a pipe, checked as the file of this name. */
export async function stdin(path: string, input: AsyncIterable<Uint8Array | string>): Promise<Change> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return texts({ after: { [path]: Buffer.concat(chunks) } });
}
