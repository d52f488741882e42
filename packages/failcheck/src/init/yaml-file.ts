import { CannotCheck } from "@failcheck/core";
import { isMap, isSeq, parseDocument, type Document } from "yaml";
import type { Project } from "./project.ts";

/** A YAML file of the project to be added to, with its comments; an empty one where there is none. */
export function yamlFile(project: Project, path: string): Document {
  const document = parseDocument(project.read(path) ?? "");
  const [problem] = document.errors;
  if (problem)
    throw new CannotCheck(`${path} is no YAML, so nothing was added to it: ${problem.message.split("\n", 1)[0] ?? ""}`);
  if (document.contents !== null && !isMap(document.contents))
    throw new CannotCheck(`${path} holds no mapping at its top, so nothing was added to it.`);
  return document;
}

/** Adds to the end of the list that stands under these keys; makes the list where there is none. */
export function append(document: Document, keys: readonly string[], item: unknown): void {
  const list = document.getIn(keys);
  if (isSeq(list)) list.add(document.createNode(item));
  else if (list === undefined || list === null) document.setIn(keys, document.createNode([item]));
  else document.setIn(keys, document.createNode([list, item]));
}

/** The text of a file, in which long commands stay on their lines. */
export function yamlText(document: Document): string {
  return document.toString({ lineWidth: 0 });
}
