import { sample } from "@failcheck/check-secrets/sample";
import { kinds } from "@failcheck/check-secrets/catalogue";
import { scan } from "@failcheck/check-secrets/scan";
import { sourceFile } from "@failcheck/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const megabyte = 1024 * 1024;

/** The processor's time for a text of this many bytes made of copies of the piece, in milliseconds; the better of two. */
function cost(piece: string, bytes: number): number {
  const file = sourceFile("x.js", Buffer.from(piece.repeat(Math.ceil(bytes / piece.length))));
  const times = [1, 2].map(() => {
    const before = process.cpuUsage();
    scan(file);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const pieces = [
  "key=",
  'key: "',
  "password=a",
  "token = token ",
  "://a:b@",
  "://",
  "eyJ",
  "eyJhbGciOi.",
  "-----BEGIN RSA PRIVATE KEY-----",
  "-----BEGIN PRIVATE KEY-----AAAA",
  "T3BlbkFJ",
  "Q~",
  ".atlasv1.",
  '" + "',
  "\\x41",
  "%41%3a",
  "&#65;",
  "A",
  "kind: Secret\ndata:\n  a: aaaaaaaa\n",
  "curl -u a:",
  "basic ",
  "ghp_",
  "sk-ant-api03-",
  "a1B2",
  '"secret", ',
  "{{{{",
  "getenv(",
];

test.each(pieces)("four times as much of %j takes no more than about four times as long", (piece) => {
  const one = cost(piece, megabyte / 8);
  const four = cost(piece, megabyte / 2);
  // The floor keeps a few milliseconds of noise out; a quadratic cost would show as sixteen.
  expect(four / Math.max(one, 25)).toBeLessThan(9);
});

test("ten megabytes of hostile lines are read in one go", () => {
  const lines = fc.array(fc.constantFrom(...pieces, "\n", " ", '"', "'", "=", sample("github-pat"), sample("json-web-token")), {
    minLength: 200,
    maxLength: 400,
  });
  fc.assert(
    fc.property(lines, (parts) => {
      const line = parts.join("");
      const perByte = cost(line, megabyte / 2) / (megabyte / 2);
      // Milliseconds a byte: ten megabytes in a minute at the very worst, under load.
      expect(perByte * 10 * megabyte).toBeLessThan(60_000);
    }),
    { numRuns: 3 },
  );
});

test("each kind's pattern gives up on its own text in pieces without going back and forth", () => {
  for (const { kind, pattern } of kinds) {
    const near = sample(kind.kind).slice(0, -1);
    const text = near.repeat(Math.ceil(20_000 / near.length));
    const before = process.cpuUsage();
    for (let at = 0; at < text.length; at += 1) {
      pattern.lastIndex = at;
      pattern.test(text);
    }
    expect([kind.kind, process.cpuUsage(before).user / 1000 < 2000]).toEqual([kind.kind, true]);
  }
});
