import { expect, test } from "vitest";
import { batchDecoder } from "./batch-decoder.ts";

const stream = Buffer.from("a1 blob 6\none\n2\n\nb2 missing\nc3 blob 0\n\nd4 commit 9\ntoo large\n");

test.each([1, 2, 3, 7, 1000])("chunks of %i bytes give the same objects", (size) => {
  const seen: unknown[] = [];
  const decode = batchDecoder({
    limit: () => 8,
    found: (object) => seen.push([object.id, object.type, object.size, object.bytes?.toString()]),
    missing: (line) => seen.push(line),
  });
  for (let at = 0; at < stream.length; at += size) decode(stream.subarray(at, at + size));
  expect(seen).toEqual([["a1", "blob", 6, "one\n2\n"], "b2 missing", ["c3", "blob", 0, ""], ["d4", "commit", 9, undefined]]);
});
