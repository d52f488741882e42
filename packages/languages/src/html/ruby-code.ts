import { bare, type Meaning, meaning } from "./meaning.ts";

/** The blocks that a piece of Ruby leaves open or closes. */
export function rubyBlocks(code: string): Meaning[] {
  const found: Meaning[] = [];
  for (const line of code.split(/[\n;]/)) {
    const next = statement(line.replace(/(?:^|\s)#(?!\{).*$/, "").trim());
    if (next === undefined) continue;
    const last = found.at(-1);
    if (next.role === "close" && last?.role === "open") found.pop();
    else if (next.role !== "middle" || last?.role !== "open" || last.word === "case") found.push(next);
  }
  return found;
}

/** Ruby's `if …`, `else`, `end`, `… do |x|`, `… { |x|`. */
function statement(line: string): Meaning | undefined {
  if (/^(?:end\b|\})/.test(line)) return meaning("close");
  const middle = /^(else|elsif|when|in|rescue|ensure)\b\s*(.*)$/.exec(line);
  if (middle !== null) return meaning("middle", middle[1] ?? "", withoutThen(middle[2] ?? ""));
  const loop = /^(.*?)(?:\bdo|\{)\s*(?:\|[^|]*\|)?$/.exec(line);
  if (loop !== null)
    return meaning("open", /\b(?:each\w*|times|map|upto|step)\b/.test(loop[1] ?? "") ? "each" : "block", (loop[1] ?? "").trim());
  const head = /^(?:[\w@]+\s*=\s*)?(if|unless|case|while|until|for|begin)\b\s*(.*)$/.exec(line);
  if (head === null || /\bend$/.test(line)) return undefined;
  return meaning("open", head[1] ?? "", withoutThen(head[2] ?? ""));
}

const withoutThen = (text: string): string => bare(text.replace(/\bthen$/, ""));
