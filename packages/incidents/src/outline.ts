/** What the registry needs of a Markdown document; the front end's tree is one. */
export interface Outline {
  readonly headings: readonly { readonly at: readonly [number, number]; readonly depth: number; readonly text: string }[];
  readonly fences: readonly Fence[];
}

/** A block of code in a document. */
export interface Fence {
  readonly at: readonly [number, number];
  readonly language: string;
  /** What follows the language. */
  readonly meta: string;
  readonly code: string;
}

/** A heading with everything below it, up to the next one of its rank. */
export interface Section {
  readonly title: string;
  readonly at: readonly [number, number];
  readonly text: string;
}

/** The sections of a document under headings of one depth. */
export function sectionsOf(text: string, { headings }: Outline, depth: number): readonly Section[] {
  const own = headings.filter((heading) => heading.depth <= depth);
  return own.flatMap((heading, index) => {
    if (heading.depth !== depth) return [];
    const end = own[index + 1]?.at[0] ?? text.length;
    return [{ title: heading.text, at: [heading.at[0], end], text: text.slice(heading.at[1], end) }];
  });
}
