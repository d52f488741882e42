import type { SourceFile } from "@failcheck/core";
import type { ClassFacts, ColumnFacts, Flat } from "../facts.ts";
import type { Program } from "./program.ts";
import type { ClassThing } from "./things.ts";
import { own } from "../own.ts";

/** The models of one schema: their JSON fields as columns, their relations as members. */
type Models = Readonly<Record<string, ClassFacts>>;

/** A field of a model. Matches `meta Json? @default("{}")`; not `@@index([meta])` and not `// meta Json`. */
const field = /^[ \t]{0,20}(\w{1,80})[ \t]{1,40}(\w{1,80})/;

/** Reads Prisma's schema, which is a line a field. */
function modelsOf({ text }: SourceFile): Models {
  const models: Record<string, ClassFacts> = {};
  let open: { readonly columns: Record<string, ColumnFacts>; readonly members: Record<string, string> } | undefined;
  let offset = 0;
  for (const line of text.split("\n")) {
    const name = /^\s{0,20}model\s{1,20}(\w{1,80})\s{0,20}\{/.exec(line)?.[1];
    const [whole, column, type] = field.exec(line) ?? [];
    if (name !== undefined) {
      open = { columns: {}, members: {} };
      models[name] = { at: [offset, offset + line.length], bases: [], sanitised: [], stored: name, ...open };
    } else if (line.trim() === "}") open = undefined;
    else if (open && whole !== undefined && column !== undefined && type !== undefined) {
      if (type === "Json") open.columns[column] = { at: [offset, offset + line.trimEnd().length], types: ["json:prisma"] };
      else open.members[column] = type;
    }
    offset += line.length + 1;
  }
  return models;
}

/** What is called on a client: `PrismaClient().user.create`, through extensions too. */
const call = /PrismaClient\(\)(?:\.\$extends\(\)){0,3}\.(\w+)\.(\w+)$/;

const writers: ReadonlySet<string> = new Set([
  "create",
  "update",
  "upsert",
  "createMany",
  "updateMany",
  "createManyAndReturn",
  "updateManyAndReturn",
]);

/** The model that a call on a client writes; undefined where it writes none. */
export async function prismaModel(program: Program, name: string): Promise<ClassThing | undefined> {
  const [, model = "", method = ""] = call.exec(name) ?? [];
  return writers.has(method) ? modelNamed(program, model) : undefined;
}

async function modelNamed(program: Program, name: string): Promise<ClassThing | undefined> {
  const wanted = name.toLowerCase();
  for (const path of program.repository.paths) {
    if (!path.endsWith(".prisma")) continue;
    const models = (await program.repository.facts("prisma-models@1", path, modelsOf)) ?? {};
    for (const [model, facts] of Object.entries(models)) {
      if (model.toLowerCase() === wanted) return { kind: "class", file: path, name: model, facts };
    }
  }
  return undefined;
}

/** The objects that a call gives to models: its data, and what is created or updated along relations. */
export async function* prismaData(
  program: Program,
  of: ClassThing,
  given: Flat,
  depth = 0,
): AsyncGenerator<readonly [ClassThing, Flat]> {
  for (const key of ["data", "create", "update"]) {
    const data = given.fields?.[key];
    if (data) yield* nested(program, of, data, depth);
  }
}

async function* nested(program: Program, of: ClassThing, data: Flat, depth: number): AsyncGenerator<readonly [ClassThing, Flat]> {
  yield [of, data];
  if (depth > 4) return;
  for (const [name, value] of [...Object.entries(data.fields ?? {}), ...Object.entries(data.items?.fields ?? {})]) {
    const type = own(of.facts.members, name);
    const related = type === undefined ? undefined : await modelNamed(program, type);
    if (!related) continue;
    for (const key of ["create", "update"]) {
      const below = value.fields?.[key];
      if (below) yield* nested(program, related, below.fields?.data ?? below, depth + 1);
    }
    for (const key of ["upsert", "connectOrCreate", "createMany", "updateMany"]) {
      for (const below of [value.fields?.[key], value.fields?.[key]?.items]) {
        if (below) yield* prismaData(program, related, below, depth + 1);
      }
    }
  }
}
