import { recordOf } from "../../record.ts";

/** An object of a configuration whose shape nobody promises. */
export type Entry = Readonly<Record<string, unknown>>;

/** The objects of a list; what is none is left out. */
export function entriesOf(value: unknown): readonly Entry[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.map(recordOf).filter((one) => one !== undefined);
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === "string");
}

/** A text, or another one where there is none. */
export function textOf(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}
