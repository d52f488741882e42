import { dirname, join } from "node:path/posix";

/** Where a module of the repository may stand: its file, or undefined where it is somebody else's. */
export type FindModule = (from: string, module: string) => string | undefined;

/** Finds modules among the paths of a repository. */
export function moduleFinder(paths: readonly string[], has: (path: string) => boolean): FindModule {
  const known = new Map<string, string | undefined>();
  const byLastName = new Map<string, string[]>();
  for (const path of paths) {
    if (!path.endsWith(".py")) continue;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const last = name === "__init__.py" ? `${dirname(path).slice(dirname(path).lastIndexOf("/") + 1)}/` : name;
    byLastName.set(last, [...(byLastName.get(last) ?? []), path]);
  }
  const find = (from: string, module: string) =>
    from.endsWith(".py") || from.endsWith(".pyi") ? pythonModule(from, module, has, byLastName) : scriptModule(from, module, has);
  return (from, module) => {
    const key = `${dirname(from)} ${module}`;
    if (!known.has(key)) known.set(key, find(from, module));
    return known.get(key);
  };
}

function pythonFile(base: string, has: (path: string) => boolean): string | undefined {
  return [`${base}.py`, `${base}/__init__.py`, `${base}.pyi`].find(has);
}

/** `..models` from the file's folder; `app.models` from each folder above it, the nearest first, then by its ending. */
function pythonModule(
  from: string,
  module: string,
  has: (path: string) => boolean,
  byLastName: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const rest = module.slice(dots).replaceAll(".", "/");
  if (dots > 0) {
    const folder = join(dirname(from), ...Array.from({ length: dots - 1 }, () => ".."));
    return rest === "" ? pythonFile(folder, has) : pythonFile(join(folder, rest), has);
  }
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const found = pythonFile(join(folder, rest), has) ?? pythonFile(join(folder, "src", rest), has);
    if (found !== undefined && found !== from) return found;
    if (folder === ".") break;
  }
  // only a dotted name says enough to be found anywhere
  if (!rest.includes("/")) return undefined;
  const last = rest.slice(rest.lastIndexOf("/") + 1);
  const candidates = [...(byLastName.get(`${last}.py`) ?? []), ...(byLastName.get(`${last}/`) ?? [])];
  const fitting = candidates.filter((path) => path.endsWith(`/${rest}.py`) || path.endsWith(`/${rest}/__init__.py`));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const scriptEndings = [
  "",
  ".ts",
  ".tsx",
  ".mts",
  ".cts",
  ".js",
  ".mjs",
  ".cjs",
  ".jsx",
  "/index.ts",
  "/index.tsx",
  "/index.js",
  "/index.mjs",
];

/** `./schema.js` may be `schema.ts`; `@/db` and `~/db` start at the root or at a `src` folder above. */
function scriptModule(from: string, module: string, has: (path: string) => boolean): string | undefined {
  if (module.startsWith(".")) return scriptFile(join(dirname(from), module), has);
  const inside = /^(?:[@~#]\/|src\/|app\/)/.test(module);
  if (!inside) return undefined;
  const rest = module.replace(/^[@~#]\//, "");
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const found = scriptFile(join(folder, rest), has) ?? scriptFile(join(folder, "src", rest), has);
    if (found !== undefined) return found;
    if (folder === ".") return undefined;
  }
}

function scriptFile(base: string, has: (path: string) => boolean): string | undefined {
  const bare = base.replace(/\.[mc]?jsx?$/, "");
  const bases = bare === base ? [base] : [base, bare, `${bare}.m`, `${bare}.c`];
  for (const one of bases) {
    const found = scriptEndings.map((ending) => (one.endsWith(".m") || one.endsWith(".c") ? `${one}ts` : one + ending)).find(has);
    if (found !== undefined) return found;
  }
  return undefined;
}
