export type { DataEntry, DataList, DataMap, DataNode, DataScalar, DataTree } from "./data.ts";
export { stringOf, valueOf } from "./data.ts";
export { json, type JsonTree } from "./json/json.ts";
export type {
  MarkdownAnchor,
  MarkdownCode,
  MarkdownDefinition,
  MarkdownFence,
  MarkdownFrontMatter,
  MarkdownHeading,
  MarkdownLink,
  MarkdownProse,
  MarkdownReference,
  MarkdownTable,
  MarkdownPart,
  MarkdownTree,
} from "./markdown/markdown.ts";
export { isMarkdown, markdown } from "./markdown/markdown.ts";
export { text, type TextLine, type TextTree } from "./text/text.ts";
export { yaml, type YamlTree } from "./yaml/yaml.ts";
export type { Argument, Assignment, Call, Callable, Class, CodeTree, Import, Parameter } from "./code/code-tree.ts";
export { ancestors, descendants } from "./code/node.ts";
export type { SyntaxNode } from "./code/node.ts";
export { flatten, plainText } from "./code/strings.ts";
export type { FlatText, Hole, Piece, StaticText, StringLiteral } from "./code/strings.ts";
export { python } from "./python/python.ts";
export type { PythonTree } from "./python/python.ts";
export { typescript } from "./typescript/typescript.ts";
export type { TypeScriptTree } from "./typescript/typescript.ts";
export { bytes } from "./bytes/bytes.ts";
export { elementTraits } from "./html/elements.ts";
export type { HtmlDialect } from "./html/dialect.ts";
export { html } from "./html/html.ts";
export { htmlInMarkdown, htmlInPython, htmlInTypescript } from "./html/embedded-html.ts";
export type {
  HtmlAttribute,
  HtmlElement,
  HtmlNesting,
  HtmlPage,
  HtmlPlace,
  HtmlReading,
  HtmlReadings,
  HtmlTag,
  HtmlTree,
  TemplateTag,
} from "./html/html.ts";
export { hole as shellHole } from "./shell/shell-quotes.ts";
export { shell } from "./shell/shell.ts";
export type { ShellAssignment, ShellCommand, ShellRedirect, ShellTree, ShellWord } from "./shell/shell.ts";
