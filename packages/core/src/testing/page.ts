import { fromMarkdown } from "mdast-util-from-markdown";
import type { Texts } from "../sources/texts.ts";

/** One example of a page: a small repository, and what the rule says about it. */
export interface Example {
  readonly section: string;
  /** The line of its first fence in the page, from 1. */
  readonly line: number;
  readonly before?: Texts;
  readonly after: Texts;
  /** The path of the last fence: a finding without a path is about that file. */
  readonly path: string;
  readonly options: unknown;
  /** Findings as `line:col-line:col message`, as the page states them. */
  readonly expected: readonly string[];
  /** A known limit: the rule is expected to say something else than the page wishes; here it stays silent. */
  readonly limit: boolean;
}

/** A rule's or an incident's page, read once. */
export interface Page {
  /** The text of the first heading. */
  readonly name: string;
  /** The first paragraph. */
  readonly title: string;
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

interface Fence {
  readonly language: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly line: number;
}

/** Makes the secrets that a page names `«kind»`. */
export type SecretMaker = (kind: string) => string;

const extensions: Readonly<Record<string, string>> = {
  python: "py",
  typescript: "ts",
  javascript: "js",
  markdown: "md",
  shell: "sh",
  bash: "sh",
  jinja: "html",
  text: "txt",
};

/** Reads a page: its heading, its sections, and the examples under them. */
export function readPage(markdown: string, makeSecret: SecretMaker = refuse): Page {
  const tree = fromMarkdown(markdown);
  const reader = exampleReader(makeSecret);
  const sections: string[] = [];
  let name = "";
  let title = "";
  for (const node of tree.children) {
    const text = node.position ? markdown.slice(node.position.start.offset, node.position.end.offset) : "";
    if (node.type === "heading" && node.depth === 1) name = text.replace(/^#\s+/, "");
    else if (node.type === "heading" && node.depth === 2) sections.push(text.replace(/^##\s+/, ""));
    else if (node.type === "paragraph" && title === "" && sections.length === 0) title = text.replace(/\s+/g, " ");
    if (node.type !== "code") reader.pause();
    else reader.add(sections.at(-1) ?? "", fenceOf(node.lang ?? "", node.meta ?? "", node.value, node.position?.start.line ?? 1));
  }
  reader.pause();
  return { name, title, sections, examples: reader.examples };
}

function refuse(kind: string): string {
  throw new Error(`the page names «${kind}», and nothing here makes secrets`);
}

/** `file=docs/A.md before options={"also":["main"]} limit`; an option's JSON holds no blanks, or stands last. */
function fenceOf(language: string, meta: string, value: string, line: number): Fence {
  const attributes = new Map<string, string>();
  const optionsAt = meta.indexOf("options=");
  const words = optionsAt < 0 ? meta : meta.slice(0, optionsAt);
  if (optionsAt >= 0) attributes.set("options", meta.slice(optionsAt + "options=".length).trim());
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const equals = word.indexOf("=");
    attributes.set(equals < 0 ? word : word.slice(0, equals), equals < 0 ? "" : word.slice(equals + 1));
  }
  return { language, attributes, text: value, line };
}

interface ExampleReader {
  readonly examples: Example[];
  /** Another fence; fences that name a file or a side belong together until something else comes between. */
  add(section: string, fence: Fence): void;
  /** Something that is no fence. */
  pause(): void;
}

function exampleReader(makeSecret: SecretMaker): ExampleReader {
  const examples: Example[] = [];
  let open: Fence[] = [];
  let openSection = "";
  const close = (expected: readonly string[]) => {
    if (open.length > 0) examples.push(exampleOf(openSection, open, expected, makeSecret));
    open = [];
  };
  const joins = ({ attributes }: Fence) => ["file", "before", "after"].some((name) => attributes.has(name));
  return {
    examples,
    pause: () => close([]),
    add(section, fence) {
      if (fence.language === "text" && fence.attributes.size === 0) {
        close(fence.text.split("\n").filter((line) => line.trim() !== ""));
        return;
      }
      const last = open.at(-1);
      if (last && !(joins(last) && joins(fence))) close([]);
      openSection = section;
      open.push(fence);
    },
  };
}

function exampleOf(section: string, fences: readonly Fence[], expected: readonly string[], makeSecret: SecretMaker): Example {
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  let path = "";
  let options: unknown;
  for (const fence of fences) {
    path = fence.attributes.get("file") ?? `example.${extensions[fence.language] ?? fence.language}`;
    const side = fence.attributes.has("before") ? before : after;
    side[path] = `${fence.text.replace(/«([\w-]{1,60})»/g, (_, kind: string) => makeSecret(kind))}\n`;
    const json = fence.attributes.get("options");
    if (json !== undefined) options = JSON.parse(json);
  }
  const first = fences[0];
  return {
    section,
    line: first?.line ?? 1,
    ...(Object.keys(before).length > 0 ? { before } : {}),
    after,
    path,
    options,
    expected,
    limit: fences.some(({ attributes }) => attributes.has("limit")),
  };
}
