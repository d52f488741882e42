import { basename, dirname } from "node:path/posix";
import { typescript } from "@failcheck/languages";
import type { Program } from "./program.ts";
import type { ClassThing } from "./things.ts";

/** The one model of Sequelize that the project calls by this name; undefined where it has several. */
export async function namedModel(program: Program, name: string): Promise<ClassThing | undefined> {
  const found: ClassThing[] = [];
  for (const path of program.repository.paths) {
    if (!typescript.matches(path)) continue;
    const text = (await program.repository.read(path))?.text ?? "";
    if (!text.includes(name) || !/sequelize/i.test(text) || !/\.(?:define|init)\(|@Table/.test(text)) continue;
    for (const [key, facts] of Object.entries((await program.facts(path))?.classes ?? {})) {
      const isModel = Object.values(facts.columns).some(({ types }) => types.includes("json:sequelize"));
      if (isModel && (facts.stored === name || key === name)) found.push({ kind: "class", file: path, name: key, facts });
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The index file of a folder: matches `models/index.js`; not `models/user.js`. */
const indexFile = /^index\.[mc]?[jt]s$/;

/** A model of Sequelize that an index gathers from the files of its folder, which are read at run time: `db.User`. */
export async function gatheredModel(program: Program, file: string, name: string): Promise<ClassThing | undefined> {
  if (!indexFile.test(basename(file))) return undefined;
  const text = (await program.repository.read(file))?.text ?? "";
  if (!text.includes("readdirSync") || !/sequelize/i.test(text)) return undefined;
  for (const path of program.repository.paths) {
    if (dirname(path) !== dirname(file) || path === file) continue;
    for (const [key, facts] of Object.entries((await program.facts(path))?.classes ?? {})) {
      if (facts.stored === name || key === name) return { kind: "class", file: path, name: key, facts };
    }
  }
  return undefined;
}
