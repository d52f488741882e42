import { localTarget } from "../local-target.ts";
import { judgeCode } from "./code-paths.ts";
import type { ReferenceReader } from "./reference-reader.ts";

/**
 * Where an address may stand: behind `](`, behind `]:`, and in `href` and `src`. Matches more than Markdown does (in code, in
 * comments), never less; captures the address up to its first blank.
 */
const address = /\]\(\s*(<[^>\n]*>|[^\s)]*)|\]:\s*(<[^>\n]*>|\S+)|\b(?:href|src)\s*=\s*["']?([^\s"'>]*)/gi;

/** Code within a line: matches `` `a` ``, captures `a`. */
const code = /`{1,3}([^`\n]{3,200})`{1,3}/g;

/** A cited line of any file: matches `a.ts:109`. */
const citation = /\.[a-z][a-z0-9]{0,5}:\d/i;

/**
 * Says quickly whether a document could hold a reference that leads nowhere. A document whose addresses all exist need not be
 * parsed, which takes a hundred times longer.
 */
export async function mayDangle(text: string, path: string, reader: ReferenceReader, withCode: boolean): Promise<boolean> {
  let anchors: ReadonlySet<string> | undefined;
  for (const match of text.matchAll(address)) {
    const written = (match[1] ?? match[2] ?? match[3] ?? "").replace(/^<|>$/g, "");
    if (/[\\&()]/.test(written)) return true;
    const target = localTarget(written, path);
    if (target === undefined) continue;
    if (target.anchor !== undefined && target.anchor !== "") {
      anchors ??= plainSlugs(text);
      if (target.path !== path || !anchors.has(target.anchor)) return true;
    } else if (!reader.names.isFile(target.path) || target.folder) return true;
  }
  return withCode && mayDangleInCode(text, path, reader);
}

async function mayDangleInCode(text: string, path: string, reader: ReferenceReader): Promise<boolean> {
  if (citation.test(text)) return true;
  for (const [, written = ""] of text.matchAll(code)) {
    if (written.includes("/") && (await judgeCode(written, path, reader, () => "")) !== undefined) return true;
  }
  return false;
}

/** A heading without markup: matches `## Plain title`, captures `Plain title`; matches nothing with code or links. */
const plainHeading = /^#{1,6}[ \t]+([\p{L}\p{N}][\p{L}\p{N} -]*?)[ \t]*#*$/u;

/** The anchors of headings that are plain words; others are for the parser to say. */
function plainSlugs(text: string): ReadonlySet<string> {
  const slugs = new Set<string>();
  let fence: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    const title = fence === undefined ? plainHeading.exec(line)?.[1] : undefined;
    if (title !== undefined) slugs.add(title.toLowerCase().replaceAll(" ", "-"));
  }
  return slugs;
}
