import type { Edit } from "@failcheck/core";
import { nameOf, withoutEnding } from "./paths.ts";
import type { RegistrationConfig } from "./registration-config.ts";
import type { NamedRegistry, Registration } from "./registration.ts";
import { appendItem, yamlString } from "./registries/append-item.ts";
import type { RegistrationOptions } from "./registries/options.ts";
import type { NewEntry } from "./registries/registry.ts";

interface Registers {
  readonly registration: Registration;
  readonly options: RegistrationOptions;
  readonly config: RegistrationConfig | undefined;
}

/** The edits that register a document: in the first registry that can name it, or in all where all must; else in the allow list. */
export function registerDocument(
  entry: NewEntry,
  lacking: readonly NamedRegistry[],
  { options, config }: Registers,
): readonly Edit[] {
  const edits = lacking.map(({ read }) => read?.register?.(entry)).filter((edit) => edit !== undefined);
  const [first] = edits;
  if (options.combine === "all" && edits.length === lacking.length && edits.length > 0) return edits;
  if (options.combine === "any" && first !== undefined) return [first];
  const allowed = config && allowInConfig(entry.path, config);
  return allowed === undefined ? [] : [allowed];
}

function allowInConfig(path: string, { path: file, text, allow }: RegistrationConfig): Edit | undefined {
  const quoted = file.endsWith(".json") ? JSON.stringify(path) : yamlString(path);
  const added = allow && appendItem(text, allow, quoted);
  return added && { path: file, ...added };
}

/** A heading of the first level: matches `# The title #`, and captures `The title`. */
const heading = /^#[ \t]+(.{1,200}?)[ \t]*#*$/m;

/** What a document is called in a list: its first heading, or its name. */
export function titleOf(text: string, path: string): string {
  const title = heading.exec(text.replaceAll("\r", ""))?.[1];
  return title === undefined || /[`*_[\]<>]/.test(title) ? withoutEnding(nameOf(path)) : title;
}
