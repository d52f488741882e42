import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sample } from "@failcheck/check-secrets/sample";
import { reporters } from "@failcheck/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const values = ["github-pat", "password", "secret-key", "url-password", "json-web-token"].map((kind) => sample(kind, "leaks"));
const [token = "", password = "", key = "", inUrl = "", webToken = ""] = values;

let repository: ScratchRepository;
let home: string;
/** Everything that was printed. */
const said: string[] = [];
/** The files that held the values before failcheck ran. */
let ours: ReadonlySet<string>;

beforeAll(() => {
  repository = scratchRepository();
  home = dirname(repository.root);
  mkdirSync(join(home, "tmp"));
  const all = `TOKEN=${token}\ndb_password: "${password}"\napi_key = '${key}'\nhttps://u:${inUrl}@db.acme.io/x\nx ${webToken}\n`;
  repository.write("config.yaml", all);
  repository.write(`dumps/${token}.txt`, "nothing\n");
  repository.write(`dumps/${token}.png`, new Uint8Array([0, 1, 2, 3]));
  repository.commit(`first, with ${token}`);
  repository.git("tag", "-a", "v1", "-m", `the key is ${token}`);
  for (let n = 0; n < 40; n++) repository.write(`src/${n}.env`, `# ${n}\n${all.repeat(9)}`);
  repository.commit("many");
  repository.write("staged.env", all);
  repository.git("add", "--all");
  ours = new Set(filesBelow(home));
});
afterAll(() => repository.remove());

const environment = () => ({
  ...repository.env,
  TMPDIR: join(home, "tmp"),
  XDG_CACHE_HOME: join(home, "cache"),
  DEBUG: "*",
  NODE_DEBUG: "fs",
});

function failcheck(...args: readonly string[]): void {
  const { stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: repository.root,
    env: environment(),
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  // What node itself says about its files names paths, and is not ours.
  said.push(stdout, stderr.replace(/^FS \d+: .*$/gm, ""));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
}

/** The forms in which a value could stand somewhere and still be read. */
function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const inBase64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [
    value,
    value.slice(8),
    Array.from(value).reverse().join(""),
    bytes.toString("hex"),
    encodeURIComponent(value),
    ...inBase64,
  ];
}

/** Nothing that was printed, and no file that was written or changed since, holds a value in any form. */
function expectNothing(): void {
  const fresh = filesBelow(home).filter((path) => !ours.has(path));
  const contents = fresh.map((path) => [path, readFileSync(join(home, path), "latin1")] as const);
  const everything = [...said.map((text) => ["what was printed", text] as const), ...contents];
  const leaks = values.flatMap((value) =>
    formsOf(value).flatMap((form) =>
      everything.flatMap(([where, text]) => (text.includes(form) ? [`${where}: a form of ${value.slice(0, 3)}`] : [])),
    ),
  );
  expect(leaks).toEqual([]);
}

test("no format, on the screen or in a file, of any source", () => {
  const outputs = Object.keys(reporters).flatMap((name) => ["--output", `${name}=../report.${name}`]);
  failcheck("--verbose", "--timing", ...outputs);
  failcheck("staged", "--format", "agent");
  failcheck("history", "--verbose", "--output", "blob=../blob.json", "--output", "json=../history.json");
  failcheck("ci", "HEAD~1..HEAD", "--format", "github");
  failcheck("history");
  expect(said.join("").length).toBeGreaterThan(10_000);
  expectNothing();
});

test("no list of what was accepted, and nothing that explains", () => {
  const signed = ["--reason", "a test", "--owner", "me@example.com", "--until", "2099-01-01"];
  failcheck("baseline", ...signed);
  const print = /failcheck allow ([0-9a-f]{16})/.exec(said.join(""))?.[1] ?? "";
  failcheck("allow", print, ...signed);
  expect(said.at(-1)).toBe("");
  failcheck("doctor");
  expectNothing();
});

test("nothing that a run leaves that was killed or ran out of memory", async () => {
  for (const after of [200, 500]) {
    const child = spawn(process.execPath, [command, "history", "--output", "sarif=../killed.sarif"], {
      cwd: repository.root,
      env: environment(),
    });
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    await setTimeout(after);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
  }
  // A heap too small for the run: V8 ends it, and says where it was.
  const crashed = spawnSync(process.execPath, ["--max-old-space-size=12", "--report-on-fatalerror", command, "history"], {
    cwd: repository.root,
    env: { ...environment(), NODE_OPTIONS: `--report-directory=${home}` },
    encoding: "latin1",
  });
  said.push(crashed.stdout, crashed.stderr.replace(/^FS \d+: .*$/gm, ""));
  expectNothing();
});

test("nothing that an error says", () => {
  failcheck(token);
  failcheck("--config", `${token}.yaml`);
  writeFileSync(join(repository.root, "failcheck.yaml"), `rules:\n  ${token}: true\n  password: "${password}"\nignore: ${key}\n`);
  failcheck();
  writeFileSync(join(repository.root, "failcheck.yaml"), `api_key: "${key}\nx: [`);
  failcheck();
  expect(said.at(-1)).toMatch(/failcheck\.yaml:\d+:\d+ /);
  ours = new Set([...ours, "repository/failcheck.yaml"]);
  expectNothing();
});
