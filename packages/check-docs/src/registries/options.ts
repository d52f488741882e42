import * as v from "valibot";

/** The kinds of registries that can be read. */
const registryKinds = [
  "index",
  "allowlist-file",
  "mkdocs",
  "mdbook",
  "docusaurus",
  "jupyter-book",
  "toctree",
  "llms",
  "vitepress",
] as const;

/** A path, or a pattern of paths: matches `docs/README.md` and `a..b`, not `../x` or `a/../b`. */
const inside = v.pipe(
  v.string(),
  v.regex(/^(?!(?:.*\/)?\.\.(?:\/|$))/, "leaves the repository; name what is inside it, without `..`"),
);

const registry = v.strictObject({
  kind: v.picklist(registryKinds),
  file: inside,
  docs: v.optional(inside),
});

/** A registry as the configuration names it. */
export type RegistryOptions = v.InferOutput<typeof registry>;

/** The options of docs/unregistered-markdown. */
export const registrationOptions = v.strictObject({
  scope: v.pipe(
    v.optional(v.array(inside), ["*.md"]),
    v.description("The documents that must be registered; `.md` in a pattern stands for all endings of Markdown."),
  ),
  allow: v.pipe(v.optional(v.array(inside), []), v.description("Documents that need no registration, by path or pattern.")),
  index: v.pipe(
    v.optional(inside, ""),
    v.description("The index of documents: short for `registries: [{ kind: index, file: … }]`."),
  ),
  registries: v.pipe(
    v.optional(v.array(registry), []),
    v.description(
      `The files that list documents, each with its \`kind\` (${registryKinds.join(", ")}), its \`file\`, and \`docs\` where the folder of the documents cannot be read from it.`,
    ),
  ),
  combine: v.pipe(
    v.optional(v.picklist(["any", "all"]), "any"),
    v.description("Whether one registry is enough, or all must list a document."),
  ),
  communityHealth: v.pipe(
    v.optional(v.boolean(), true),
    v.description("README, CONTRIBUTING, CHANGELOG and the other names that GitHub shows need no registration."),
  ),
  caseSensitive: v.pipe(v.optional(v.boolean(), true), v.description("Whether `Notes.md` and `notes.md` are two names.")),
});

export type RegistrationOptions = v.InferOutput<typeof registrationOptions>;

/** The registries that the options name; `index` is one, too. */
export function registriesOf(options: RegistrationOptions): readonly RegistryOptions[] {
  return options.index === "" ? options.registries : [...options.registries, { kind: "index", file: options.index }];
}
