/**
 * How this project's TypeScript becomes JavaScript that every supported Node runs. Node 20 strips no types, so the published
 * command, the action and the tools of this package all come out of `bundle`.
 */
import { rolldown } from "rolldown";

/** What stays a dependency of the published package: 9 MB of TypeScript, loaded only for a change with TypeScript in it. */
export const ownDependencies = ["typescript", "@typescript-eslint/parser"];

/**
 * Names a part after the package it holds, so that `dist/` reads like a list of parsers.
 * `…/node_modules/@x/y/dist/index.js` gives `x-y`; a file of this project keeps its own name.
 */
function partName(chunk) {
  const holder = chunk.moduleIds.at(-1)?.match(/node_modules\/(?:@([\w.-]{1,100})\/)?([\w.-]{1,100})\/(?!.*node_modules\/)/);
  return holder ? [holder[1], holder[2]].filter(Boolean).join("-") : "[name]";
}

/**
 * What every check needs, as one part: each further file costs a millisecond of every start. Parsers, reporters for machines
 * and the sources of other verbs stay parts of their own.
 */
const engine =
  /packages\/(?:core\/src\/(?!config\/(?:custom|document|nearest)|testing\/|fix\.ts|engine\/(?:fact-store|shard))|languages\/src\/(?:[\w-]+\/)?(?:html|markdown|python|typescript|text|json|yaml|bytes|index|wasm)\.ts$)|node_modules\/valibot/;

/** How a module asks where it stands, in the words of the format that it ends up in. */
const ownPlace = {
  cjs: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
  esm: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" },
};

/** What a kind of token is tested and documented by, and no check reads: a third of what every start would have to parse. */
const unread = new Set(["match", "noMatch", "documentation"]);

/** Leaves that out of the catalogue of tokens. */
const withoutExamples = {
  name: "without-examples",
  transform: {
    filter: { id: /packages[\\/]check-secrets[\\/]src[\\/]tokens[\\/]/ },
    handler(code) {
      let kept = code;
      const cut = (node) => {
        if (node.type === "Property" && unread.has(node.key.name)) {
          const end = kept[node.end] === "," ? node.end + 1 : node.end;
          kept = kept.slice(0, node.start) + kept.slice(end);
          return;
        }
        // From the last to the first, so that what is still to be cut has not moved.
        const inner = Object.values(node)
          .flat()
          .filter((value) => typeof value?.type === "string");
        for (const child of inner.sort((a, b) => b.start - a.start)) cut(child);
      };
      cut(this.parse(code, { lang: "ts" }));
      return { code: kept, map: null };
    },
  },
};

/** An import that nobody resolves would only be missed by the user who reaches it. */
function failOnMissing(level, log, show) {
  if (log.code === "EVAL") return;
  show(log.code === "UNRESOLVED_IMPORT" ? "error" : level, log);
}

/**
 * @param {Record<string, string>} input entry names and their files
 * @param {string} folder where the files go: one an entry, one a dynamically imported part
 * @param {{ external?: readonly string[], format?: "cjs" | "esm", extension?: string, whole?: boolean }} [options] `cjs`, because
 * Node's loader of ES modules costs every start 9 ms more than its older one; `whole` makes one file of everything, which starts soonest
 * @returns {Promise<readonly string[]>} the names of the files written
 */
export async function bundle(
  input,
  folder,
  { external = ownDependencies, format = "cjs", extension = "js", whole = false } = {},
) {
  const build = await rolldown({
    input,
    platform: "node",
    // The CommonJS build of some packages hides its `require` in a wrapper, where no bundler finds it.
    resolve: { mainFields: ["module", "main"] },
    external,
    plugins: format === "cjs" ? [withoutExamples] : [],
    transform: { target: "node20", define: ownPlace[format] },
    // An entry runs when it is loaded, so no part may take anything from one.
    preserveEntrySignatures: "strict",
    onLog: failOnMissing,
  });
  try {
    const { output } = await build.write({
      dir: folder,
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: (chunk) => `${partName(chunk)}.${extension}`,
      // Half of the bytes are parsed in less time at every start.
      minify: true,
      codeSplitting: !whole && { groups: [{ name: "engine", test: engine }] },
    });
    return output.map((file) => file.fileName);
  } finally {
    await build.close();
  }
}
