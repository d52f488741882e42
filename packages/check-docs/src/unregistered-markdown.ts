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
    if (isMarkdown(path) || configFiles.some((name) => name === path)) return true;
    const registries = registriesOf(options);
    return registries.some(({ file }) => file === path) || (registries.length > 0 && registered.test(path));
  },
  // Nine kinds of registries are read by nine readers: they are loaded only where a document or a registry changed.
  async *check(repository, options) {
    const { registrationReports } = await import("./registration-reports.ts");
    yield* registrationReports(repository, options);
  },
});
