import { expect, test } from "vitest";
import type { Change } from "../change.ts";
import { texts } from "./texts.ts";

async function sides(change: Change): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const file of change.files) {
    const [before, after] = [await file.before(), await file.after()];
    rows.push([file.path, before && "file" in before && before.file.text, after && "file" in after && after.file.text]);
  }
  return rows;
}

test("without a before side every file is looked at and everything gates", async () => {
  const change = texts({ after: { "b.txt": "b", "a.txt": "a" } });
  expect(await sides(change)).toEqual([
    ["a.txt", undefined, "a"],
    ["b.txt", undefined, "b"],
  ]);
  expect([change.gates, change.before]).toEqual(["all", undefined]);
});

test("with two sides only what differs is a file of the change", async () => {
  const change = texts({ before: { same: "1", gone: "2", edited: "3" }, after: { same: "1", edited: "4", added: "5" } });
  expect(await sides(change)).toEqual([
    ["added", undefined, "5"],
    ["edited", "3", "4"],
    ["gone", "2", undefined],
  ]);
  expect(change.gates).toBe("new");
  expect(await change.after.paths()).toEqual(["added", "edited", "same"]);
});
