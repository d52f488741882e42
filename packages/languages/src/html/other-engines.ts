import type { HtmlTag } from "./html.ts";

/**
 * How blocks end in engines that are not read here: their conditions stand in the page like text, so what looks like a lost tag may
 * well be one of two branches.
 */
const blockEnds: readonly RegExp[] = [
  // FreeMarker: </#if>, [/#list]
  /[<[]\/#(?:if|list|switch|macro)\b/,
  // HTML::Template and ColdFusion: </TMPL_IF>, </cfif>
  /<\/(?:TMPL_|cf(?:if|loop)>)/i,
  // phpBB, server-side includes: <!-- ENDIF -->, <!--#endif -->
  /<!--\s?(?:ENDIF|#endif)\b/,
  // Template Toolkit: [% END %]
  /\bEND\s?[-+]?%\]/,
  // lines of Mako, Bottle, Mason and Jinja: % endif, % }, # endfor
  /^[ \t]{0,80}%[ \t]{0,9}(?:end|\})|^[ \t]{0,80}#[ \t]{0,9}end(?:if|for)\b/m,
  // Smarty, Latte, RainTPL, Dust: {/if}, {/loop}, {:else}
  /(?<!\{)\{(?:\/(?:if|foreach|for|while|section|loop)|:else)\}(?!\})/,
  // JSTL, Struts, Grails, Fluid: </c:if>, </f:then>
  /<\/[a-z]{1,9}:(?:if|choose|when|otherwise|forEach|each|iterator|for|unless|then|else)>/,
  // ASP: <% End If %>
  /<%\s{0,9}End If\b/i,
  // web2py, doT: {{pass}}, {{?}}
  /\{\{\s?(?:pass|\?)\s?\}\}/,
  // Razor writes half an element: @:<div>, Html.Raw("<div>")
  /@:\s{0,9}<|Html\.Raw\(\s?@?\$?"\s{0,9}<|^[ \t]{0,80}@end[ \t]{0,9}$/m,
];

/** What ends a block as much as something else: Velocity's `#end`, Antlers' `{{ /if }}` count beside what begins one. */
const blockPairs: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/#(?:if|foreach|for)\b/, /#\{?end\b/],
  [/\{\{\s?(?:if|unless)\s/, /\{\{\s?\/(?:if|unless)\s?\}\}/],
];

/** Whether blocks of an engine that is not read here stand in the page, outside of its scripts and styles. */
export function hasOtherBlocks(text: string, tags: readonly HtmlTag[]): boolean {
  const shown = withoutScripts(text, tags);
  return blockEnds.some((end) => end.test(shown)) || blockPairs.some(([start, end]) => start.test(shown) && end.test(shown));
}

function withoutScripts(text: string, tags: readonly HtmlTag[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [index, { name, kind, at }] of tags.entries()) {
    if (kind !== "start" || (name !== "script" && name !== "style")) continue;
    parts.push(text.slice(from, at[1]));
    from = tags[index + 1]?.at[0] ?? text.length;
  }
  return [...parts, text.slice(from)].join("\n");
}
