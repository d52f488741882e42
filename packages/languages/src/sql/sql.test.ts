import { expect, test } from "vitest";
import { sql } from "./sql.ts";

function file(text: string) {
  return { path: "x.sql", kind: "file" as const, bytes: Buffer.from(text), text };
}

test("a script is split and read, with places in UTF-16", async () => {
  const parse = await sql.load();
  const text = "-- é\nSELECT 'ü', sum(total) FROM titan.jobs j WHERE a = $$;$$; INSERT INTO t (a) VALUES (DEFAULT);";
  const tree = parse(file(text));
  expect(tree.texts.map((part) => part.text.slice(0, 6))).toEqual(["SELECT", "INSERT"]);
  const [first] = tree.texts[0]!.read("postgres").statements;
  expect(first?.kind).toBe("query");
  if (first?.kind !== "query" || first.query.kind !== "select") return;
  const call = first.query.targets[1]!.value;
  expect(text.slice(...call.at)).toBe("sum(total)");
});
