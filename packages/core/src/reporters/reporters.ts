import { github } from "./github.ts";
import { json, jsonl } from "./json.ts";
import type { Reporter } from "./report.ts";
import { text } from "./text.ts";

/** Every format there is, by the name that `--format` and `--output` take. */
export const reporters: Readonly<Record<string, Reporter>> = { text, json, jsonl, github };
