/** A scenario: commands on top, files below. */
export interface Script {
  readonly commands: readonly Command[];
  readonly files: ReadonlyMap<string, string>;
}

/** One line of a scenario, split into words; `negated` where a `!` stands before it. */
export interface Command {
  readonly line: number;
  readonly negated: boolean;
  readonly words: readonly string[];
}

/** A file's heading: `-- path/to/file --`, but not `-- path`. */
const heading = /^-- (\S.{0,200}) --$/;

/** Reads a scenario written like Go's testscript. A line that begins with `#` is a comment. */
export function readScript(text: string): Script {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => heading.test(line));
  const end = first < 0 ? lines.length : first;
  const commands = lines.slice(0, end).flatMap((line, index) => readCommand(line, index + 1));
  return { commands, files: readFiles(lines.slice(end)) };
}

function readCommand(line: string, number: number): Command[] {
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return [];
  const words = wordsOf(text);
  const negated = words[0] === "!";
  return [{ line: number, negated, words: negated ? words.slice(1) : words }];
}

/** The words of a line: separated by spaces, `'…'` keeps them, and `''` within quotes is a quote. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (character === "'" && quoted && line[at + 1] === "'") {
      word = `${word ?? ""}'`;
      at += 1;
    } else if (character === "'") {
      quoted = !quoted;
      word ??= "";
    } else if (character === " " && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  return word === undefined ? words : [...words, word];
}

function readFiles(lines: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let path = "";
  for (const line of lines) {
    const name = heading.exec(line)?.[1];
    if (name === undefined) files.set(path, `${files.get(path) ?? ""}${line}\n`);
    else files.set((path = name), "");
  }
  const last = files.get(path);
  // The text after the scenario's own last newline is no line of its last file.
  if (last !== undefined) files.set(path, last.replace(/\n$/, ""));
  return files;
}
