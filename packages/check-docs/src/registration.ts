import { globs, type PathMatcher, type Repository } from "@failcheck/core";
import { isMarkdown } from "@failcheck/languages";
import { agentFiles, isCommunityHealth } from "./community-health.ts";
import { fileNames, type FileNames } from "./file-names.ts";
import { allowEntry } from "./registries/allowlist-file.ts";
import { registriesOf, type RegistrationOptions, type RegistryOptions } from "./registries/options.ts";
import { readRegistry } from "./registries/read-registry.ts";
import type { Entry, Registry } from "./registries/registry.ts";

/** A registry as it is configured, and as it is read. */
export interface NamedRegistry {
  readonly options: RegistryOptions;
  /** Its position in the configuration. */
  readonly index: number;
  /** Undefined where the file is absent. */
  readonly read: Registry | undefined;
}

/** Everything that decides whether a document is registered. */
export interface Registration {
  readonly names: FileNames;
  readonly allow: readonly Entry[];
  readonly registries: readonly NamedRegistry[];
  /** Whether the project configured no registry, so that README.md and docs/README.md stand in for one. */
  readonly byDefault: boolean;
  /** The documents that must be registered: those in scope that no name and no allow entry excuses. */
  readonly documents: readonly string[];
  /** Whether a document would have to be registered at this path. */
  readonly mustRegister: PathMatcher;
}

/** Reads the registries, and lists the documents that they must name. */
export async function readRegistration(repository: Repository, options: RegistrationOptions): Promise<Registration> {
  const names = await fileNames(repository, options.caseSensitive);
  const configured = registriesOf(options);
  const byDefault = configured.length === 0 && options.allow.length === 0;
  const allow: Entry[] = [];
  for (const entry of byDefault ? agentFiles : options.allow) allow.push(await allowEntry(entry, "", [0, 0], names));
  const inScope = await scopeMatcher(options.scope, names);
  const documents = repository.paths.filter((path) => inScope(path) && !repository.ignores(path));
  const mustRegister = (path: string) => inScope(path) && !isAllowed(path, allow, names, options);
  const asked = documents.filter(mustRegister);
  // Where nothing has to be registered, no index need be parsed; a configured registry is read for its own sake.
  const sources = byDefault ? (asked.length > 0 ? defaultIndexes(repository) : []) : configured;
  const registries: NamedRegistry[] = [];
  for (const [index, one] of sources.entries()) {
    registries.push({ options: one, index, read: await readRegistry(repository, names, one) });
  }
  return { names, allow, registries, byDefault, documents: asked, mustRegister };
}

function isAllowed(path: string, allow: readonly Entry[], names: FileNames, options: RegistrationOptions): boolean {
  return (options.communityHealth && isCommunityHealth(path)) || allow.some((entry) => isNamed(entry, path, names));
}

function defaultIndexes(repository: Repository): readonly RegistryOptions[] {
  const found = repository.paths.filter((path) => /^(?:docs\/)?readme\.md$/i.test(path));
  return found.map((file) => ({ kind: "index", file }));
}

/** `*.md` of a pattern stands for Markdown under any ending. */
async function scopeMatcher(scope: readonly string[], names: FileNames): Promise<PathMatcher> {
  const matches = await globs(scope.map((pattern) => names.key(pattern.replace(/^\.?\//, ""))));
  return (path) => {
    if (!isMarkdown(path)) return false;
    return matches(names.key(path)) || matches(names.key(path.replace(/\.[^.]*$/, ".md")));
  };
}

/** Whether an entry names the path. */
function isNamed(entry: Entry, path: string, names: FileNames): boolean {
  return entry.targets.some((target) => names.key(target) === names.key(path)) || entry.matches?.(path) === true;
}

/** The registries that do not name the document; none where one is enough. */
export function missingFrom(path: string, registration: Registration, options: RegistrationOptions): readonly NamedRegistry[] {
  const { names, registries } = registration;
  if (registries.some(({ options: { file }, read }) => names.key(file) === names.key(path) || read?.file === path)) return [];
  const lacking = registries.filter(({ read }) => read === undefined || !lists(read, path, names));
  return options.combine === "any" && lacking.length < registries.length ? [] : lacking;
}

function lists(registry: Registry, path: string, names: FileNames): boolean {
  return registry.exempts?.(path) === true || registry.entries.some((entry) => isNamed(entry, path, names));
}

/** Entries of which nothing exists any more. */
export function deadEntries(entries: readonly Entry[], repository: Repository, names: FileNames): readonly Entry[] {
  return entries.filter(({ targets, matches, expected }) => {
    if (!expected || targets.some(names.exists)) return false;
    return matches === undefined || !repository.paths.some(matches);
  });
}
