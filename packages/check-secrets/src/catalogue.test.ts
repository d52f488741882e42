import { describe, expect, test } from "vitest";
import { type CompiledKind, keywordsOf, kinds } from "./catalogue.ts";
import { failuresOf } from "./lists.ts";
import { generate, parsePattern } from "./pattern.ts";
import { sample } from "./sample.ts";
import { scan } from "./scan/scan.ts";
import { providers } from "./tokens/index.ts";

function found(text: string, path = "notes.txt"): string[] {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ kind, at }) => `${kind} ${text.slice(...at)}`);
}

/** A name that the kind's tokens are assigned to. */
function nameFor({ kind }: CompiledKind): string {
  const word = kind.names?.find((name) => /^[a-z]/.test(name)) ?? "service";
  return `${word.replace(/[^a-z0-9]+/g, "_").replace(/_$/, "")}_api_key`;
}

test("there are kinds enough, and each has a name of its own", () => {
  expect(providers.length).toBeGreaterThanOrEqual(110);
  expect(kinds.length).toBeGreaterThanOrEqual(150);
  const names = kinds.map(({ kind }) => kind.kind);
  expect(names).toEqual([...new Set(names)]);
});

test.each(providers.map((provider) => [provider.name, provider] as const))(
  "%s says where its tokens are documented",
  (_, provider) => {
    expect(provider.documentation).toMatch(/^https:\/\/[\w.-]+\/?/);
    expect(provider.kinds.length).toBeGreaterThan(0);
  },
);

test("an entry that fails its own lists, or has none, is told apart", () => {
  const known = kinds.find(({ kind }) => kind.kind === "github-pat");
  if (!known) throw new Error("no github-pat");
  const withLists = (match: readonly string[], noMatch: readonly string[]) =>
    failuresOf({ ...known, kind: { ...known.kind, match, noMatch } });
  expect(withLists([], [])).toEqual(["github-pat has no list of what must match, or of what must not"]);
  expect(withLists(["«short»"], ["x"])).toEqual(["github-pat is not found in «short»"]);
  expect(withLists(["«»"], ["key: «»"])).toEqual(["github-pat is found in key: «», which must not match"]);
});

describe.each(kinds.map((kind) => [kind.kind.kind, kind] as const))("%s", (id, compiled) => {
  const { kind } = compiled;

  test("has a pattern that takes linear time and keywords to be found by", () => {
    expect(parsePattern(kind.pattern).length).toBeGreaterThan(0);
    const keywords = keywordsOf(kind);
    expect(keywords.length).toBeGreaterThan(0);
    expect(keywords.filter((keyword) => keyword.length < 2 || keyword !== keyword.toLowerCase())).toEqual([]);
  });

  test("matches each of its texts to the end: of two alternatives the longer stands first", () => {
    let state = 7;
    const draw = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    for (let index = 0; index < 20; index++) {
      const text = generate(parsePattern(kind.pattern), draw);
      compiled.pattern.lastIndex = 0;
      expect(compiled.pattern.exec(text)?.[0]).toBe(text);
    }
  });

  test("holds against its own lists", () => {
    expect(failuresOf(compiled)).toEqual([]);
  });

  test("is found where it is assigned, and nothing but it", () => {
    const token = sample(id);
    const text = `${nameFor(compiled)} = "${token}"`;
    expect(found(text).map((one) => one.slice(one.indexOf(" ") + 1))).toEqual(kind.isId ? [] : [token]);
  });

  test("is silent about what is no token", () => {
    const token = sample(id);
    const masked = `${compiled.mark}${"x".repeat(Math.max(8, token.length - compiled.mark.length))}`;
    const texts = [
      `${nameFor(compiled)} = "${masked}"`,
      `${nameFor(compiled)} = "<your token>"`,
      `${nameFor(compiled)} = process.env.API_KEY`,
      `${nameFor(compiled)} = "\${API_KEY}"`,
    ];
    for (const text of texts) expect(found(text)).toEqual([]);
  });
});
