import type { Fence, Outline, Section } from "./outline.ts";

/** A small repository that shows a failure, or its repair. */
export interface Form {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** Options of rules, by id. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where a rule must report: `path:line rule/id`. */
  readonly places: readonly string[];
}

/** The files under a section, as one small repository; undefined where it has none. */
export function forms({ fences }: Outline, section: Section | undefined): Form | undefined {
  if (!section) return undefined;
  const own = fences.filter(({ at }) => at[0] >= section.at[0] && at[1] <= section.at[1]);
  const files = own.filter(({ meta }) => fileOf(meta) !== undefined);
  if (files.length === 0) return undefined;
  const sides = { before: new Map<string, string>(), after: new Map<string, string>() };
  let options: Readonly<Record<string, unknown>> = {};
  for (const { meta, code } of files) {
    const side = /(?:^|\s)before(?:\s|$)/.test(meta) ? sides.before : sides.after;
    side.set(fileOf(meta) ?? "", `${code}\n`);
    options = { ...options, ...optionsOf(meta) };
  }
  return {
    before: Object.fromEntries(sides.before),
    after: Object.fromEntries(sides.after),
    options,
    places: own.flatMap(placesOf),
  };
}

/** Matches `file=docs/A.md` among the words behind a fence's language. */
function fileOf(meta: string): string | undefined {
  return /(?:^|\s)file=(\S{1,300})/.exec(meta)?.[1];
}

function optionsOf(meta: string): Readonly<Record<string, unknown>> {
  const start = meta.indexOf("options=");
  if (start < 0) return {};
  const parsed: unknown = JSON.parse(meta.slice(start + "options=".length));
  return parsed instanceof Object ? Object.fromEntries(Object.entries(parsed)) : {};
}

/** A `text` fence without a file lists the places. */
function placesOf({ language, meta, code }: Fence): readonly string[] {
  if (language !== "text" || meta !== "") return [];
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
