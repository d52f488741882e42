import { gzipSync } from "node:zlib";
import { sample } from "@failcheck/check-secrets/sample";
import { scan } from "@failcheck/check-secrets/scan";
import { sourceFile } from "@failcheck/core";
import { describe, expect, test } from "vitest";
import { zip } from "./zip.ts";

const hex = (text: string) => Buffer.from(text).toString("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const escapedAs = (prefix: string) => (text: string) =>
  [...Buffer.from(text)].map((byte) => prefix + byte.toString(16).padStart(2, "0")).join("");

/** Each turns a text into a file's bytes in which it no longer stands as it is. */
const disguises: readonly (readonly [name: string, disguise: (text: string) => string | Uint8Array, path?: string])[] = [
  ["base64", (text) => `blob: ${base64(text)}`],
  ["base64 in base64", (text) => base64(`inner = ${base64(`outer ${text} text`)}`)],
  ["base64 over lines", (text) => (base64(`${"-".repeat(50)} ${text}`).match(/.{1,76}/g) ?? []).join("\n")],
  ["base64url", (text) => Buffer.from(`{"t":"${text}"}`).toString("base64url")],
  ["a data: address", (text) => `<img src="data:text/plain;base64,${base64(`key ${text} end`)}">`],
  ["hexadecimal", (text) => `x = "${hex(text)}"`],
  ["percent escapes", (text) => `https://a.io/?q=${escapedAs("%")(text)}`],
  ["percent escapes twice", (text) => escapedAs("%")(escapedAs("%")(text))],
  ["\\x escapes", (text) => `s = "${escapedAs("\\x")(text)}"`],
  ["\\u escapes", (text) => `s = "${escapedAs("\\u00")(text)}"`],
  [
    "character references",
    (text) =>
      `<p>${Array.from(text)
        .map((one) => `&#${one.charCodeAt(0)};`)
        .join("")}</p>`,
  ],
  ["pieces joined by +", (text) => `const t = "${text.slice(0, 9)}" + "${text.slice(9)}";`],
  ["pieces joined by . in PHP", (text) => `$t = '${text.slice(0, 12)}' . '${text.slice(12)}';`],
  ["pieces over lines", (text) => `t = ("${text.slice(0, 9)}"\n     "${text.slice(9, 20)}"\n     "${text.slice(20)}")`],
  ["pieces joined by + over lines", (text) => `x = "${text.slice(0, 6)}" +\n    "${text.slice(6)}"`],
  ["pieces joined by .. in Lua", (text) => `t = "${text.slice(0, 12)}" .. "${text.slice(12)}"`],
  ["pieces joined by <<", (text) => `t = '${text.slice(0, 12)}' << '${text.slice(12)}'`],
  ["pieces joined by <>", (text) => `t = "${text.slice(0, 12)}" <> "${text.slice(12)}"`],
  ["pieces joined by ||", (text) => `t := '${text.slice(0, 12)}' || '${text.slice(12)}';`],
  ["pieces side by side", (text) => `puts "${text.slice(0, 12)}" "${text.slice(12)}"`],
  ["pieces in String.join", (text) => `String.join("", "${text.slice(0, 12)}", "${text.slice(12)}");`],
  ["pieces in a format", (text) => `t = "{}{}".format("${text.slice(0, 12)}", "${text.slice(12)}")`],
  ["pieces in a StringBuilder", (text) => `new StringBuilder().append("${text.slice(0, 12)}").append("${text.slice(12)}")`],
  ["pieces in two variables", (text) => `const a = "${text.slice(0, 20)}";\nconst b = "${text.slice(20)}";\nsend(a + b);`],
  ["escapes in braces", (text) => `s = "${Array.from(text, (one) => `\\u{${one.charCodeAt(0).toString(16)}}`).join("")}"`],
  [
    "octal escapes",
    (text) => `s = "${Array.from(text, (one) => `\\${one.charCodeAt(0).toString(8).padStart(3, "0")}`).join("")}"`,
  ],
  ["the colours of a terminal", (text) => `\x1b[32m${text}\x1b[0m`],
  ["UTF-16 with a mark", (text) => Buffer.from(`\ufeffkey=${text}\r\n`, "utf16le")],
  ["UTF-16 without a mark", (text) => Buffer.from(`key=${text}\r\n`, "utf16le")],
  ["UTF-16, big end first", (text) => Buffer.from(`\ufeffkey=${text}\r\n`, "utf16le").swap16()],
  ["UTF-8 with a mark", (text) => `\ufeffé key=${text}`],
  ["a binary file", (text) => Buffer.concat([Buffer.from([0, 1, 2, 255, 0]), Buffer.from(text), Buffer.from([0, 9, 0])])],
  [
    "UTF-16 in a binary file",
    (text) => Buffer.concat([Buffer.from([0, 1, 2, 0, 0, 255, 254, 7]), Buffer.from(text, "utf16le"), Buffer.from([0, 0, 200])]),
  ],
  ["gzip", (text) => gzipSync(`token: ${text}\n`)],
  [
    "a member of a zip file",
    (text) =>
      zip([
        ["a.txt", "nothing"],
        ["conf/app.env", `TOKEN=${text}\n`],
      ]),
  ],
  ["base64 of gzip", (text) => `H4: ${gzipSync(`token: ${text}\n`).toString("base64")}`],
  ["a lock file", (text) => `{"resolved": "https://npm.acme.io/x.tgz?t=${text}"}`, "package-lock.json"],
  ["an image in SVG", (text) => `<svg><text>${text}</text></svg>`, "logo.svg"],
  ["a tracked node_modules", (text) => `module.exports = "${text}"`, "node_modules/a/index.js"],
  ["a line of a megabyte", (text) => `${"var a=1;".repeat(65_000)}x("${text}")${";b()".repeat(130_000)}`, "app.min.js"],
  ["a notebook's output", (text) => `{"outputs":[{"text":["token is ${text}\\n","done"]}]}`, "a.ipynb"],
  ["a text after an escaped line break", (text) => `"a=1\\n${text}\\nb=2"`],
];

describe.each(disguises.map(([name, disguise, path = "file.txt"]) => ({ name, disguise, path })))(
  "$name",
  ({ disguise, path }) => {
    test.each(["github-pat", "grafana-service-account-token", "anthropic-api-key", "slack-bot-token"])(
      "does not hide %s",
      (kind) => {
        const token = sample(kind);
        const content = disguise(token);
        const file = sourceFile(path, typeof content === "string" ? Buffer.from(content) : content);
        const { hits } = scan(file);
        expect(hits.map((hit) => hit.kind)).toEqual([kind]);
        const [start, end] = hits[0]?.at ?? [0, 0];
        const hidden = file.text.slice(0, start) + file.text.slice(end);
        expect(hidden).not.toContain(token);
      },
    );
  },
);

test("a private key in a JSON string, its line breaks escaped, is marked as a whole", () => {
  const key = sample("private-key");
  const text = JSON.stringify({ type: "service_account", private_key: `${key}\n` });
  const { hits } = scan(sourceFile("account.json", Buffer.from(text)));
  expect(hits.map((hit) => text.slice(...hit.at))).toEqual([JSON.stringify(key).slice(1, -1)]);
});

test.each(["symlink", "message"] as const)("a %s is read", (kind) => {
  const file = sourceFile("link", Buffer.from(`see ${sample("github-pat")}`), kind);
  expect(scan(file).hits).toHaveLength(1);
});
