import type { Context, World } from "../model.ts";
import { absent } from "../worlds/probes.ts";
import { anyTruth, constant, doubt, isFalse, isTrue, truthOf } from "./value.ts";
import type { Truth, Value } from "./value.ts";

export function asTruth(value: Value, context: Context, world: World | undefined): Truth {
  return truthOf(value, doubted(context, world));
}

/** What a doubt comes to: anything at its worst; else whoever wrote it meant it to keep the right rows, or to drop them. */
export function doubted({ analysis }: Context, world: World | undefined): Truth {
  if (analysis.mode === "worst" || world === undefined || world.probe === absent) return anyTruth;
  const good = ((analysis.universe.good >> BigInt(world.probe)) & 1n) === 1n;
  return good === (analysis.mode === "trusting") ? isTrue | isFalse : isFalse;
}

/** A piece that the front end does not know may say anything of any row. */
export function strangeValue({ analysis }: Context, what: string): Value {
  analysis.doubts.add(what);
  return doubt;
}

export function parameterValue({ analysis }: Context, what: string): Value {
  analysis.doubts.add(what);
  if (analysis.mode === "worst") return { kind: "parameter" };
  return constant(analysis.policy.requirement.values[0] ?? null);
}

export function holeValue({ analysis }: Context, text: string): Value {
  analysis.doubts.add(`the text put in by ${text}`);
  return analysis.mode === "worst" ? { kind: "parameter" } : doubt;
}
