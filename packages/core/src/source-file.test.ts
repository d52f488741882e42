import { expect, test } from "vitest";
import { decode, isBinary, sourceFile } from "./source-file.ts";

const be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

test.each([
  ["plain UTF-8", Buffer.from("a = 'ü'\n"), "a = 'ü'\n"],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFFa\n"), "a\n"],
  ["UTF-16LE with a byte order mark", Buffer.from("\uFEFFkey = 'ü'\n", "utf16le"), "key = 'ü'\n"],
  ["UTF-16BE with a byte order mark", be("\uFEFFkey = 'ü'\n"), "key = 'ü'\n"],
  ["UTF-16LE told by its NULs", Buffer.from("key = 1\r\n", "utf16le"), "key = 1\r\n"],
  ["UTF-16BE told by its NULs", be("key = 1\r\n"), "key = 1\r\n"],
  ["invalid UTF-8 keeps what is around it", Buffer.from([0x61, 0xff, 0x62]), "a\uFFFDb"],
  ["nothing", Buffer.alloc(0), ""],
])("%s", (_, bytes, text) => {
  expect(decode(bytes)).toBe(text);
  expect(isBinary(bytes)).toBe(false);
});

test.each([
  ["a PNG's first bytes", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")],
  ["little-endian integers", Buffer.from([1, 0, 2, 0, 3, 0, 4, 0])],
  ["one NUL in a text", Buffer.from("text\0text and more of it")],
])("%s is binary", (_, bytes) => {
  expect(isBinary(bytes)).toBe(true);
});

test("the text is decoded once", () => {
  const file = sourceFile("a.txt", Buffer.from("abc"));
  expect([file.kind, file.text, file.text]).toEqual(["file", "abc", "abc"]);
});
