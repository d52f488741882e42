import type { Change, ChangedFile, Content } from "../../packages/core/src/change.ts";

/** A file of a change as a row that a test can compare: path, old text, new text. */
export type Row = readonly [path: string, before: string | undefined, after: string | undefined];

/** Reads all files of a change, then ends it. */
export async function rowsOf(change: Change, which: "files" | "carried" = "files"): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const file of change[which]) rows.push(await rowOf(file));
  } finally {
    await change.close();
  }
  return rows;
}

async function rowOf(file: ChangedFile): Promise<Row> {
  return [file.path, shown(await file.before()), shown(await file.after())];
}

function shown(content: Content | undefined): string | undefined {
  if (!content) return undefined;
  if ("skipped" in content) return `(${content.skipped})`;
  return content.file.kind === "file" ? content.file.text : `${content.file.kind}: ${content.file.text}`;
}
