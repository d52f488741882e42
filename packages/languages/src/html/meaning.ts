import type { TemplateTag } from "./html.ts";

/** What a template tag does to the markup around it. */
export type Meaning = Pick<TemplateTag, "role" | "word" | "condition">;

/** A meaning, by its parts. */
export const meaning = (role: TemplateTag["role"], word = "", condition = ""): Meaning => ({ role, word, condition });

/** Without the parentheses around the whole: `(a)` is `a`, `(a) and (b)` stays. */
export function bare(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith("(") || !trimmed.endsWith(")")) return trimmed;
  let depth = 0;
  for (let at = 0; at < trimmed.length - 1; at++) {
    if (trimmed[at] === "(") depth++;
    else if (trimmed[at] === ")" && --depth === 0) return trimmed;
  }
  return trimmed.slice(1, -1).trim();
}
