import { commentEnd, quoteEnd } from "./span.ts";
import type { Dialect } from "./sql.ts";

/** Dialects in which "x" is a text, not a name. */
export const textInDoubleQuotes = new Set<Dialect>(["mysql", "mariadb", "bigquery", "hive"]);

/**
 * The text with the quotes of PostgreSQL, character for character, so that places stay: names in backquotes or square
 * brackets become names in double quotes, texts in double quotes become texts.
 */
export function asPostgres(text: string, dialect: Dialect): string {
  if (dialect === "postgres") return text;
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = quotedEnd(text, at, dialect);
    found.push(end === at + 1 ? text.charAt(at) : requoted(text.slice(at, end), dialect));
    at = end;
  }
  return found.join("");
}

function quotedEnd(text: string, at: number, dialect: Dialect): number {
  const here = text.charAt(at);
  if (here === "'" || here === '"' || here === "`") return quoteEnd(text, at, textInDoubleQuotes.has(dialect) && here !== "`");
  if (here === "[" && dialect === "transactsql") return !text.includes("]", at) ? at + 1 : text.indexOf("]", at) + 1;
  return Math.max(commentEnd(text, at), at + 1);
}

function requoted(quoted: string, dialect: Dialect): string {
  const inside = quoted.slice(1, -1);
  const open = quoted.charAt(0);
  if (open === "`" || open === "[") return `"${inside}"`;
  return open === '"' && textInDoubleQuotes.has(dialect) && !inside.includes("'") ? `'${inside}'` : quoted;
}
