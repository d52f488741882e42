import type { HtmlReading, HtmlTag, TemplateTag } from "./html.ts";

/** The ways through a template's branches that are worth trying. */
export function readings(tags: readonly HtmlTag[], _template: readonly TemplateTag[]): HtmlReading[] {
  return [{ tags, assumption: undefined }];
}
