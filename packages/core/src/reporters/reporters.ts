import { agent } from "./agent.ts";
import { azure } from "./azure.ts";
import { checkstyle } from "./checkstyle.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json, jsonl } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { rdjsonl } from "./rdjsonl.ts";
import type { Reporter } from "./report.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** Every format there is, by the name that `--format` and `--output` take. */
export const reporters: Readonly<Record<string, Reporter>> = {
  text,
  json,
  jsonl,
  github,
  markdown,
  sarif,
  gitlab,
  junit,
  checkstyle,
  rdjsonl,
  azure,
  agent,
};
