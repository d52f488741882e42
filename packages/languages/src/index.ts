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
  MarkdownTree,
} from "./markdown/markdown.ts";
export { isMarkdown, markdown } from "./markdown/markdown.ts";
export { text, type TextLine, type TextTree } from "./text/text.ts";
export { yaml, type YamlTree } from "./yaml/yaml.ts";
