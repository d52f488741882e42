/** Programs' own text: a sentence stands in a comment or in a string there. */
const code =
  /\.(?:[cm]?[jt]sx?|py|pyi|rb|go|rs|java|kt|kts|scala|cs|c|cc|cpp|cxx|h|hh|hpp|php|swift|dart|lua|r|pl|pm|ex|exs|clj|vue|svelte|map|min\.\w{2,3})$/i;

/** Whether the file is a program. */
export const isProgram = (path: string): boolean => code.test(path);

/** Whether a sentence may stand here: anywhere in a text, behind a comment's mark in a program. */
export function isProse(text: string, start: number, path: string): boolean {
  if (!isProgram(path)) return true;
  const before = text.slice(Math.max(0, start - 200), start);
  return /(?:\/\/|\/?\*|(?:^|\s)#|--|<!--|;;)[^\n]*$/.test(before.slice(before.lastIndexOf("\n") + 1));
}
