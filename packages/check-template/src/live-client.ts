import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { inherited } from "./inherited.ts";

/** Attributes that hand the element's content to a framework in the reader's browser, or say that it is to be shown as it is. */
const handsOver =
  /^(?:(?:data-|x-)?ng-(?:app|controller|repeat|bind.*|if|non-bindable)|x-data|v-scope|v-pre|v-cloak|ng-cloak|aurelia-app|data-bind)$/;
const vueAttribute = /^(?:v-[a-z]|@[a-z]|:[a-z]|#[a-z])/;

/** Says of an offset whether a framework in the browser (Vue, Angular, Alpine) renders what stands there. */
export function liveClient(page: HtmlPage): (offset: number) => boolean {
  const mounted = mountPoints(page);
  const isLive = inherited((element) => owns(page, element, mounted));
  return (offset) => {
    const place = page.placeOf(offset);
    return place.in !== "comment" && isLive(place.holder);
  };
}

function owns(page: HtmlPage, element: HtmlElement, mounted: ReadonlySet<string> | undefined): boolean {
  for (const { name, valueAt } of page.attributes(element.tag)) {
    if (handsOver.test(name)) return true;
    if (mounted === undefined) continue;
    if (vueAttribute.test(name)) return true;
    if (name === "id" && valueAt !== undefined && mounted.has(page.source.slice(...valueAt))) return true;
  }
  return mounted?.has("*") === true && element.tag.name === "body";
}

/**
 * The ids that a Vue app of the page is mounted on (`*` where it cannot be told, none where `v-scope` marks each place);
 * undefined where the page has no Vue.
 */
function mountPoints(page: HtmlPage): ReadonlySet<string> | undefined {
  const { source } = page;
  if (/\bangular\.bootstrap\s*\(\s*document\b/.test(source)) return new Set(["*"]);
  if (!/<script\b[^>]{0,300}\bvue\b|createApp\s*\(|new Vue\s*\(/i.test(source)) return undefined;
  const ids = [...source.matchAll(mounts)].map((match) => match[1] ?? match[2] ?? "");
  return new Set(ids.length === 0 && !source.includes(" v-scope") ? ["*"] : ids);
}

/** Matches `mount('#app')` and `el: "#app"`; not `mount(node)`. */
const mounts = /\bmount\(\s*["'`]#([\w-]+)["'`]|\bel\s*:\s*["'`]#([\w-]+)["'`]/g;
