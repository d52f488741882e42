import type { Range } from "@failcheck/core";
import { parseTree } from "jsonc-parser";
import type { Node } from "jsonc-parser";

/** Text put together from pieces of a file, with the way back. */
export interface Assembled {
  readonly text: string;
  /** The file's offset of a character, and of the end of the character before an offset. */
  start(index: number): number;
  end(index: number): number;
}

/** The code of a notebook. */
export interface Notebook {
  /** The cells of Python, one after another; lines that IPython reads itself are blank. */
  readonly program: Assembled;
  /** What stands behind `%%sql` and `%sql`. */
  readonly queries: readonly Assembled[];
}

interface Letter {
  readonly text: string;
  readonly at: Range;
}

/** A cell or line that goes to the database as it is: matches `%%sql`, `%sql postgresql://…`, `%%bigquery df`. */
const sqlMagic = /^[ \t]{0,40}%%?(?:sql|bigquery|read_sql|trino|snowflake)\b[^\n]{0,400}/;

/** A line for IPython or the shell: matches `%matplotlib inline`, `!pip install x`. */
const magic = /^[ \t]{0,40}[%!][^\n]{0,10000}/gm;

/** Reads the code cells of a notebook; one that is no JSON has none. */
export function readNotebook(text: string): Notebook {
  const cells = find(treeOf(text), "cells")?.children ?? [];
  const program: Letter[] = [];
  const queries: Assembled[] = [];
  for (const cell of cells) {
    if (find(cell, "cell_type")?.value !== "code") continue;
    const letters = sourceOf(find(cell, "source"), text);
    const code = letters.map((letter) => letter.text).join("");
    const head = sqlMagic.exec(code);
    if (head === null) program.push(...withoutMagic(letters, code));
    else queries.push(assembled(letters.slice(code.trimStart().startsWith("%%") ? head[0].length : code.indexOf("sql") + 3)));
    const last = letters.at(-1);
    if (head === null && last !== undefined) program.push({ text: "\n", at: [last.at[1], last.at[1]] });
  }
  return { program: assembled(program), queries };
}

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch (error) {
    // The reader is recursive, and 100,000 opening brackets are no notebook.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function find(node: Node | undefined, key: string): Node | undefined {
  return node?.type === "object"
    ? node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1]
    : undefined;
}

/** A source is one text or a list of lines. */
function sourceOf(node: Node | undefined, text: string): Letter[] {
  if (node?.type === "array") return (node.children ?? []).flatMap((line) => lettersOf(line, text));
  return node === undefined ? [] : lettersOf(node, text);
}

/** The characters of a JSON string with the places of their spelling: matches `\n`, `\u00e9` and plain ones. */
const spelled = /\\u[\da-fA-F]{4}|\\.|[^\\]/gsu;

function lettersOf(node: Node, text: string): Letter[] {
  if (node.type !== "string") return [];
  const from = node.offset + 1;
  const raw = text.slice(from, node.offset + node.length - 1);
  return [...raw.matchAll(spelled)].flatMap((found) => {
    const at = [from + found.index, from + found.index + found[0].length] as const;
    const letter: unknown = found[0].startsWith("\\") ? JSON.parse(`"${found[0]}"`) : found[0];
    return typeof letter === "string"
      ? Array.from({ length: letter.length }, (_, index) => ({ text: letter.charAt(index), at }))
      : [];
  });
}

function withoutMagic(letters: readonly Letter[], code: string): readonly Letter[] {
  const hidden = new Set<number>();
  for (const found of code.matchAll(magic))
    for (let index = 0; index < found[0].length; index += 1) hidden.add(found.index + index);
  return hidden.size === 0 ? letters : letters.map((letter, index) => (hidden.has(index) ? { ...letter, text: " " } : letter));
}

function assembled(letters: readonly Letter[]): Assembled {
  const end = letters.at(-1)?.at[1] ?? 0;
  return {
    text: letters.map((letter) => letter.text).join(""),
    start: (index) => letters[index]?.at[0] ?? end,
    end: (index) => letters[index - 1]?.at[1] ?? letters[0]?.at[0] ?? 0,
  };
}
