/** One thing that was tried, and what came of it. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was seen; for one that failed, what to do. */
  readonly says: string;
}

/** A layer of the gate: whether the project says that it has it, and what of it is really there. */
export interface Layer {
  readonly layer: "hooks" | "ci" | "agents";
  readonly declared: boolean;
  readonly checks: readonly Check[];
}

/** Whether a layer that the project says it has is not there. */
export function isMissing({ declared, checks }: Layer): boolean {
  return declared && (checks.length === 0 || checks.some(({ ok }) => !ok));
}
