/**
 * Real pages of registry packages, each unharmed and with one fault whose place is known: how often it is seen, and how often the
 * right line is named first. html-validate and htmlhint run on the same pages where they are installed (`npm i -g` is not enough).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failcheck } from "./measure.mjs";

const packages = [
  "startbootstrap-sb-admin-2@4.1.4",
  "admin-lte@3.2.0",
  "gentelella@1.4.0",
  "material-dashboard@3.1.0",
  "stisla@2.3.0",
];
const wanted = 80;
const root = mkdtempSync(join(tmpdir(), "failcheck-mutants-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

let seed = 1;
const pick = (list) => list[(seed = (seed * 1103515245 + 12345) & 0x7fffffff) % list.length];
const lineOf = (text, offset) => text.slice(0, offset).split("\n").length;

function pages() {
  const found = packages.map((name) => {
    const folder = join(root, "packages", name.replace(/\W/g, "_"));
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync("npm", ["pack", name, "--silent", "--pack-destination", folder], { encoding: "utf8" }).trim();
    execFileSync("tar", ["xzf", join(folder, archive.split("\n").at(-1)), "-C", folder]);
    const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html"));
    return paths.sort().map((path) => readFileSync(join(folder, path), "utf8"));
  });
  const turns = Array.from({ length: wanted }, (_, index) => found.map((list) => list[index])).flat();
  return turns.filter((text) => text !== undefined && text.length > 3000 && (text.match(/<\/div>/g)?.length ?? 0) > 8);
}

/** The page with one fault, and the lines that name it. */
function mutants(text) {
  const pairs = [];
  const open = [];
  for (const match of text
    .replace(/<!--[^]*?-->|<script[^]*?<\/script>/g, (part) => " ".repeat(part.length))
    .matchAll(/<(\/?)div\b[^>]*>/g)) {
    if (match[1] === "") open.push(match);
    else pairs.push([open.pop(), match]);
  }
  const without = (match) => text.slice(0, match.index) + text.slice(match.index + match[0].length);
  const twice = (match) => text.slice(0, match.index) + match[0] + text.slice(match.index);
  const [[start], [, end], [, copied]] = [pick(pairs), pick(pairs), pick(pairs)];
  const closed = pairs.find(([other]) => other === start)[1];
  const opened = pairs.find(([, other]) => other === end)[0];
  const shorter = without(start);
  return [
    ["a start tag deleted", shorter, lineOf(shorter, closed.index - start[0].length)],
    ["an end tag deleted", without(end), lineOf(text, opened.index)],
    ["an end tag doubled", twice(copied), lineOf(text, copied.index)],
    ["a start tag doubled", twice(start), lineOf(text, start.index)],
    ["cut off", text.slice(0, end.index), 0],
    ...fourInARow(text, pairs),
  ];
}

/** Four end tags that follow each other are gone; the first line to be named is that of the outermost div. */
function fourInARow(text, pairs) {
  const runs = [...text.matchAll(/(?:<\/div>\s*){4}/g)].filter((run) => pairs.some(([, end]) => end.index === run.index));
  if (runs.length === 0) return [];
  const run = pick(runs);
  const last = run.index + run[0].lastIndexOf("</div>");
  const outermost = pairs.find(([, end]) => end.index === last);
  if (outermost === undefined) return [];
  const shorter = text.slice(0, run.index) + text.slice(run.index + run[0].length);
  return [["four in a row deleted", shorter, lineOf(text, outermost[0].index)]];
}

const cases = new Map();
const add = (kind, text, line) => {
  const path = `pages/${cases.size}.html`;
  writeFileSync(join(root, path), text);
  cases.set(path, { kind, line });
};
mkdirSync(join(root, "pages"));
for (const text of pages()) {
  writeFileSync(join(root, "probe.html"), text);
  const args = [failcheck, "--only", "html/unclosed-div", "probe.html"];
  if (spawnSync(process.execPath, args, { cwd: root }).status !== 0) continue;
  add("unharmed", text, 0);
  for (const mutant of mutants(text)) add(...mutant);
  if ([...cases.values()].filter(({ kind }) => kind === "unharmed").length >= wanted) break;
}

function report(name, first) {
  console.log(name);
  for (const kind of new Set([...cases.values()].map((one) => one.kind))) {
    const ours = [...cases].filter(([, one]) => one.kind === kind);
    const seen = ours.filter(([path]) => first.has(path)).length;
    const right = ours.filter(([path, { line }]) => first.get(path) === line).length;
    console.log(
      `  ${kind.padEnd(20)} ${ours.length} pages, ${seen} reported, right line first ${Math.round((100 * right) / ours.length)} %`,
    );
  }
}

const json = spawnSync(process.execPath, [failcheck, "--only", "html/unclosed-div", "--format", "json", "pages"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1e9,
});
const named = new Map();
for (const { path, line } of JSON.parse(json.stdout).findings) if (!named.has(path)) named.set(path, line);
report("failcheck", named);

const peers = {
  "html-validate": async ({ HtmlValidate }) => {
    const validator = new HtmlValidate({ rules: { "close-order": "error" } });
    return async (text) => (await validator.validateString(text)).results[0]?.messages[0]?.line;
  },
  htmlhint:
    async ({ HTMLHint }) =>
    async (text) =>
      HTMLHint.verify(text, { "tag-pair": true })[0]?.line,
};
for (const [name, make] of Object.entries(peers)) {
  const peer = await import(name).catch(() => undefined);
  if (peer === undefined) {
    console.log(`${name}: not installed`);
    continue;
  }
  const check = await make(peer.default ?? peer);
  const first = new Map();
  for (const path of cases.keys()) {
    const line = await check(readFileSync(join(root, path), "utf8"));
    if (line !== undefined) first.set(path, line);
  }
  report(name, first);
}
