export { exampleContext, exampleFinding } from "./example-finding.ts";
export type { Texts } from "../sources/texts.ts";
export { readPage } from "./page.ts";
export type { Example, Page, SecretMaker } from "./page.ts";
export { activeRule, lintTexts, stated } from "./run-example.ts";
