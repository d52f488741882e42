/** An MDX block that is a program: matches `import A from "./a"` and `export const b = 1` at the start of a line, not ` import`. */
const moduleStart = /^(?:import|export)(?=[ {*"'])/;

/**
 * Blanks what is code in MDX, so that its Markdown can be read by a Markdown reader: `import` and `export` blocks, and
 * comments in braces. Lengths and lines stay, so that offsets stay too.
 */
export function blankMdxCode(source: string): string {
  return blankComments(blankModules(source));
}

function blankModules(source: string): string {
  const lines = source.split("\n");
  let fence: string | undefined;
  let inModule = false;
  let afterBlank = true;
  for (const [index, line] of lines.entries()) {
    const mark = fenceMark(line);
    const opens = fence === undefined && mark !== undefined && !inModule;
    if (opens) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence) === true) fence = undefined;
    const blank = line.trim() === "";
    if (fence === undefined && afterBlank && moduleStart.test(line)) inModule = true;
    if (blank) inModule = false;
    if (inModule) lines[index] = " ".repeat(line.length);
    afterBlank = blank || inModule;
  }
  return lines.join("\n");
}

function fenceMark(line: string): string | undefined {
  return /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
}

function blankComments(source: string): string {
  let result = "";
  let from = 0;
  for (let open = source.indexOf("{/*"); open >= 0; open = source.indexOf("{/*", from)) {
    const close = source.indexOf("*/}", open);
    if (close < 0) break;
    result += source.slice(from, open) + source.slice(open, close + 3).replace(/[^\r\n]/g, " ");
    from = close + 3;
  }
  return result + source.slice(from);
}
