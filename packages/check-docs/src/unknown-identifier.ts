import { repositoryRule, type Range, type Repository } from "@failcheck/core";
import { isMarkdown, markdown } from "@failcheck/languages";
import * as v from "valibot";
import { isForeign } from "./paths.ts";

const options = v.strictObject({
  known: v.pipe(
    v.optional(v.array(v.string()), []),
    v.description("Names that need not stand in the repository: those of libraries and of other programs."),
  ),
});

/** A name as programs write it: matches `checkTier()`, `check_tier`, `a.bC`; captures the name without what is behind it. */
const name = /^([A-Za-z_$][\w$]{3,80}(?:(?:\.|::|#)[A-Za-z_$][\w$]{0,80}){0,6})(?:\(\))?$/;

/** A header of a request: matches `X-Auth-Tier`, nothing in `X-ray`. */
const header = /^X(?:-[A-Z][A-Za-z0-9]{1,40}){1,6}$/;

/** Reports identifiers in documents that nothing in the repository holds. */
export const unknownIdentifier = repositoryRule<v.InferOutput<typeof options>>({
  id: "docs/unknown-identifier",
  title: "An identifier that a document shows in backticks stands somewhere in the repository.",
  incidents: ["Z-S45"],
  preview: true,
  options,
  concerns: isMarkdown,
  async *check(repository, { known }) {
    const claims = await claimsOf(repository, new Set(known));
    const unknown = await notFound(new Set(claims.map(({ part }) => part)), repository);
    for (const { path, at, shown, part } of claims) {
      if (!unknown.has(part)) continue;
      const message = `${shown} stands nowhere in this repository`;
      yield { path, at, message, help: "Correct the name to what the code calls it, or list it in `known`." };
    }
  },
});

interface Claim {
  readonly path: string;
  readonly at: Range;
  readonly shown: string;
  /** The last part of a dotted name, which is what must be found. */
  readonly part: string;
}

async function claimsOf(repository: Repository, known: ReadonlySet<string>): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const path of repository.changed) {
    if (!isMarkdown(path) || !repository.has(path) || isForeign(path) || repository.ignores(path)) continue;
    const tree = await repository.tree(markdown, path);
    for (const { at, text } of tree?.code ?? []) {
      const shown = identifierIn(text);
      const part = shown?.split(/\.|::|#/).at(-1);
      if (shown === undefined || part === undefined || known.has(shown) || known.has(part)) continue;
      const mark = Math.floor((at[1] - at[0] - text.length) / 2);
      claims.push({ path, at: [at[0] + mark, at[1] - mark], shown, part });
    }
  }
  return claims;
}

/** The identifier that code in a line is; plain words are none. */
function identifierIn(text: string): string | undefined {
  if (header.test(text)) return text;
  const found = name.exec(text)?.[1];
  const last = found?.split(/\.|::|#/).at(-1) ?? "";
  return /[a-z][A-Z]|[A-Za-z0-9]_[A-Za-z0-9]/.test(last) ? found : undefined;
}

/** Those of the names that no file but Markdown holds, in its text or in its path. */
async function notFound(names: ReadonlySet<string>, repository: Repository): Promise<ReadonlySet<string>> {
  const left = new Set(names);
  for (const path of repository.paths) {
    if (left.size === 0) break;
    if (isMarkdown(path)) continue;
    const text = (await repository.read(path))?.text ?? "";
    for (const one of left) if (text.includes(one) || path.includes(one)) left.delete(one);
  }
  return left;
}
