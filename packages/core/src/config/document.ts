import { CannotCheck } from "../cannot-check.ts";
import type { SourceFile } from "../language.ts";

/** A key or an index on the way to a value. */
export type Step = string | number;

/** A YAML (or JSON) document as data, which still knows where each value stands. */
export interface DataDocument {
  readonly data: unknown;
  /** `file:line:col` of the value at a path; of its key where `key` is set; of the nearest parent where the path ends early. */
  where(path: readonly Step[], key?: "key"): string;
}

const heldByObjects: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Reads data from YAML. A document that is not well-formed is an error with its place. */
export async function readDocument(file: SourceFile): Promise<DataDocument> {
  const { isMap, isPair, isScalar, isCollection, LineCounter, parseDocument, visit } = await import("yaml");
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return `${file.path}:${line}:${col}`;
  };
  const problem = document.errors[0];
  if (problem) throw new CannotCheck(`${at(problem.pos[0])} is not valid YAML: ${problem.message}`);
  visit(document, {
    Pair(_, { key }) {
      // An object takes such a name for something of its own, so that no schema would see it.
      if (!isScalar(key) || !heldByObjects.has(String(key.value))) return;
      throw new CannotCheck(`${at(rangeStart(key) ?? 0)} unknown key "${String(key.value)}"`);
    },
  });
  return {
    data: toData(document, at(0)),
    where(path, key) {
      let node: unknown = document.contents;
      let offset = 0;
      for (const [index, step] of path.entries()) {
        if (!isCollection(node)) break;
        const pair = isMap(node)
          ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
          : undefined;
        const next: unknown = isMap(node) ? pair?.value : node.get(step, true);
        const isLast = index === path.length - 1;
        const shown: unknown = isLast && key && isPair(pair) ? pair.key : next;
        const start = rangeStart(shown) ?? rangeStart(pair?.key);
        if (start === undefined) break;
        offset = start;
        node = next;
      }
      return at(offset);
    },
  };
}

function toData(document: { toJS(options: { maxAliasCount: number }): unknown }, where: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new CannotCheck(`${where} cannot be read: ${error instanceof Error ? error.message : "too many aliases"}`);
  }
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return undefined;
  const start: unknown = node.range[0];
  return typeof start === "number" ? start : undefined;
}
