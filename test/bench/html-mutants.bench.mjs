/**
 * Real pages of registry packages, each unharmed and with one fault whose place is known: how often it is seen, and how often the
 * right line is named first: by failcheck as a file's only side and beside the unharmed page, by html-validate and by htmlhint.
 * Pages and peers come from the registry. BENCH_FLAT=1 takes the indentation away first.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { failcheck, scratch } from "./measure.mjs";

const packages = [
  "startbootstrap-sb-admin-2@4.1.4",
  "admin-lte@3.2.0",
  "gentelella@1.4.0",
  "material-dashboard@3.1.0",
  "stisla@2.3.0",
];
const peerPackages = ["html-validate@9.7.1", "htmlhint@1.9.2"];
const wanted = 80;
const isFlat = process.env.BENCH_FLAT === "1";
const { root, commit } = scratch();

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
  const laidOut = turns.map((text) => (isFlat ? text?.replace(/^[ \t]+/gm, "") : text));
  return laidOut.filter((text) => text !== undefined && text.length > 3000 && (text.match(/<\/div>/g)?.length ?? 0) > 8);
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
    ...swapped(text),
    ["cut off", text.slice(0, end.index)],
    ["cut off in a tag", text.slice(0, end.index + 4)],
    ...fourInARow(text, pairs),
  ];
}

/** Two end tags of different names that follow each other change places. */
function swapped(text) {
  const runs = [...text.matchAll(/(<\/div>)(\s*)(<\/(?!div)(?:section|main|form|ul|table|article|header|footer|nav)>)/g)];
  if (runs.length === 0) return [];
  const { index, 0: all, 1: one, 2: space, 3: other } = pick(runs);
  return [
    ["two end tags swapped", text.slice(0, index) + other + space + one + text.slice(index + all.length), lineOf(text, index)],
  ];
}

/**
 * Four end tags on lines that follow each other are gone; the first line to be named is that of the outermost div. Where the
 * lines are equal, as on a flat page, any four of them leave the same text, and so each of their outermost divs is right.
 */
function fourInARow(text, pairs) {
  const runs = [...text.matchAll(/(?:^[ \t]*<\/div>[ \t]*\r?\n){4,}/gm)];
  if (runs.length === 0) return [];
  const run = pick(runs);
  const ends = pairs.filter(([, { index }]) => index > run.index && index < run.index + run[0].length);
  const lines = run[0].split("\n").slice(0, -1);
  const without = (from) => [...lines.slice(0, from), ...lines.slice(from + 4)].join("\n");
  const outermost = ends.flatMap(([start], at) => (at >= 3 && without(at - 3) === without(0) ? [lineOf(text, start.index)] : []));
  const rest = run[0].length - lines.slice(0, 4).join("\n").length - 1;
  const shorter = text.slice(0, run.index) + text.slice(run.index + run[0].length - rest);
  return [["four in a row deleted", shorter, ...outermost]];
}

const cases = new Map();
const add = (unharmed, kind, text, ...lines) => {
  const path = `pages/${cases.size}.html`;
  writeFileSync(join(root, path), unharmed);
  cases.set(path, { kind, lines, text });
};
mkdirSync(join(root, "pages"));
for (const text of pages()) {
  writeFileSync(join(root, "probe.html"), text);
  const args = [failcheck, "--only", "html/unclosed-div", "probe.html"];
  if (spawnSync(process.execPath, args, { cwd: root }).status !== 0) continue;
  add(text, "unharmed", text);
  for (const mutant of mutants(text)) add(text, ...mutant);
  if ([...cases.values()].filter(({ kind }) => kind === "unharmed").length >= wanted) break;
}

function report(name, named) {
  console.log(name);
  for (const kind of new Set([...cases.values()].map((one) => one.kind))) {
    const ours = [...cases].filter(([, one]) => one.kind === kind);
    const seen = ours.filter(([path]) => named.has(path)).length;
    const right = ours.filter(([path, { lines }]) => lines.includes(named.get(path))).length;
    const isLabelled = ours.some(([, { lines }]) => lines.length > 0);
    const first = isLabelled ? `, right line first ${Math.round((100 * right) / ours.length)} %` : "";
    console.log(`  ${kind.padEnd(22)} ${ours.length} pages, ${seen} reported${first}`);
  }
}

/** The first line named on each page. */
function firstLines(...args) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1e9 };
  const { stdout } = spawnSync(
    process.execPath,
    [failcheck, ...args, "--only", "html/unclosed-div", "--format", "json"],
    options,
  );
  const named = new Map();
  for (const { path, line } of JSON.parse(stdout).findings) if (!named.has(path)) named.set(path, line);
  return named;
}

commit("unharmed");
for (const [path, { text }] of cases) writeFileSync(join(root, path), text);
report("failcheck, page alone", firstLines("pages"));
execFileSync("git", ["add", "pages"], { cwd: root });
report("failcheck, beside the unharmed page", firstLines("staged"));

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
execFileSync("npm", ["install", "--prefix", root, "--no-save", "--ignore-scripts", "--silent", ...peerPackages]);
const installed = createRequire(join(root, "index.js"));
for (const [name, make] of Object.entries(peers)) {
  const peer = await import(installed.resolve(name));
  const check = await make(peer.default ?? peer);
  const first = new Map();
  for (const path of cases.keys()) {
    const line = await check(readFileSync(join(root, path), "utf8"));
    if (line !== undefined) first.set(path, line);
  }
  report(name, first);
}
