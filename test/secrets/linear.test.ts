import { sample } from "@failcheck/check-secrets/sample";
import { scan } from "@failcheck/check-secrets/scan";
import { sourceFile } from "@failcheck/core";
import fc from "fast-check";
import { expect, test } from "vitest";

/** What a run did, whatever the machine was doing: how often a pattern was asked, and how many characters it or a cut was given. */
interface Steps {
  readonly calls: number;
  readonly characters: number;
}

/** Counts what a piece of work asks of regular expressions, of `slice`, and of decoding; the same on every machine. */
function stepsOf(work: () => unknown): Steps {
  let calls = 0;
  let characters = 0;
  const restore = [
    counted(RegExp.prototype, "exec", (self, [text]) => {
      if (!(self instanceof RegExp)) return;
      calls += 1;
      // A sticky pattern is tried at one place; how far it may read from there is what patterns.test.ts shows.
      characters += self.sticky ? 1 : String(text).length - (self.global ? self.lastIndex : 0);
    }),
    counted(String.prototype, "slice", (self, [from, to]) => {
      const { length } = String(self);
      characters += Math.max(0, Math.min(Number(to ?? length), length) - Math.max(0, Number(from ?? 0)));
    }),
    counted(Buffer.prototype, "toString", (self) => {
      if (self instanceof Uint8Array) characters += self.length;
    }),
  ];
  try {
    work();
  } finally {
    for (const one of restore) one();
  }
  return { calls, characters };
}

/** Puts a count in front of a method; what comes back puts the method in its place again. */
function counted(owner: unknown, name: string, count: (self: unknown, given: readonly unknown[]) => void): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const method: unknown = before?.value;
  if (before === undefined || typeof method !== "function") throw new Error(`no method ${name}`);
  Object.defineProperty(owner, name, {
    ...before,
    value(this: unknown, ...given: readonly unknown[]): unknown {
      count(this, given);
      return Reflect.apply(method, this, given);
    },
  });
  return () => {
    Object.defineProperty(owner, name, before);
  };
}

const prefixes = [
  "ghp_",
  "sk-ant-api03-",
  "glpat-",
  "xoxb-",
  "AKIA",
  "eyJ",
  "-----BEGIN RSA PRIVATE KEY-----",
  "AGE-SECRET-KEY-1",
];
const nearKeywords = [
  "passwor",
  "passwordd",
  "tokenize",
  "secre=",
  "apikey",
  "api_key: ",
  "client_secret=",
  "kind: secre",
  "basic ",
];
const signs = [
  '"',
  "'",
  "`",
  '\\"',
  "{{",
  "${",
  "((",
  "[[",
  "<!--",
  "=",
  ":",
  ': "',
  "://a:b@",
  '" + "',
  "%41",
  "\\x41",
  "&#65;",
];

/** Pieces of lines that were written to keep a scanner busy. */
const piece = fc.oneof(
  fc.tuple(fc.constantFrom(...prefixes), fc.integer({ min: 1, max: 60 })).map(([text, times]) => text.repeat(times)),
  fc.tuple(fc.constantFrom(...nearKeywords), fc.integer({ min: 1, max: 60 })).map(([text, times]) => text.repeat(times)),
  fc.tuple(fc.constantFrom(...signs), fc.integer({ min: 1, max: 200 })).map(([text, times]) => text.repeat(times)),
  fc.base64String({ minLength: 40, maxLength: 4000 }),
  fc.string({ minLength: 1, maxLength: 200 }),
  fc.constantFrom(...["github-pat", "password", "secret-key", "json-web-token"].map((kind) => sample(kind, "linear"))),
);
const line = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));

/** Lines from a fixed seed, so that a count is the same wherever it is made. */
function hostile(bytes: number, end: string): string {
  let text = "";
  for (const one of fc.sample(line, { numRuns: 400, seed: 7 })) {
    if (text.length >= bytes) break;
    text += one + end;
  }
  return text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
}

const megabyte = 1024 * 1024;

test.each([
  ["lines", "\n"],
  ["line", " "],
])("ten megabytes of hostile %s take ten times the steps of one", { timeout: 240_000 }, (_, end) => {
  const text = hostile(megabyte, end);
  const stepsFor = (times: number) => {
    const file = sourceFile("x.txt", Buffer.from(text.repeat(times)));
    return stepsOf(() => scan(file));
  };
  const one = stepsFor(1);
  const ten = stepsFor(10);
  // Measured 9.8 and 10.1; what is done once a file, and windows cut off at its ends, make the difference.
  expect(ten.calls / one.calls).toBeLessThan(10.5);
  expect(ten.characters / one.characters).toBeLessThan(10.5);
  // About one question and 290 characters a byte.
  expect(ten.calls / (10 * megabyte)).toBeLessThan(2);
  expect(ten.characters / (10 * megabyte)).toBeLessThan(600);
});
