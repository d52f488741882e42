import { sourceFile } from "@failcheck/core";
import { html } from "@failcheck/languages";
import { expect, test } from "vitest";
import { unclosedDiv } from "./unclosed-div.ts";

const parse = await html.load();
const encoder = new TextEncoder();
const options = { also: ["section", "main", "article", "aside", "header", "footer", "nav"], groups: [] };

/** The findings in a template that is a whole page, by line: that keeps it from being taken for half of one. */
function findings(path: string, body: string): readonly string[] {
  const text = `<html><body>\n${body}\n</body></html>`;
  const file = sourceFile(path, encoder.encode(text));
  return [...unclosedDiv.check(undefined, parse(file), file, options)].map(
    ({ message, at }) => `${String(text.slice(0, at[0]).split("\n").length - 1)} ${message}`,
  );
}

const lost = '<div class="b"> opened here is never closed';

test.each([
  ["Jinja if", "a.j2", '{% if a %}\n<div class="b">\n{% endif %}', `2 ${lost} when "if a"`],
  ["Jinja elif", "a.j2", '{% if a %}\n<div></div>\n{% elif b %}\n<div class="b">\n{% endif %}', `4 ${lost} when "elif b"`],
  ["Jinja else", "a.j2", '{% if a %}\n<div></div>\n{% else %}\n<div class="b">\n{% endif %}', `4 ${lost} unless "if a"`],
  [
    "Jinja, a branch in a branch",
    "a.j2",
    '{% if a %}{% if b %}\n<div class="b">\n{% endif %}{% endif %}',
    `2 ${lost} when "if b"`,
  ],
  ["Jinja loop", "a.j2", '{% for x in xs %}\n<div class="b">\n{% endfor %}', `2 ${lost} when "for x in xs" has one turn`],
  ["Jinja macro", "a.j2", '{% macro m(x) %}\n<div class="b">{{ x }}\n{% endmacro %}', `2 ${lost}`],
  ["Jinja, whitespace control", "a.j2", '{%- if a -%}\n<div class="b">\n{%+ endif +%}', `2 ${lost} when "if a"`],
  [
    "Django, unknown block",
    "a.html",
    '{% if a %}{% panel x %}\n<div class="b">\n{% endpanel %}{% endif %}',
    `2 ${lost} when "if a"`,
  ],
  [
    "Django empty",
    "a.html",
    '{% for x in y %}\n<p></p>\n{% empty %}\n<div class="b">\n{% endfor %}',
    `4 ${lost} when "for x in y" has no turn`,
  ],
  ["Liquid unless", "a.liquid", '{% unless a %}\n<div class="b">\n{% endunless %}', `2 ${lost} when "unless a"`],
  [
    "Liquid when",
    "a.liquid",
    '{% case t %}{% when "x" %}<p>\n{% when "y" %}\n<div class="b">\n{% endcase %}',
    `3 ${lost} when "when "y""`,
  ],
  ["Handlebars if", "a.hbs", '{{#if a}}\n<div class="b">\n{{/if}}', `2 ${lost} when "if a"`],
  ["Handlebars else if", "a.hbs", '{{#if a}}<p>{{else if b}}\n<div class="b">\n{{/if}}', `2 ${lost} when "else if b"`],
  ["Handlebars section", "a.hbs", '{{#a}}\n<div class="b">\n{{/a}}', `2 ${lost} when "#a"`],
  ["Handlebars, inverted section", "a.hbs", '{{^a}}\n<div class="b">\n{{/a}}', `2 ${lost} when "unless a"`],
  [
    "a stray end tag in a branch, before more of the page",
    "a.liquid",
    "<div>\n{% if a %}\n<p>1</p>\n</div>\n{% endif %}\n<p>2</p>\n</div>",
    '4 </div> closes nothing when "if a"',
  ],
  [
    "a stray end tag in a block that is always there",
    "a.j2",
    "<div>\n{% filter indent %}\n<p>1</p>\n</div>\n{% endfilter %}\n</div>",
    "4 </div> closes nothing",
  ],
  [
    "Angular, what a container holds",
    "a.component.html",
    '<ng-container *ngIf="a">\n  <div>\n    <div class="b">\n  </div>\n</ng-container>',
    `3 ${lost}`,
  ],
  ["Handlebars partial block", "a.hbs", '{{#> card}}\n<div class="b">\n{{/card}}', `2 ${lost}`],
  ["EJS if", "a.ejs", '<% if (a) { %>\n<div class="b">\n<% } %>', `2 ${lost} when "if a"`],
  ["EJS else if", "a.ejs", '<% if (a) { %>\n<p>\n<% } else if (b) { %>\n<div class="b">\n<% } %>', `4 ${lost} when "else if b"`],
  ["EJS, whitespace control", "a.ejs", '<%_ if (a) { _%>\n<div class="b">\n<%_ } _%>', `2 ${lost} when "if a"`],
  [
    "EJS loop",
    "a.ejs",
    '<% xs.forEach((x) => { %>\n<div class="b">\n<% }) %>',
    `2 ${lost} when "each xs.forEach((x) =>" has one turn`,
  ],
  ["ERB if", "a.html.erb", '<% if a %>\n<div class="b">\n<% end %>', `2 ${lost} when "if a"`],
  ["ERB if with parentheses", "a.html.erb", '<% if (a && b) %>\n<div class="b">\n<% end %>', `2 ${lost} when "if a && b"`],
  ["ERB elsif", "a.html.erb", '<% if a -%>\n<p>\n<% elsif b -%>\n<div class="b">\n<% end -%>', `4 ${lost} when "elsif b"`],
  ["ERB unless", "a.html.erb", '<% unless a %>\n<div class="b">\n<% end %>', `2 ${lost} when "unless a"`],
  ["ERB each", "a.html.erb", '<% xs.each do |x| %>\n<div class="b">\n<% end %>', `2 ${lost} when "each xs.each" has one turn`],
  ["ERB, a block of a helper", "a.html.erb", '<%= form_for @a do |f| %>\n<div class="b">\n<% end %>', `2 ${lost}`],
  ["ERB case", "a.html.erb", '<% case a %>\n<% when 1 %>\n<div class="b">\n<% end %>', `3 ${lost} when "when 1"`],
  ["Go if", "a.gohtml", '{{ if .A }}\n<div class="b">\n{{ end }}', `2 ${lost} when "if .A"`],
  ["Go else", "a.gohtml", '{{ if .A }}<p>{{ else if .B }}\n<div class="b">\n{{ end }}', `2 ${lost} when "else if .B"`],
  ["Go range", "a.gohtml", '{{- range .X -}}\n<div class="b">\n{{- end -}}', `2 ${lost} when "range .X" has one turn`],
  ["Go with", "a.gohtml", '{{ with .X }}\n<div class="b">\n{{ end }}', `2 ${lost} when "with .X"`],
  ["PHP if:", "a.php", '<?php if ($a): ?>\n<div class="b">\n<?php endif; ?>', `2 ${lost} when "if $a"`],
  [
    "PHP elseif:",
    "a.php",
    '<?php if ($a) : ?>\n<p>\n<?php elseif ($b) : ?>\n<div class="b">\n<?php endif ?>',
    `4 ${lost} when "elseif $b"`,
  ],
  [
    "PHP foreach:",
    "a.php",
    '<?php foreach ($a as $b): ?>\n<div class="b">\n<?php endforeach; ?>',
    `2 ${lost} when "foreach $a as $b" has one turn`,
  ],
  ["PHP braces", "a.php", '<?php if ($a) { ?>\n<div class="b">\n<?php } ?>', `2 ${lost} when "if $a"`],
  [
    "WordPress",
    "a.php",
    '<?php while ( have_posts() ) : the_post(); ?>\n<div class="b">\n<?php endwhile; ?>',
    `2 ${lost} when "while have_posts()" has one turn`,
  ],
  ["Vue", "a.vue", '<template>\n<div class="b">\n<textarea v-if="a < b"/></template>', `2 ${lost}`],
  ["Svelte", "a.svelte", '{#if a}\n<div class="b">\n{/if}', `2 ${lost} when "if a"`],
  ["Svelte else if", "a.svelte", '{#if a}<p></p>{:else if b}\n<div class="b">\n{/if}', `2 ${lost} when "else if b"`],
  ["Svelte each", "a.svelte", '{#each xs as x}\n<div class="b">\n{/each}', `2 ${lost} when "each xs as x" has one turn`],
  ["Angular @if", "a.component.html", '@if (a) {\n<div class="b">\n}', `2 ${lost} when "if a"`],
  [
    "Angular @else",
    "a.component.html",
    '@if (a) {\n<p></p>\n} @else if (b(1)) {\n<div class="b">\n}',
    `4 ${lost} when "else if b(1)"`,
  ],
  [
    "Angular @for",
    "a.component.html",
    '@for (x of xs; track x.id) {\n<div class="b">\n}',
    `2 ${lost} when "for x of xs; track x.id" has one turn`,
  ],
  [
    "a branch that closes too much",
    "a.j2",
    "<div>\n{% if a %}\n</div>\n{% endif %}",
    `1 <div> opened here is never closed unless "if a"`,
  ],
])("names the branch that loses a div: %s", (_, path, body, expected) => {
  expect(findings(path, body)).toEqual([expected]);
});

