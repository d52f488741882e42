import type { Finding, Result } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { failureSentences, gating, notesOf, summary, type Reporter } from "./report.ts";

/** Logging commands of Azure Pipelines, and what was looked at. */
export const azure: Reporter = (result, context) =>
  `${[...gating(result).map(issue), ...failures(result), ...notesOf(result), summary(result, context)].join("\n")}\n`;

function failures(result: Result): readonly string[] {
  return failureSentences(result).map((sentence) => `##vso[task.logissue type=error;code=failcheck;]${data(sentence)}`);
}

function issue({ path, line, column, rule, message, help }: Finding): string {
  const properties = `type=error;sourcepath=${property(printable(shownPath(path)))};linenumber=${line};columnnumber=${column};code=${property(rule)};`;
  return `##vso[task.logissue ${properties}]${data(printable(help === null ? message : `${message} (${help})`))}`;
}

/** Escapes the message of a logging command. */
function data(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Escapes a property, which ends at a semicolon or bracket. */
function property(text: string): string {
  return data(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
