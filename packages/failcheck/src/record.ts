/** The entries of what may be an object; undefined for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return value instanceof Object ? Object.fromEntries(Object.entries(value)) : undefined;
}