test.each([
  ["Jinja", "a.j2", "{% if a %}<div>{% elif b %}<div class='x'>{% else %}<div>{% endif %}{{ '</p>' }}</div>"],
  ["Jinja, linked conditions", "a.j2", "{% if a %}<div>{% endif %}{% if a and b %}</div>{% elif a %}</div>{% endif %}"],
  ["Jinja, other linked conditions", "a.j2", "{% if a == 1 or a == 2 %}<div>{% endif %}{% if a in [1, 2] %}</div>{% endif %}"],
  [
    "Jinja, state of a loop",
    "a.j2",
    "{% for x in y %}{% if loop.first %}<div>{% endif %}{% if loop.last %}</div>{% endif %}{% endfor %}",
  ],
  [
    "Jinja, rows",
    "a.j2",
    "{% for x in y %}{% if loop.index0 is divisibleby 3 %}{% if not loop.first %}</div>{% endif %}<div>{% endif %}{% endfor %}</div>",
  ],
  ["Jinja, what is not read", "a.j2", "{# <div> #}{% raw %}<div>{% if %}</div>{% endraw %}{% set a %}<div></div>{% endset %}"],
  ["Jinja, macros that are halves", "a.j2", "{% macro begin() %}<div>{% endmacro %}{% macro end() %}</div>{% endmacro %}"],
  ["Jinja, markup in a string", "a.j2", "{{ '<div>' if a else '' }}x{% if a %}</div>{% endif %}"],
  [
    "Django",
    "a.html",
    "{% comment %}<div>{% endcomment %}{% verbatim %}{% if %}{% endverbatim %}{% ifchanged %}<div></div>{% endifchanged %}",
  ],
  ["Django cycle", "a.html", "{% for x in y %}{% cycle '<div>' '' %}{{ x }}{% cycle '' '</div>' %}{% endfor %}"],
  [
    "Django, one tag or a block",
    "a.html",
    '{% blocktrans %}a{% plural %}b{% endblocktrans %}{% trans "a" %}{% block x %}<div></div>{% endblock x %}',
  ],
  [
    "Liquid",
    "a.liquid",
    "{%- case a -%}{%- when 1, 2 -%}<div>{%- else -%}<div>{%- endcase -%}</div>{% liquid\n if a\n endif %}{% raw %}{% if %}{% endraw %}",
  ],
  [
    "Handlebars",
    "a.hbs",
    "{{#if a}}<div>{{else}}<div>{{/if}}</div>{{!-- <div> {{/if}} --}}{{! <div> }}{{{{raw}}}}<div>{{/if}}{{{{/raw}}}}",
  ],
  [
    "Handlebars, the block of a helper",
    "a.hbs",
    '<div>{{#link "x"}}</div>{{/link}}{{#with a}}<div>{{/with}}{{#*inline "x"}}</div>{{/inline}}',
  ],
  ["Handlebars, whitespace control", "a.hbs", "{{~#each xs~}}<div>{{~else~}}<p>{{~/each~}}{{#each xs}}</div>{{/each}}"],
  ["EJS", "a.ejs", "<%_ if (!a) { _%><div><%_ } _%><% if (a) { } else { %></div><% } %><%# <div> %><%- include('x') -%>"],
  [
    "EJS, braces in a tag",
    "a.ejs",
    "<% if (a) { b = { c: 1 }; %><div></div><% } else { %><p><% } %><% const f = (x) => { return x } %>",
  ],
  ["ERB", "a.html.erb", "<% if a == {} %><div><% else %><div><% end # of a %></div><% if b then c end %><% x = 1 if y %>"],
  ["ERB, blocks in braces", "a.html.erb", "<% xs.each { |x| %><div></div><% } %><%- [1].each do |y| -%><p><%- end -%>"],
  ["Go", "a.gohtml", "{{/* <div> */}}{{- /* {{ */ -}}{{ if eq .A 1 }}<div>{{ end }}{{ if ne .A 1 }}{{ else }}</div>{{ end }}"],
  [
    "Go, definitions that are halves",
    "a.gohtml",
    '{{ define "top" }}<div>{{ end }}{{ define "bottom" }}</div>{{ end }}{{ template "x" . }}{{ if .A }}{{ end }}',
  ],
  [
    "PHP",
    "a.php",
    "<?php if ($a): ?><div><?php else: ?><div><?php endif ?></div><?php foreach ($x as $y => $z): if ($z): ?><p><?php endif; endforeach; ?>",
  ],
  [
    "PHP, the loop of WordPress",
    "a.php",
    "<?php if (have_posts()) : while (have_posts()) : the_post(); ?><div></div><?php endwhile; else : ?><div></div><?php endif; ?>",
  ],
  ["PHP, strings and comments", "a.php", "<?php /* ?> <div> */ $a = '?><div>'; # <div> \n $b = <<<X\n<div> ?>\nX;\n ?><p>"],
  ["PHP, written markup", "a.php", "<?php echo '<div class=\"a\">'; foreach ($a as $b) { echo $b; } ?>x</div>"],
  ["PHP switch", "a.php", "<?php switch ($a): case 1: ?><div><?php break; default: ?><div><?php endswitch; ?></div>"],
  [
    "Vue",
    "a.vue",
    "<template><div><Card/><div v-if='a > b'/><textarea/><p>{{ a < b ? '<div>' : '' }}{{ end }}</p></div></template>",
  ],
  [
    "Svelte",
    "a.svelte",
    "<script>let a = '<div>'</script>{#if a < b}<div/>{:else}<div>{`<div>`}</div>{/if}{#await p}x{:then v}<p></p>{:catch e}y{/await}",
  ],
  [
    "Angular",
    "a.component.html",
    "@if (a < b; as c) { <div></div> } @else { <div/> } @switch (x) { @case (1) { <p></p> } @default { <div></div> } } {{ {a: 1} | json }}",
  ],
  [
    "JSP",
    "a.jsp",
    '<%@ page import="a" %><c:if test="${a > b}"><div></div></c:if><% if (a) { %><div><% } else { %><div><% } %></div>',
  ],
  ["Go, a comment that holds tags", "a.gohtml", "{{/* <div {{- .A }}> */ -}}<p></p>{{- /*\n<div>{{ .B }} */}}"],
  ["Tornado", "a.html", "{% if a %}<div>{% else %}<div>{% end %}</div>{% for x in y %}<p>{% end %}"],
  ["Askama, all arms of a match", "a.html", "{% match a %}{% when Some with (b) %}<div>{% when None %}<div>{% endmatch %}</div>"],
  [
    "Vue, an item in a component in an item",
    "a.vue",
    "<template><ul><li><Menu><div><li>a</li></div></Menu></li></ul></template>",
  ],
  [
    "Angular, a row in a part of a table",
    "a.component.html",
    "{{ a }}<table><app-rows><div><tr><td><div></div></td></tr></div></app-rows></table>",
  ],
  ["Jinja, one thing and all that it can be", "a.j2", "{% if k == 'a' %}<div>{% elif k == 'b' %}<div>{% endif %}</div>"],
  [
    "Svelte, values in braces before the slash",
    "a.svelte",
    "{a}<main><div class={a} /><div a={\n b\n}/><Textarea rows={4} /><section b={{ c: 1 }}/></main>",
  ],
  [
    "Django, values without quotes",
    "a.html",
    "<div><a href={{ a }} class=b>x</a><div class={{ a }}>b</div><br class={{ a }}/></div>",
  ],
  ["FreeMarker", "a.html", "<#if a??><div><#else><div></#if></div>"],
  ["Velocity", "a.html", "#if($a)<div>#else<div>#end</div>"],
  ["Smarty", "a.tpl", "{if $a}<div>{else}<div>{/if}</div>"],
  ["Mako", "a.html", "% if a:\n<div>\n% else:\n<div>\n% endif\n</div>"],
  ["JSTL", "a.jsp", "<c:choose><c:when test='${a}'><div></c:when><c:otherwise><div></c:otherwise></c:choose></div>"],
  ["phpBB", "a.html", "<!-- IF a --><div><!-- ELSE --><div><!-- ENDIF --></div>"],
  ["Template Toolkit", "a.html", "[% IF a %]<div>[% ELSE %]<div>[% END %]</div>"],
  ["ASP", "a.html", "<% If a Then %><div><% Else %><div><% End If %></div>"],
  ["Razor, half an element", "a.cshtml", "@if (a) {\n@:<div>\n} else {\n@:<div>\n}\n</div>"],
])("is silent on what comes out even: %s", (_, path, body) => {
  expect(findings(path, body)).toEqual([]);
});

