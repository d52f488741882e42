import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { lastRead } from "../code/last-read.ts";
import { htmlInPython, htmlInTypescript } from "./embedded-html.ts";

const inPython = await htmlInPython.load();
const inTypescript = await htmlInTypescript.load();

/** How many pages are read in a program, and how many tags they hold. */
function read(path: string, text: string): readonly number[] {
  const parse = path.endsWith(".py") ? inPython : inTypescript;
  return parse(sourceFile(path, new TextEncoder().encode(text))).pages.map(({ tags }) => tags.length);
}

const py = (...lines: string[]): string => `def f(a):\n${lines.map((line) => `    ${line}\n`).join("")}`;

test.each([
  ["adds to a string", "a.py", py('h = "<html><div>"', 'h += "</div>"', 'h += "</html>"'), [4]],
  ["adds by a plus", "a.ts", 'let h = "<html><div>"; h = h + "</div>"; h = h + `${x}</html>`;', [4]],
  ["fills a list", "a.py", py("p = []", 'p.append("<html><div>")', 'p.append("</div></html>")'), [4]],
  ["pushes onto a list that holds some", "a.ts", 'const p = ["<html>"]; p.push("<div>", "</div>"); p.push("</html>");', [4]],
  ["writes to what it was given", "a.py", py('a.write("<html><div>")', 'a.write("</div></html>")'), [4]],
  [
    "adds what comes out even in a loop",
    "a.ts",
    'let h = "<html>"; for (const a of b) { h += "<div>"; h += "</div>"; } h += "</html>";',
    [2],
  ],
  ["opens in a branch", "a.py", py('h = "<html>"', "if a:", '    h += "<div>"', 'h += "<p></p>"', 'h += "</html>"'), []],
  ["has a half written elsewhere", "a.py", py('h = "<html>"', "h += page_header(a)", 'h += "</div></html>"'), []],
  ["wraps what it has", "a.py", py('h = "<p></p>"', 'h = "<html>" + h + "</div>"', 'h += "</html>"'), []],
  ["lacks one end of a box", "a.py", py('h = "<div><p></p>"', 'h += "<div></div><div>"', 'h += "</div>"'), [7]],
  ["opens a box for others", "a.py", py('h = "<div>"', 'h += "<div>"', 'h += "<p></p>"'), []],
  ["writes a box in a function that opens", "a.py", `def open_box(a):\n    h = "<div><div></div>"\n    h += "<div></div>"\n`, []],
])("the pieces of a program that %s", (_name, path, text, tags) => {
  expect(read(path, text)).toEqual(tags);
});

test("the pages of a program stand where they do in it, and share one text", () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `a${index} = "<section><div>${index}</div></section>"\n`).join("");
  const { pages } = inPython(sourceFile("a.py", new TextEncoder().encode(lines)));
  expect(new Set(pages.map(({ markup }) => markup)).size).toBe(1);
  const last = pages.at(-1)!;
  expect(last.markup).toHaveLength(lines.length);
  expect(last.tags.map(({ at }) => lines.slice(...at))).toEqual(["<section>", "<div>", "</div>", "</section>"]);
});

test("a program that several languages ask for is read once", () => {
  let read = 0;
  const parse = lastRead(() => ++read);
  const [one, other] = [sourceFile("a.ts", new Uint8Array()), sourceFile("b.ts", new Uint8Array())];
  expect([parse(one), parse(one), parse(other), parse(other)]).toEqual([1, 1, 2, 2]);
});
