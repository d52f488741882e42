import { elementTraits, type HtmlTag } from "@failcheck/languages";

/** Elements whose end tag, where it is written, shows what stands inside them. */
const soft: ReadonlySet<string> = new Set(
  "html body li dd dt td th tr tbody thead tfoot a span p label h1 h2 h3 h4 h5 h6 strong em b i small pre code option svg".split(
    " ",
  ),
);

/** Pairs the soft elements, each name for itself, with an end of a list or table ending what stands open in it. */
export function softPartners(tags: readonly HtmlTag[]): ReadonlyMap<HtmlTag, HtmlTag> {
  const partners = new Map<HtmlTag, HtmlTag>();
  const open = new Map<string, HtmlTag[]>();
  for (const tag of tags) {
    for (const name of endedBy(tag)) open.delete(name);
    if (!soft.has(tag.name) || tag.selfClosing) continue;
    const stack = open.get(tag.name) ?? [];
    open.set(tag.name, stack);
    if (tag.kind === "start") stack.push(tag);
    else {
      const partner = stack.pop();
      if (partner !== undefined) partners.set(partner, tag).set(tag, partner);
    }
  }
  return partners;
}

const cells: readonly string[] = ["td", "th", "tr", "tbody", "thead", "tfoot"];
const items: readonly string[] = ["li"];
const none: readonly string[] = [];

function endedBy({ kind, name, traits }: HtmlTag): readonly string[] {
  if (kind === "end") return name === "table" ? cells : name === "ul" || name === "ol" ? items : none;
  return (traits & elementTraits.closesParagraph) !== 0 ? ["p"] : none;
}