/** The findings in a file that may be half of a page. */
function findingsInPart(path: string, text: string): readonly string[] {
  const file = sourceFile(path, encoder.encode(text));
  return [...unclosedDiv.check(undefined, parse(file), file, options)].map(
    ({ message, at }) => `${String(text.slice(0, at[0]).split("\n").length)} ${message}`,
  );
}

/** By itself, so that this program holds no page that has one too many. */
const end = "</div>";

test.each([
  [
    "with a turn, where a condition asks for what it goes through",
    "{% if xs|length %}\n{% for x in xs %}\n<div>\n{% endfor %}\n</div>\n{% endif %}",
    "two turns",
  ],
  ["without a turn, where none does", "{% for x in xs %}\n<div>\n{% endfor %}\n</div>", "no turn"],
])("a loop that opens more than it closes is blamed %s", (_, body, turns) => {
  expect(findings("a.j2", body)).toEqual([expect.stringContaining(`"for x in xs" has ${turns}`)]);
});

test("blocks that another engine would read are no excuse in a script, nor are comments that end a part", () => {
  const body = `<script>var t = "{if a}b{/if}";</script>\n<!-- END HEADER -->\n<p></p>\n${end}`;
  expect(findings("a.html", body)).toEqual(["4 </div> closes nothing"]);
});

test.each([
  ["within what it closes", "post.html", `<article>\n<div>\n</div>\n${end}\n<footer></footer>\n</article>`, 1],
  ["that its parent's block opens", "page.html", "{% extends 'a.html' %}\n{% block end %}</div>{% endblock %}", 0],
  ["in a block with more", "page.html", "{% extends 'a.html' %}\n{% block end %}<p>a</p></div>{% endblock %}", 1],
  ["of an element with attributes from the template", "page.html", "<div${{'id': a}|attributes}>\n</div>", 0],
  ["and a tag in quotes", "page.html", "<p>Write '<div/>'.</p>", 0],
  ["at the end of its text", "post.html", "<article>\n</article>\n</div>", 0],
  ["beside a half that is called there", "a.php", "<section>\n<?php box_open('x'); ?>\n</div>\n</section>", 0],
])("what may be half of a page has a stray end tag %s", (_name, path, text, count) => {
  expect(findingsInPart(path, text)).toHaveLength(count);
});
