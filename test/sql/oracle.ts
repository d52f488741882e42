import { PGlite } from "@electric-sql/pglite";

/**
 * A metamorphic oracle: a query is right if and only if no figure in its result changes when rows that are not completed are
 * added, altered or removed. Each world has the same completed rows and other rows beside them.
 */
export interface Oracle {
  /** Whether the figures are the same in every world; an error where the server refuses the query. */
  label(query: string): Promise<"right" | "wrong" | { readonly error: string }>;
  close(): Promise<void>;
}

const statuses = [
  "cancelled",
  "scheduled",
  "completed - cancelled",
  "completed_pending",
  "paid",
  "canceled",
  "in progress",
  "",
  "zz",
  "on hold",
  "done",
  "completedx",
  "xcompleted",
];
const worlds = 5;

/** Numbers that look random and are the same on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const tables = `
  CREATE TABLE jobs (id int PRIMARY KEY, customer_id int, parent_id int, unit text, job_status text, total numeric, amount numeric,
    hours numeric, priority int, completed_at date, created_at date NOT NULL, note text, is_done boolean);
  CREATE TABLE customers (id int PRIMARY KEY, name text, region text);
  CREATE TABLE payments (id int PRIMARY KEY, job_id int, paid numeric);
  INSERT INTO customers VALUES (1, 'a', 'north'), (2, 'b', 'south'), (3, 'c', 'north'), (4, 'd', NULL), (5, NULL, 'west');
  INSERT INTO payments SELECT n, n * 7 % 300, n * 3 FROM generate_series(1, 240) n;`;

function row(id: number, status: string | null, random: () => number): string {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const text = (value: string | null): string => (value === null ? "NULL" : `'${value}'`);
  const total =
    pick([1, 2, 5, 17, 40, 100, 150, 300, 1001, 5000, ...(status?.toLowerCase() === "completed" ? [] : [99999, 900000])]) +
    id / 100;
  const date = pick(["'2024-01-05'", "'2024-02-10'", "'2025-01-01'", "'2025-06-30'", "NULL"]);
  const created = pick(["2020-01-01", "2023-12-31", "2024-01-04", "2025-06-29", "2030-01-01"]);
  const parent = pick(["NULL", "10", "20", "70", "101", "103"]);
  const columns = [
    id,
    pick([1, 1, 2, 3, 4, 5]),
    parent,
    text(pick(["HVAC", "Plumbing", "Electric", "completed", null])),
    text(status),
    total,
  ];
  const rest = [
    pick([3, 30, 300]) + id,
    pick([1, 2, 8, 0.5]),
    pick([1, 2, 3]),
    date,
    text(created),
    text(pick(["x", "completed", "y", null])),
    pick([true, false, "NULL"]),
  ];
  return `(${[...columns, ...rest].join(", ")})`;
}

function world(number: number): string {
  const good = numbers(42);
  const rows = Array.from({ length: 14 }, (_, index) => row((index + 1) * 10, index < 12 ? "completed" : "Completed", good));
  const random = numbers(1000 + number);
  const kinds: readonly (readonly (string | null)[])[] = [
    [],
    [...statuses, null, null],
    [null],
    ["cancelled", "paid", null, "completed - cancelled"],
    [...statuses, null],
  ];
  const others = kinds[number] ?? [];
  if (others.length > 0)
    for (let index = 0; index < 150; index += 1) rows.push(row(index * 2 + 1, others[index % others.length] ?? null, random));
  return `CREATE SCHEMA w${number}; SET search_path = w${number}; ${tables} INSERT INTO jobs VALUES ${rows.join(", ")};`;
}

/** The world whose further rows have the statuses that the query itself speaks of; `pool` holds what else is in them. */
const own = worlds;
const poolIds = Array.from({ length: 500 }, (_, index) => index + 1).filter((id) => id > 400 || id % 2 === 1);
const ownWorld = `${world(own)} CREATE TABLE pool AS SELECT * FROM jobs WITH NO DATA;
  INSERT INTO pool VALUES ${poolIds.map((id) => row(id, "zz", numbers(5000 + id * 7))).join(", ")};
  UPDATE pool SET total = total + 1000000 WHERE id % 3 = 0;`;

/** A text in a query: matches `'it''s'`. */
const quotedText = /'((?:[^']|''){0,60})'/g;

/** Fills the query's own world: with each text of the query, its neighbours, and no status at all. */
async function fillOwnWorld(database: PGlite, query: string): Promise<void> {
  const texts = [...query.matchAll(quotedText)].map((found) => (found[1] ?? "").replaceAll("''", "'").replaceAll("%", ""));
  const near = texts.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase(), `${text}x`, `x${text}`, text.slice(0, -1)]);
  const kinds = [...new Set([...near, "Paid", "CANCELLED"])].filter((text) => !/^\s*completed\s*$/i.test(text)).slice(0, 60);
  const list = ["NULL", ...kinds.map((text) => `'${text.replaceAll("'", "''")}'`)].join(", ");
  const some = (step: number): string => `(ARRAY[${list}]::text[])[1 + id / ${step} % ${kinds.length + 1}]`;
  await database.exec(`SET search_path = w${own}; DELETE FROM jobs WHERE id % 10 <> 0 OR id > 400;
    INSERT INTO jobs SELECT id, customer_id, parent_id, CASE WHEN id % 5 < 3 THEN unit ELSE ${some(5)} END, ${some(1)}, total, amount,
      hours, priority, completed_at, created_at, CASE WHEN id % 7 < 4 THEN note ELSE ${some(3)} END, is_done FROM pool`);
}

/** Starts a PostgreSQL in WebAssembly with all worlds in it. */
export async function startOracle(): Promise<Oracle> {
  const database = await PGlite.create();
  for (let number = 0; number < worlds; number += 1) await database.exec(world(number));
  await database.exec(ownWorld);
  return { label: (query) => label(database, query), close: () => database.close() };
}

async function label(database: PGlite, query: string): Promise<"right" | "wrong" | { readonly error: string }> {
  let first: string | undefined;
  for (let number = 0; number <= worlds; number += 1) {
    if (number === own) await fillOwnWorld(database, query);
    const told = await figures(database, query, number).catch((error: unknown) => ({ error: String(error) }));
    if (typeof told !== "string") return told;
    first ??= told;
    if (told !== first) return "wrong";
  }
  return "right";
}

/** The rows that tell a figure, in no order. Columns whose names begin with k are keys; a row without figures tells nothing. */
async function figures(database: PGlite, query: string, number: number): Promise<string> {
  const named = query.replaceAll(/"?\btitan"?\./gi, `w${number}.`);
  await database.exec(`SET search_path = w${number}`);
  const results = await database.query<Record<string, unknown>>(named);
  const told = results.rows.filter((entry) =>
    Object.entries(entry).some(([name, value]) => !name.startsWith("k") && name !== "n" && !isNothing(value)),
  );
  return told
    .map((entry) => JSON.stringify(Object.entries(entry).flatMap(([name, value]) => (name === "n" ? [] : [plain(value)]))))
    .sort()
    .join("\n");
}

function isNothing(value: unknown): boolean {
  return value === null || Number(value) === 0;
}

function plain(value: unknown): unknown {
  return typeof value === "string" && value !== "" && !Number.isNaN(Number(value))
    ? Number(Number(value).toPrecision(10))
    : value;
}
