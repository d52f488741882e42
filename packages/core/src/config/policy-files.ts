import * as v from "valibot";
import { CannotCheck } from "../cannot-check.ts";
import type { SourceFile } from "../language.ts";
import type { Allowance, BaselineEntry } from "../policy.ts";
import { readDocument } from "./document.ts";
import { validate } from "./validate.ts";

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day, YYYY-MM-DD"));
const text = v.pipe(v.string(), v.nonEmpty("must not be empty"));

/** A line of failcheck-allow.yaml: by fingerprint, or by rule and path; with owner, reason and end date always. */
const allowanceSchema = v.pipe(
  v.strictObject({
    fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "must be a fingerprint of 16 hexadecimal digits"))),
    rule: v.optional(text),
    path: v.optional(text),
    owner: text,
    reason: text,
    until: day,
  }),
  v.check(
    ({ fingerprint, rule, path }) => fingerprint !== undefined || (rule !== undefined && path !== undefined),
    "needs a fingerprint, or a rule and a path",
  ),
);

const baselineSchema = v.strictObject({
  version: v.literal(1),
  findings: v.array(
    v.strictObject({
      rule: v.string(),
      path: v.string(),
      line: v.optional(v.number()),
      fingerprint: v.string(),
      reason: text,
      owner: v.optional(v.string()),
      until: v.optional(day),
    }),
  ),
});

/** The lines of the allowance file. @throws CannotCheck with `file:line:col` where one is not complete */
export async function readAllowances(file: SourceFile | undefined): Promise<readonly Allowance[]> {
  if (!file) return [];
  const document = await readDocument(file);
  if (document.data === null) return [];
  const result = await validate(v.array(allowanceSchema), document.data, document, []);
  if ("problems" in result) throw new CannotCheck(result.problems.join("\n"));
  return result.output.map(({ fingerprint, rule, path, ...rest }, index) => ({
    ...rest,
    line: Number(document.where([index]).split(":").at(-2)),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(rule === undefined ? {} : { rule }),
    ...(path === undefined ? {} : { path }),
  }));
}

/** The findings that were accepted when the baseline was made; an entry whose end date passed accepts nothing. */
export async function readBaseline(file: SourceFile | undefined, today: string): Promise<readonly BaselineEntry[]> {
  if (!file) return [];
  const document = await readDocument(file);
  const result = await validate(baselineSchema, document.data, document, []);
  if ("problems" in result) throw new CannotCheck(result.problems.join("\n"));
  return result.output.findings
    .filter(({ until }) => until === undefined || until >= today)
    .map(({ fingerprint, reason }) => ({ fingerprint, reason }));
}
