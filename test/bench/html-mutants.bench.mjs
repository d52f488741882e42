/**
 * Real pages of registry packages, each unharmed and with one fault whose place is known: how often it is seen, how often the
 * right line is named first, and how often all that is wrong is named, be it as one that may be it: by failcheck as a file's only
 * side and beside the unharmed page, by html-validate and by htmlhint.
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

const swappable = "section|main|form|ul|table|article|header|footer|nav";

/** The pairs of tags of these names, as a page that comes out even has them. */
function pairsIn(text, names) {
  const pairs = [];
  const open = new Map();
  const markup = text.replace(/<!--[^]*?-->|<script[^]*?<\/script>/g, (part) => " ".repeat(part.length));
  for (const match of markup.matchAll(new RegExp(`<(/?)(${names})\\b[^>]*>`, "g"))) {
    const starts = open.get(match[2]) ?? [];
    open.set(match[2], starts);
    if (match[1] === "") starts.push(match);
    else if (starts.length > 0) pairs.push([starts.pop(), match]);
  }
  return pairs;
}

/** The page with one fault, the lines that name it (any of them is right), and how many of those must be named. */
function mutants(text) {
  const pairs = pairsIn(text, "div");
  const without = (match) => text.slice(0, match.index) + text.slice(match.index + match[0].length);
  const twice = (match) => text.slice(0, match.index) + match[0] + text.slice(match.index);
  const [[start], [, end], [, copied]] = [pick(pairs), pick(pairs), pick(pairs)];
  const closed = pairs.find(([other]) => other === start)[1];
  // of end tags side by side nobody can tell which one is gone
  const alike = pairs.filter(([, other]) => Math.abs(other.index - end.index) < 60 && without(other) === without(end));
  const opened = alike.map(([other]) => lineOf(text, other.index));
  const shorter = without(start);
  return [
    ["a start tag deleted", shorter, [lineOf(shorter, closed.index - start[0].length)]],
    ["an end tag deleted", without(end), opened],
    ["an end tag doubled", twice(copied), [lineOf(text, copied.index)]],
    ["a start tag doubled", twice(start), [lineOf(text, start.index)]],
    ...swapped(text),
    ["cut off", text.slice(0, end.index), []],
    ["cut off in a tag", text.slice(0, end.index + 4), []],
    ...fourInARow(text, pairs),
  ];
}

/** Two end tags of different names that follow each other change places: their lines are right, and those of their elements. */
function swapped(text) {
  const runs = [...text.matchAll(new RegExp(`(</div>)(\\s*)(</(?!div)(?:${swappable})>)`, "g"))];
  if (runs.length === 0) return [];
  const { index, 0: all, 1: one, 2: space, 3: other } = pick(runs);
  const ends = [index, index + one.length + space.length];
  const starts = pairsIn(text, `div|${swappable}`).flatMap(([start, end]) => (ends.includes(end.index) ? [start.index] : []));
  const lines = [...starts, ...ends].map((offset) => lineOf(text, offset));
  return [["two end tags swapped", text.slice(0, index) + other + space + one + text.slice(index + all.length), lines]];
}

/**
 * Four end tags on lines that follow each other are gone: each of their divs is right, and all four must be named. Where the lines
 * are equal, as on a flat page, any four of them leave the same text, and so any four of their divs are right.
 */
function fourInARow(text, pairs) {
  const runs = [...text.matchAll(/(?:^[ \t]*<\/div>[ \t]*\r?\n){4,}/gm)];
  if (runs.length === 0) return [];
  const run = pick(runs);
  const ends = pairs.filter(([, { index }]) => index >= run.index && index < run.index + run[0].length);
  const lines = run[0].split("\n").slice(0, -1);
  const without = (from) => [...lines.slice(0, from), ...lines.slice(from + 4)].join("\n");
  const gone = new Set();
  for (let from = 0; from + 4 <= lines.length; from++)
    if (without(from) === without(0)) for (const pair of ends.slice(from, from + 4)) gone.add(pair);
  const rest = run[0].length - lines.slice(0, 4).join("\n").length - 1;
  const shorter = text.slice(0, run.index) + text.slice(run.index + run[0].length - rest);
  return [["four in a row deleted", shorter, [...gone].map(([start]) => lineOf(text, start.index)), 4]];
}

const cases = new Map();
const add = (unharmed, kind, text, lines = [], wanted = 1) => {
  const path = `pages/${cases.size}.html`;
  writeFileSync(join(root, path), unharmed);
  cases.set(path, { kind, lines, text, wanted });
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

/** `findings`: by page, the lines that each of its findings names. */
function report(name, findings) {
  console.log(name);
  for (const kind of new Set([...cases.values()].map((one) => one.kind))) {
    const ours = [...cases].filter(([, one]) => one.kind === kind);
    const percent = (isSo) => `${Math.round((100 * ours.filter(isSo).length) / ours.length)} %`;
    const seen = ours.filter(([path]) => findings.has(path)).length;
    const isFirst = ([path, { lines }]) => lines.includes(findings.get(path)?.[0]?.[0]);
    const isNamed = ([path, { lines, wanted }]) => {
      const named = new Set(findings.get(path)?.flat());
      return new Set(lines.filter((line) => named.has(line))).size >= Math.min(wanted, new Set(lines).size);
    };
    const isLabelled = ours.some(([, { lines }]) => lines.length > 0);
    const right = isLabelled ? `, right line first ${percent(isFirst)}, all named ${percent(isNamed)}` : "";
    console.log(`  ${kind.padEnd(22)} ${ours.length} pages, ${seen} reported${right}`);
  }
}

/** The lines that the findings of each page name: their own, and those that may be it instead. */
function linesNamed(...args) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1e9 };
  const { stdout } = spawnSync(
    process.execPath,
    [failcheck, ...args, "--only", "html/unclosed-div", "--format", "json"],
    options,
  );
  const named = new Map();
  for (const { path, line, related = [] } of JSON.parse(stdout).findings) {
    const others = related.filter(({ message }) => message.includes("may be the one"));
    named.set(path, [...(named.get(path) ?? []), [line, ...others.map((other) => other.line)]]);
  }
  return named;
}

commit("unharmed");
for (const [path, { text }] of cases) writeFileSync(join(root, path), text);
report("failcheck, page alone", linesNamed("pages"));
execFileSync("git", ["add", "pages"], { cwd: root });
report("failcheck, beside the unharmed page", linesNamed("staged"));

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
    if (line !== undefined) first.set(path, [[line]]);
  }
  report(name, first);
}
