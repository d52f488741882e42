import { isReference } from "../value/reference.ts";
import { isPretended } from "../value/value.ts";

/** The text before a value that is used when an environment variable is unset, up to and with the opening quote. */
const fallbacks: readonly RegExp[] = [
  // os.environ.get("X", "…  env("X", "…  ENV.fetch("X", "…  getOrDefault("X", "…
  /(?:getenv|environ|environ\.get|(?<!set|put)env|env\.\w{1,12}|ENV\.fetch|get_?env\w{0,12}|getOrDefault|getOrElse|getProperty|(?<![\w.])config)\s{0,4}\(\s{0,8}["'`][A-Za-z_][\w.]{0,60}["'`]\s{0,4},\s{0,8}(?:default\s{0,2}=\s{0,2})?[bru]?["'`]$/i,
  // process.env.X || "…  import.meta.env.X ?? '…  Deno.env.get("X") ?? "…
  /(?:process\.env|import\.meta\.env|Bun\.env|Deno\.env)(?:\.\w{1,60}|\[["'`]\w{1,60}["'`]\]|\.get\(["'`]\w{1,60}["'`]\))!?\)?\s{0,4}(?:\|\||\?\?)=?\s{0,8}["'`]$/,
  // os.getenv("X") or "…  ENV["X"] || "…  env::var("X").unwrap_or("…
  /(?:getenv|environ\.get|environ|ENV|env::var|Getenv|GetEnvironmentVariable)[([{]["'`]?\w{1,60}["'`]?[)\]}]{1,3}\s{0,4}(?:\|\||\?\?|\?:|or|\/\/|\.unwrap_or\(|\.unwrap_or_else\(\|_\|\s?|\.orElse\()\s{0,8}["'`]$/,
  // ${X:-…  ${X:…
  /\$\{[\w.]{1,60}(?::-|:|-)["'`]?$/,
];

/** Whether the value that begins at `start` (after its quote, if any) is what the program falls back to. */
export function isDefault(text: string, start: number): boolean {
  if (!/["'`:-]/.test(text[start - 1] ?? "")) return false;
  const before = text.slice(Math.max(0, start - 180), start);
  return fallbacks.some((fallback) => fallback.test(before));
}

/** Even `changeme` is a credential when a program logs in with it; a reference or a blank to be filled is not. */
export function isUsableDefault(value: string): boolean {
  if (isReference(value) || (isPretended(value) && !/^change/i.test(value)) || value.length < 3 || /\s/.test(value)) return false;
  return !/^(?:\d{1,5}|none|null|undefined|nil|false|true|unset|missing|tests?\d?|\.\w{1,5}|<.{0,80}>|x{3,}|\*{3,}|your.{0,60})$/i.test(
    value,
  );
}
