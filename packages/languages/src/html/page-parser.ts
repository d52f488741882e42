import type { Problem, Range } from "@failcheck/core";
import { attributesOf } from "./attributes.ts";
import type { HtmlDialect } from "./dialect.ts";
import type { HtmlNesting, HtmlPage, HtmlReadings } from "./html.ts";
import { nest } from "./nest.ts";
import { hasOtherBlocks } from "./other-engines.ts";
import { placeOf } from "./place.ts";
import { readings } from "./readings.ts";
import { blanked, templateTags } from "./template-tags.ts";
import { tokenize } from "./tokenize-parser.ts";

/** A stretch of markup to be read. */
export interface Stretch {
  /** Blank where no markup of this page stands. */
  readonly text: string;
  /** The holding file's text. */
  readonly source: string;
  readonly at: Range;
  readonly dialect: HtmlDialect;
  readonly path: string;
}

/** Reads one stretch of markup. */
export function page({ text, source, at, dialect, path }: Stretch, problems: Problem[]): HtmlPage {
  const template = templateTags(text, dialect, path);
  const markup = blanked(text, template);
  const { tags, comments } = tokenize(markup, dialect, problems);
  let nesting: HtmlNesting | undefined;
  let ways: HtmlReadings | undefined;
  return {
    at,
    dialect,
    source,
    markup,
    tags,
    comments,
    templateTags: template,
    nesting: () => (nesting ??= nest(tags)),
    nest,
    readings: () => (ways ??= readings(tags, template, () => dialect === "html" && hasOtherBlocks(text, tags))),
    attributes: (tag) => attributesOf(markup, tag),
    placeOf: (offset) => placeOf(offset, tags, comments, (nesting ??= nest(tags)).holders),
  };
}
