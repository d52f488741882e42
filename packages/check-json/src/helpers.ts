import type { Repository } from "@failcheck/core";
import { mayWrite } from "./candidates.ts";
import type { FindModule } from "./link/modules.ts";

/** Modules that a file names, without parsing it: matches `from app.util import encode, decode` and `import app.util`. */
const pythonImport =
  /^[ \t]{0,40}(?:from[ \t]+([.\w]{1,200})[ \t]+import[ \t]+\(?([\w\s,]{1,2000})|import[ \t]+([.\w]{1,200}))/gm;

/** Matches `from "./util"`, `require("./util")` and `import("./util")`; not a package's name without a path. */
const scriptImport = /(?:\bfrom\s{0,9}|\b(?:require|import)\(\s{0,9})["']([.@~#][^"'\n]{0,200}|(?:src|app)\/[^"'\n]{1,200})["']/g;

/** An index of a package, which offers what others declare. */
const gathers = /(?:^|\/)(?:__init__\.py|index\.[mc]?[jt]sx?)$/;

/** Whether the file imports from one that makes strings of JSON: its helpers may do so for it. */
export async function importsWriter(repository: Repository, find: FindModule, path: string, depth = 0): Promise<boolean> {
  const text = (await repository.read(path))?.text ?? "";
  for (const module of modulesOf(path, text)) {
    const found = find(path, module);
    if (found === undefined || found === path) continue;
    if (await mayMake(repository, found)) return true;
    if (depth < 2 && gathers.test(found) && (await importsWriter(repository, find, found, depth + 1))) return true;
  }
  return false;
}

/** A file that cannot be read may; whoever follows the import says why it cannot. */
async function mayMake(repository: Repository, path: string): Promise<boolean> {
  try {
    return mayWrite(await repository.read(path));
  } catch {
    return true;
  }
}

function modulesOf(path: string, text: string): ReadonlySet<string> {
  const modules = new Set<string>();
  if (!/\.pyi?$/.test(path)) {
    for (const [, module] of text.matchAll(scriptImport)) if (module !== undefined) modules.add(module);
    return modules;
  }
  for (const [, from, names, whole] of text.matchAll(pythonImport)) {
    if (whole !== undefined) modules.add(whole);
    if (from === undefined) continue;
    modules.add(from);
    // a name may be a module below: `from app import util`
    for (const [name] of (names ?? "").matchAll(/\w+/g)) modules.add(from.endsWith(".") ? from + name : `${from}.${name}`);
  }
  return modules;
}
