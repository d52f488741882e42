import type { Range, Repository, RepositoryReport } from "@failcheck/core";
import { moveToDocs } from "./move-document.ts";
import { nameOf } from "./paths.ts";
import { registerDocument, titleOf } from "./register-document.ts";
import { allowAt, registrationConfig, type RegistrationConfig } from "./registration-config.ts";
import { deadEntries, missingFrom, readRegistration, type NamedRegistry, type Registration } from "./registration.ts";
import type { RegistrationOptions } from "./registries/options.ts";

/** What one run of the rule works with. */
interface Run {
  readonly repository: Repository;
  readonly options: RegistrationOptions;
  readonly registration: Registration;
  readonly config: RegistrationConfig | undefined;
}

/** Documents that no registry names, and what registries and allow lists name and is not there. */
export async function* registrationReports(
  repository: Repository,
  options: RegistrationOptions,
): AsyncGenerator<RepositoryReport> {
  const registration = await readRegistration(repository, options);
  const config = registration.byDefault ? undefined : await registrationConfig(repository);
  const run = { repository, options, registration, config };
  yield* unregistered(run);
  if (registration.byDefault) return;
  for (const registry of registration.registries) yield* deadRegistrations(registry, run);
  yield* staleAllowances(run);
}

async function* unregistered(run: Run): AsyncGenerator<RepositoryReport> {
  const { repository, options, registration } = run;
  for (const path of registration.documents) {
    const lacking = missingFrom(path, registration, options);
    // Without any registry, only the allow list could have named it.
    if (lacking.length === 0 && registration.registries.length > 0) continue;
    if (await isExcused(repository, path)) continue;
    const file = await repository.read(path);
    const text = file?.kind === "file" ? file.text : "";
    const move = file?.kind === "file" ? await moveToDocs(path, registration, repository) : undefined;
    const fix = registerDocument({ path, title: titleOf(text, path) }, lacking, run);
    yield {
      path,
      at: firstLine(text),
      message: `${nameOf(path)} is not registered in ${inWords(lacking, registration)}`,
      help: helpOf(path, move, registration),
      ...(fix.length > 0 && { fix }),
      ...(move && { unsafeFix: move.edits, move: move.move }),
    };
  }
}

function inWords(lacking: readonly NamedRegistry[], { byDefault }: Registration): string {
  const files = lacking.map(({ options: { file } }) => file);
  if (byDefault) return files.length > 0 ? files.join(" or ") : "any index: there is no README.md and no docs/README.md";
  return files.length > 0 ? `${files.join(", ")} or the allow list` : "the allow list";
}

function helpOf(path: string, move: Awaited<ReturnType<typeof moveToDocs>>, { byDefault }: Registration): string {
  const links = move === undefined ? "" : move.links === 1 ? "; 1 link to rewrite" : `; ${move.links} links to rewrite`;
  const there = move === undefined ? "" : `Move it (suggested: ${move.move.to}${links}), `;
  const register = byDefault ? "link it from README.md or docs/README.md" : "register it";
  const words = `${there}${register}, or add ${path} to \`allow\` of docs/unregistered-markdown.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The keys of front matter by which a document says that it is meant to stand alone. */
const excuse = /^(?:orphan|draft|unlisted)[ \t]*:[ \t]*["']?(?:true|yes)\b/im;

async function isExcused(repository: Repository, path: string): Promise<boolean> {
  const text = (await repository.read(path))?.text ?? "";
  const end = text.startsWith("---") ? text.indexOf("\n---", 3) : -1;
  return end > 0 && excuse.test(text.slice(0, end));
}

function firstLine(text: string): Range {
  const end = text.search(/[\r\n]/);
  return [0, end < 0 ? text.length : end];
}

function* deadRegistrations({ options: { file, kind }, index, read }: NamedRegistry, run: Run): Generator<RepositoryReport> {
  if (read === undefined) {
    const at = run.config?.registryAt(index);
    yield {
      path: at === undefined || run.config === undefined ? file : run.config.path,
      at: at ?? [0, 0],
      message: `the registry ${file} does not exist`,
      help: `Create it, or correct \`file\` of the ${kind} registry.`,
    };
    return;
  }
  for (const { path, at, written } of deadEntries(read.entries, run.repository, run.registration.names)) {
    const message =
      kind === "allowlist-file" ? `the allow entry ${written} matches nothing` : `${written} is registered and does not exist`;
    yield { path, at, message, help: "Take the entry out, or correct it to what the document is called now." };
  }
}

function* staleAllowances({ config, registration, repository }: Run): Generator<RepositoryReport> {
  if (config === undefined) return;
  for (const { written } of deadEntries(registration.allow, repository, registration.names)) {
    const node = allowAt(config.allow, written);
    if (node === undefined) continue;
    const message = `the allow entry ${written} matches nothing`;
    yield { path: config.path, at: node.at, message, help: "Take the entry out, or correct it." };
  }
}
