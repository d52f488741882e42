/** Whether to colour: `--color`, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether a person is looking. */
export function wantsColor(flag: "auto" | "always" | "never", env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (flag !== "auto") return flag === "always";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  for (const force of [env.FORCE_COLOR, env.CLICOLOR_FORCE]) {
    if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  }
  return isTerminal && env.TERM !== "dumb";
}

/** Links are for terminals that a person looks at, never for logs. */
export function wantsHyperlinks(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  return isTerminal && env.CI === undefined && env.TERM !== "dumb";
}

const firstShownAfterMs = 1000;
const redrawnAfterMs = 100;

/** A line on a terminal that counts files once a run takes long; silent everywhere else. */
export function progress(stream: NodeJS.WriteStream): { readonly onFile?: (files: number) => void; clear(): void } {
  if (!stream.isTTY) return { clear: () => undefined };
  let drawn = 0;
  return {
    onFile(files) {
      const now = performance.now();
      if (now < firstShownAfterMs || now - drawn < redrawnAfterMs) return;
      drawn = now;
      stream.write(`\r\u001b[Kfailcheck: ${files} files …`);
    },
    clear() {
      if (drawn > 0) stream.write("\r\u001b[K");
    },
  };
}
