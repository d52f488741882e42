import { readFileSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { applyEdits, sourceFile } from "@failcheck/core";
import { rules } from "@failcheck/check-html";
import { html } from "@failcheck/languages";
import { chromium as playwright } from "playwright-core";
import { expect, test } from "vitest";

const broken = readFileSync(join(import.meta.dirname, "../fixtures/html/trapped-sections.html"), "utf8");

/** How many of the later sections a browser puts into the card. */
async function trapped(pages: readonly string[]): Promise<number[]> {
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  try {
    const page = await browser.newPage();
    const counts: number[] = [];
    for (const text of pages) {
      await page.setContent(text);
      counts.push(await page.locator("#ads #jobs, #ads #calls").count());
    }
    return counts;
  } finally {
    await browser.close();
  }
}

test("a browser traps what follows in the first section, and no longer does after the fix (P-11)", async () => {
  const file = sourceFile("report.html", new TextEncoder().encode(broken));
  const tree = (await html.load())(file);
  const rule = rules.find(({ id }) => id === "html/unclosed-div");
  if (rule?.kind !== "change") throw new Error("html/unclosed-div compares both sides");
  const edits = [...rule.check(undefined, tree, file, { also: [] })].flatMap(({ fix }) => fix ?? []);
  expect(edits).toHaveLength(1);
  expect(await trapped([broken, applyEdits(broken, edits)])).toEqual([2, 0]);
});
