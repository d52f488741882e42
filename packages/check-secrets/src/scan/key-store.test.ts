import { expect, test } from "vitest";
import { scan } from "./scan.ts";

/** One entry of a Java key store, after its tag: alias, date, type and content. */
const entry = Buffer.concat([
  Buffer.from([0, 2, 97, 98]),
  Buffer.alloc(8),
  Buffer.from([0, 1, 88]),
  Buffer.from([0, 0, 0, 3, 1, 2, 3]),
]);
const javaStore = (...tags: readonly number[]) =>
  Buffer.concat([
    Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, tags.length]),
    ...tags.map((tag) => Buffer.concat([Buffer.from([0, 0, 0, tag]), entry])),
  ]);
const filled = (hex: string) => Buffer.concat([Buffer.from(hex, "hex"), Buffer.alloc(200, 7)]);

test.each([
  ["a KeePass database", "pass.kdbx", filled("03d9a29a67fb4bb500000400"), ["KeePass database"]],
  ["a PKCS#12 store", "ci.p12", filled("308209c102010330820987"), ["PKCS#12 key store"]],
  ["an RSA key as PKCS#8", "key.der", filled("308204be020100300d06092a864886f70d010101"), ["RSA private key"]],
  ["a Java store with a key", "a.jks", javaStore(2, 1), ["Java key store"]],
  ["a Java store of certificates", "cacerts.jks", javaStore(2, 2), []],
  ["a certificate", "ca.der", filled("3082035d30820245a003020102"), []],
  ["text", "a.txt", Buffer.from("0 1 2 3"), []],
])("%s", (_, path, bytes, titles) => {
  const { hits } = scan({ path, kind: "file", bytes, text: bytes.toString("utf8") });
  expect(hits.map(({ title }) => title)).toEqual(titles);
});
