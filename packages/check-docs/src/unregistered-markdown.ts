import { configFiles, repositoryRule } from "@failcheck/core";
import { isMarkdown } from "@failcheck/languages";
import { registrationOptions, registriesOf, type RegistrationOptions } from "./registries/options.ts";

/** Files that registries of programs and of reStructuredText are made of, beside Markdown. */
const registered = /\.(?:rst|ipynb|txt)$/i;

/** Reports documents that no registry names, and registered ones that do not exist. */
export const unregisteredMarkdown = repositoryRule<RegistrationOptions>({
  id: "docs/unregistered-markdown",
  title: "Every Markdown document at the root is registered, and every registered document exists.",
  incidents: ["M-023"],
  options: registrationOptions,
  concerns(path, options) {
    const registries = registriesOf(options);
    if (configFiles.some((name) => name === path)) return true;
    const onlyRoot = registries.length === 0 && [...options.scope, ...options.allow].every((glob) => !/\/|\*\*/.test(glob));
    if (onlyRoot) return concernsRoot(path);
    if (isMarkdown(path)) return true;
    return registries.some(({ file }) => file === path) || (registries.length > 0 && registered.test(path));
  },
  // Nine kinds of registries are read by nine readers: they are loaded only where a document or a registry changed.
  async *check(repository, options) {
    const { registrationReports } = await import("./registration-reports.ts");
    yield* registrationReports(repository, options);
  },
});

/** Where no glob has a folder, the rule is about Markdown at the root, and about the two indexes that can name it. */
function concernsRoot(path: string): boolean {
  return isMarkdown(path) && (!path.includes("/") || /^docs\/readme\.md$/i.test(path));
}
