import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A fenced block of a page under docs/, with what stands behind its language. */
export interface Block {
  readonly language: string;
  /** The file whose content it is. */
  readonly path: string | undefined;
  readonly from: string | undefined;
  readonly text: string;
}

/** Matches a fence with its info line and its text: "```sh file=a\necho\n```"; not an indented one. */
const fence = /^```(\w{1,10})([^\n]{0,200})\n([\s\S]*?)^```$/gm;

/** The blocks that a reader copies from a page. */
export function pageBlocks(page: string): readonly Block[] {
  const text = readFileSync(join(import.meta.dirname, "../../docs", page), "utf8");
  return Array.from(text.matchAll(fence), ([, language = "", info = "", content = ""]) => ({
    language,
    path: /\bfile=(\S+)/.exec(info)?.[1],
    from: /\bfrom=(\S+)/.exec(info)?.[1],
    text: content,
  }));
}
