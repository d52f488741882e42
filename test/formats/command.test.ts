import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reporters } from "@failcheck/core";
import { makeSecret } from "../make-secret.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const names = Object.keys(reporters);
const secret = makeSecret("github-pat");
let repository: ScratchRepository;

const failcheck = (...words: readonly string[]) =>
  spawnSync(process.execPath, [command, ...words], { cwd: repository.root, env: repository.env, encoding: "utf8" });
const file = (format: string) => join(repository.root, "..", `report.${format}`);

beforeAll(() => {
  repository = scratchRepository();
  repository.write("good.html", "<p>right</p>\n");
  repository.write("bad.html", "<div>\n");
  repository.write(`deploy.env`, `TOKEN=${secret}\n`);
  repository.git("add", "--all");
  failcheck("staged", ...names.map((format) => `--output=${format}=${file(format)}`));
});

afterAll(() => repository.remove());

test.each(names)("%s does not change the exit code", (format) => {
  expect(failcheck("staged", "--format", format).status).toBe(1);
  expect(failcheck("good.html", "--format", format).status).toBe(0);
  expect(failcheck("nowhere.html", "--format", format).status).toBe(2);
});

test.each(names)("%s tells of both findings and shows no secret", (format) => {
  const report = readFileSync(file(format), "utf8");
  expect(report).toContain("html/unclosed-div");
  expect(report).toContain("secrets/provider-token");
  expect(report).not.toContain(secret);
  expect(report).not.toContain(secret.slice(8, 24));
});

const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };
const position = { type: "object", required: ["line"], properties: { line: count, column: count }, additionalProperties: false };
const object = (properties: Readonly<Record<string, unknown>>, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
});
const range = object({ start: position, end: position });

/** What GitLab and reviewdog document; neither publishes a schema to the registry. */
const schemas: Readonly<Record<string, object>> = {
  gitlab: {
    type: "array",
    items: object({
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: object({ path: { type: "string", pattern: "^(?!/|\\./)" }, lines: object({ begin: count }) }),
    }),
  },
  rdjsonl: {
    type: "array",
    items: object(
      {
        message: text,
        location: object({ path: text, range }, ["path"]),
        severity: { enum: ["ERROR", "WARNING", "INFO"] },
        code: object({ value: text }),
        source: object({ name: text }),
        suggestions: { type: "array", items: object({ range, text: { type: "string" } }) },
      },
      ["message", "location", "severity"],
    ),
  },
};

test.each(Object.keys(schemas))("%s is valid by its schema", (format) => {
  const report = readFileSync(file(format), "utf8");
  const data: unknown = JSON.parse(format === "rdjsonl" ? `[${report.trimEnd().split("\n").join(",")}]` : report);
  const validate = new Ajv.default().compile(schemas[format]!);
  validate(data);
  expect(validate.errors).toBeNull();
});
