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
  const own = kinds[number] ?? [];
  if (own.length > 0)
    for (let index = 0; index < 150; index += 1) rows.push(row(index * 2 + 1, own[index % own.length] ?? null, random));
  return `CREATE SCHEMA w${number}; SET search_path = w${number}; ${tables} INSERT INTO jobs VALUES ${rows.join(", ")};`;
}

/** Starts a PostgreSQL in WebAssembly with all worlds in it. */
export async function startOracle(): Promise<Oracle> {
  const database = await PGlite.create();
  for (let number = 0; number < worlds; number += 1) await database.exec(world(number));
  return { label: (query) => label(database, query), close: () => database.close() };
}

async function label(database: PGlite, query: string): Promise<"right" | "wrong" | { readonly error: string }> {
  let first: string | undefined;
  for (let number = 0; number < worlds; number += 1) {
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
