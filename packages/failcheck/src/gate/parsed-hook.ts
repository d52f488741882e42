/** The line by which a stub says that it has listed everything. */
export const listedAll = "listed-all";

/** What a stub hands to the check. */
export interface ParsedHook {
  readonly name: string;
  readonly nonce: string;
  readonly rules: string;
  /** The git directory, where the stub has found it. */
  readonly gitDirectory: string;
  /** The tree that the index makes, where the stub has asked for it. */
  readonly tree: string;
  /** git's own arguments of the hook. */
  readonly args: readonly string[];
}

/** Reads `NAME --nonce N --rules R [--dir D --tree T] -- ARGS`. */
export function parsedHook(argv: readonly string[]): ParsedHook {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const valueOf = (flag: string): string => {
    const at = own.indexOf(flag, 1);
    return at < 0 ? "" : (own[at + 1] ?? "");
  };
  return {
    name: own[0] ?? "",
    nonce: valueOf("--nonce"),
    rules: valueOf("--rules"),
    gitDirectory: valueOf("--dir"),
    tree: valueOf("--tree"),
    args: end < 0 ? [] : argv.slice(end + 1),
  };
}
