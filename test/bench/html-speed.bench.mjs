/**
 * How many megabytes of sound pages a second of processor time reads and checks, in this process: the sources as the build bundles
 * them, real pages of a registry package, each time as a text of its own. Printed for the front end alone, each rule, and all.
 */
import { readFileSync, readdirSync, mkdirSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../../packages/devtools/src/bundle.mjs";
import { root as house } from "../../packages/devtools/src/tool.mjs";
import { median, scratch } from "./measure.mjs";

const packages = ["startbootstrap-sb-admin-2@4.1.4", "admin-lte@3.2.0", "gentelella@1.4.0", "stisla@2.3.0"];
const wanted = 20e6;
const turns = 5;
const { root } = scratch();

const source = (name) => join(house, "packages", name, "src/index.ts");
const input = {
  core: source("core"),
  languages: source("languages"),
  "check-html": source("check-html"),
  "check-template": source("check-template"),
};
await bundle(input, join(root, "bundle"), { format: "esm", extension: "mjs" });
const [{ sourceFile }, { html }, { rules: pageRules }, { rules: templateRules }] = await Promise.all(
  Object.keys(input).map((name) => import(pathToFileURL(join(root, "bundle", `${name}.mjs`)).href)),
);
const parse = await html.load();
const rules = [...pageRules, ...templateRules];

function pages() {
  return packages.flatMap((name) => {
    const folder = join(root, name.replace(/\W/g, "_"));
    mkdirSync(folder);
    const archive = execFileSync("npm", ["pack", name, "--silent", "--pack-destination", folder], { encoding: "utf8" }).trim();
    execFileSync("tar", ["xzf", join(folder, archive.split("\n").at(-1)), "-C", folder]);
    const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html"));
    return paths.sort().map((path) => readFileSync(join(folder, path)));
  });
}

/** The findings of a page, as the engine asks for them. */
function check(file, tree, chosen) {
  let findings = 0;
  for (const rule of chosen) {
    const options = rule.options?.["~standard"].validate({}).value;
    const reports = rule.kind === "change" ? rule.check(undefined, tree, file, options) : rule.check(tree, file, options);
    findings += [...reports].length;
  }
  return findings;
}

const read = (bytes, chosen) => {
  const file = sourceFile("page.html", bytes);
  return check(file, parse(file), chosen);
};
const sound = pages().filter((bytes) => read(bytes, rules) === 0);
const load = [];
for (let size = 0; size < wanted; size += load.at(-1).length) load.push(sound[load.length % sound.length]);
const size = Buffer.concat(load).length / 1e6;

const sets = {
  "read alone": [],
  ...Object.fromEntries(rules.map((rule) => [`read, ${rule.id}`, [rule]])),
  "read, all html rules": pageRules,
  "read, all rules over pages": rules,
};
const cpu = Object.fromEntries(Object.keys(sets).map((name) => [name, []]));
const wall = structuredClone(cpu);
for (let turn = 0; turn <= turns; turn++) {
  for (const [name, chosen] of Object.entries(sets)) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    for (const bytes of load) read(bytes, chosen);
    const { user, system } = process.cpuUsage(used);
    if (turn === 0) continue;
    cpu[name].push((user + system) / 1e6);
    wall[name].push((performance.now() - start) / 1e3);
  }
}
console.log(`${sound.length} sound pages, ${size.toFixed(0)} MB`);
for (const name of Object.keys(sets))
  console.log(
    `${name.padEnd(44)} ${(size / median(cpu[name])).toFixed(0).padStart(5)} MB/s of processor time, ${(size / median(wall[name])).toFixed(0)} by the clock`,
  );
