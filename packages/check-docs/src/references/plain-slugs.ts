/** A heading whose anchor its characters tell: matches ``## The `--fix` flag?``, nothing with a link, emphasis, HTML or an id. */
const plainHeading = /^#{1,6}[ \t]+([^\r\n[\]*<>{}~\\&#\uFFFD]+?)[ \t]*(?:[ \t]#+[ \t]*)?$/;

/** The signs of ASCII that GitHub leaves out of an anchor: all but `-` and `_`. */
const signs = /[!"$%'()+,./:;=?@^`|]/g;

/** Letters, digits and blanks of any alphabet, of which GitHub keeps every one. */
const kept = /^[\p{L}\p{Nd} _-]*$/u;

/**
 * Anchors that a document surely has, without parsing it: those of its headings at the margin that are nearly plain words.
 * What is missing here may still be there.
 */
export function plainSlugs(text: string): ReadonlySet<string> {
  const slugs = new Set<string>();
  const counts = new Map<string, number>();
  for (const line of linesOutsideFences(text)) {
    const slug = line.startsWith("#") ? slugOf(line) : undefined;
    if (slug === undefined) continue;
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    slugs.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return slugs;
}

function slugOf(line: string): string | undefined {
  const title = plainHeading.exec(line)?.[1];
  // Outside of code an underscore may be emphasis.
  if (title === undefined || /(?:^|[^\w`])_|_(?:[^\w`]|$)/.test(title)) return undefined;
  const words = title.toLowerCase().replace(signs, "");
  return kept.test(words) ? words.replaceAll(" ", "-") : undefined;
}

/** The lines that stand in no fence and in no comment over several lines. */
function* linesOutsideFences(text: string): Generator<string> {
  let fence: string | undefined;
  let commented = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, mark, behind = ""] = /^[ \t>]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && behind.trim() === "") fence = undefined;
      continue;
    }
    if (commented) commented = !line.includes("-->");
    else if (mark !== undefined) fence = mark;
    else if (line.includes("<!--") && !line.includes("-->", line.lastIndexOf("<!--"))) commented = true;
    else yield line;
  }
}
