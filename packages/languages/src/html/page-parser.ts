import type { Problem, Range } from "@failcheck/core";
import { attributesOf } from "./attributes.ts";
import type { HtmlDialect } from "./dialect.ts";
import type { HtmlNesting, HtmlPage, HtmlReadings, HtmlTag, TemplateTag } from "./html.ts";
import { nest } from "./nest.ts";
import { hasOtherBlocks } from "./other-engines.ts";
import { placeOf } from "./place.ts";
import { readings } from "./readings.ts";
import { blanked, templateTags } from "./template-tags.ts";
import { tokenize } from "./tokenize-parser.ts";

/** A stretch of markup to be read. */
export interface Stretch {
  /** As long as its range; blank where no markup of this page stands. */
  readonly text: string;
  readonly at: Range;
  readonly dialect: HtmlDialect;
  readonly path: string;
}

/** Reads the stretches of markup that a file holds; each costs what it is long, wherever in the file it stands. */
export function pages(source: string, stretches: readonly Stretch[], problems: Problem[]): HtmlPage[] {
  const found = stretches.map((stretch) => read(stretch, problems));
  const markups = inPlace(source, found);
  return found.map((one, index) => pageOf(source, one, markups[index] ?? ""));
}

/** A stretch with its tags, which stand where they do in the file. */
interface Read {
  readonly stretch: Stretch;
  /** The stretch without template tags. */
  readonly markup: string;
  readonly tags: readonly HtmlTag[];
  readonly comments: readonly Range[];
  readonly template: readonly TemplateTag[];
  readonly hasOtherBlocks: () => boolean;
}

function read(stretch: Stretch, problems: Problem[]): Read {
  const { text, at, dialect, path } = stretch;
  const [by] = at;
  const template = templateTags(text, dialect, path);
  const markup = blanked(text, template);
  const own: Problem[] = [];
  const { tags, comments } = tokenize(markup, dialect, own);
  problems.push(...moved(own, by));
  return {
    stretch,
    markup,
    tags: moved(tags, by),
    comments: comments.map((range) => shifted(range, by)),
    template: moved(template, by),
    hasOtherBlocks: () => dialect === "html" && hasOtherBlocks(text, tags),
  };
}

const shifted = ([start, end]: Range, by: number): Range => [start + by, end + by];

function moved<Placed extends { readonly at: Range }>(placed: readonly Placed[], by: number): readonly Placed[] {
  return by === 0 ? placed : placed.map((one) => ({ ...one, at: shifted(one.at, by) }));
}

/** Each page's markup where it stands in the file, the rest blank: pages that stand beside each other share one text. */
function inPlace(source: string, all: readonly Read[]): readonly string[] {
  const [only] = all;
  if (all.length === 1 && only?.markup.length === source.length) return [only.markup];
  const blanks = all.length === 0 ? "" : source.replace(/[^\r\n]/g, " ");
  const layers: { readonly parts: string[]; end: number }[] = [];
  const inOrder = [...all.entries()].sort(([, a], [, b]) => a.stretch.at[0] - b.stretch.at[0]);
  const layerOf = new Map<number, number>();
  for (const [index, { markup, stretch }] of inOrder) {
    const [start, end] = stretch.at;
    let layer = layers.findIndex((other) => other.end <= start);
    if (layer < 0) layer = layers.push({ parts: [], end: 0 }) - 1;
    const chosen = layers[layer];
    chosen?.parts.push(blanks.slice(chosen.end, start), markup);
    if (chosen) chosen.end = end;
    layerOf.set(index, layer);
  }
  const texts = layers.map(({ parts, end }) => parts.join("") + blanks.slice(end));
  return all.map((_, index) => texts[layerOf.get(index) ?? 0] ?? "");
}

function pageOf(source: string, { stretch, tags, comments, template, hasOtherBlocks }: Read, markup: string): HtmlPage {
  let nesting: HtmlNesting | undefined;
  let ways: HtmlReadings | undefined;
  return {
    at: stretch.at,
    dialect: stretch.dialect,
    source,
    markup,
    tags,
    comments,
    templateTags: template,
    nesting: () => (nesting ??= nest(tags)),
    nest,
    readings: () => (ways ??= readings(tags, template, hasOtherBlocks)),
    attributes: (tag) => attributesOf(markup, tag),
    placeOf: (offset) => placeOf(offset, tags, comments, (nesting ??= nest(tags)).holders),
  };
}
