import { readConfig, sourceFile } from "@failcheck/core";
import { lintTexts } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { kinds } from "./index.ts";

const manager = {
  id: "ads/child-account",
  incident: "P-04",
  kind: "forbidden",
  literal: "7269555791",
  use: "8449092450, the manager account",
  paths: ["src/ads/**"],
  bad: ["upload(account='7269555791')"],
  good: ["upload(account='8449092450')"],
};
const token = {
  id: "secrets/acme-token",
  kind: "secret",
  prefix: "acme_",
  entropy: 3,
  bad: ["acme_q8Zk2Lw0Xv7"],
  good: ["acme_xxxxxxxxxxx", "acme_id"],
};

const read = (...custom: readonly object[]) =>
  readConfig(sourceFile("failcheck.yaml", Buffer.from(JSON.stringify({ custom }, null, 1))), [], () => Promise.resolve(kinds));
const findings = async (entry: object, after: Readonly<Record<string, string>>) =>
  (await lintTexts((await read(entry)).active, { after })).findings;

describe("forbidden", () => {
  test("reports the text in the files it is about, with what to write instead", async () => {
    const found = await findings(manager, { "src/ads/up.py": "a = 1\nid = 7269555791\n", "src/other.py": "7269555791" });
    expect(found).toMatchObject([
      {
        rule: "ads/child-account",
        path: "src/ads/up.py",
        line: 2,
        column: 6,
        endColumn: 16,
        message: "7269555791 may not appear here",
        help: "use 8449092450, the manager account",
        incidents: ["P-04"],
      },
    ]);
  });

  test.each([
    ["within a longer number it is another number", "172695557910", 0],
    ["twice is two", "7269555791 7269555791", 2],
  ])("%s", async (_, text, count) => {
    expect(await findings(manager, { "src/ads/a.txt": text })).toHaveLength(count);
  });

  test("takes a pattern", async () => {
    const entry = {
      ...manager,
      literal: undefined,
      pattern: "docker (?:run|restart)\\b",
      bad: ["docker run x"],
      good: ["docker compose run"],
    };
    expect(await findings(entry, { "src/ads/a.sh": "sudo docker restart api" })).toMatchObject([{ column: 6, endColumn: 20 }]);
  });
});

describe("secret", () => {
  test("is masked, and found in any file but the configuration", async () => {
    const value = token.bad[0]!;
    const found = await findings(token, { "a.bin": `\0\0${value}\0`, "failcheck.yaml": value });
    expect(found).toMatchObject([{ path: "a.bin", column: 3, rule: "secrets/acme-token" }]);
    expect(JSON.stringify(found)).not.toContain(value);
  });

  test("may need a keyword before it, and may be a group of a pattern", async () => {
    const entry = {
      ...token,
      prefix: undefined,
      pattern: "id=(\\d{12})",
      keywords: ["vendor"],
      entropy: 0,
      bad: ["vendor id=123456789012"],
      good: ["id=123456789012"],
    };
    expect(await findings(entry, { "a.env": "VENDOR id=123456789012\n" })).toMatchObject([{ column: 11, endColumn: 23 }]);
  });
});

describe("an entry that cannot be trusted is an error with its place", () => {
  test.each([
    [
      "a kind that does not exist",
      { ...manager, kind: "forbiden" },
      /failcheck\.yaml:\d+:\d+ unknown kind "forbiden"; did you mean "forbidden"\?/,
    ],
    ["a bad text that is not reported", { ...manager, bad: ["fine"] }, /does not report text 1 of its "bad"/],
    ["a good text that is", { ...manager, good: ["7269555791"] }, /reports text 1 of its "good"/],
    ["no good text", { ...manager, good: [] }, /needs a text that must not be reported/],
    ["neither a literal nor a pattern", { ...manager, literal: undefined }, /needs either a literal or a pattern/],
    ["an unknown key", { ...manager, path: ["a"] }, /unknown key "path"; did you mean "paths"\?/],
    ["a pattern that explodes", { ...manager, literal: undefined, pattern: "(a+)+$" }, /can take exponential time/],
    [
      "a pattern that is none",
      { ...manager, literal: undefined, pattern: "(" },
      /failcheck\.yaml:\d+:\d+ custom rule ads\/child-account: Invalid/,
    ],
    ["a name that says no defect", { ...manager, id: "manager" }, /area\/defect/],
  ])("%s", async (_, entry, words) => {
    await expect(read(entry)).rejects.toThrow(words);
  });

  test("two rules of one name", async () => {
    await expect(read(manager, manager)).rejects.toThrow(/there is a rule ads\/child-account already/);
  });
});
