import { expect, test } from "vitest";
import { join } from "./pieces.ts";
import { readPlainInsert } from "./plain-insert.ts";
import { loadPostgres } from "./postgres-parser.ts";

const prepared = (text: string) => join([{ text, at: [0, text.length] }]);

test.each([
  "INSERT INTO titan.jobs (id, total) VALUES (1, 'it''s')",
  'insert into "jobs" ("id", total) values (NULL, 1.5), (DEFAULT, true) ',
  "INSERT INTO jobs(id)VALUES\n(1),\n(2)",
])("%s is read as the server reads it", async (text) => {
  const own = readPlainInsert(prepared(text))?.statements[0];
  const [server] = (await loadPostgres())(prepared(text)).statements;
  if (own?.kind !== "insert" || server?.kind !== "insert") throw new Error("no INSERT");
  expect({ ...own, source: undefined }).toEqual({ ...server, source: undefined });
  expect(own.source).toMatchObject({ rows: server.source?.kind === "values" ? server.source.rows : [] });
});

test.each([
  "INSERT INTO jobs (id) SELECT 1",
  "INSERT INTO jobs VALUES (1)",
  "INSERT INTO jobs (id) VALUES (1, 2)",
  "INSERT INTO jobs (id) VALUES (1) RETURNING id",
  "INSERT INTO jobs (id) VALUES (E'a')",
  "INSERT INTO jobs (id) VALUES ('a\\'b')",
  "INSERT INTO jobs (id) VALUES (1 + 1)",
  "INSERT INTO jobs (id) VALUES (1",
  'INSERT INTO "Jobs" (id) VALUES (1)',
  "INSERT INTO jobs (id) VALUES ($1)",
])("%s is left to a grammar", (text) => expect(readPlainInsert(prepared(text))).toBeUndefined());
