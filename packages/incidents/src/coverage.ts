import type { Incident } from "./incident.ts";
import type { LogEntry } from "./log.ts";

/** An entry of a log, and whether a rule stops it. */
export interface Covered {
  readonly entry: LogEntry;
  readonly status: Incident["status"];
  /** The rules that the entry names, those that are off left out. */
  readonly rules: readonly string[];
}

/** What is known of the rules: by id, whether the rule is on. */
export type RuleStates = ReadonlyMap<string, "on" | "off">;

/**
 * The state of each entry. An entry is enforced when it names a rule that is on, partial when it also names one that is off,
 * behavioural when it says so in a line of its own, and open otherwise: an entry without a rule is a story.
 */
export function coverage(entries: readonly LogEntry[], rules: RuleStates): readonly Covered[] {
  return entries.map((entry) => {
    const named = [...rules.keys()].filter((id) => names(entry.text, id));
    const on = named.filter((id) => rules.get(id) === "on");
    return { entry, status: statusOf(entry, named.length, on.length), rules: on };
  });
}

function statusOf(entry: LogEntry, named: number, on: number): Incident["status"] {
  if (on > 0) return on === named ? "enforced" : "partial";
  return behavioural.test(entry.text) ? "behavioural" : "open";
}

/** Matches `- Status: behavioural` and `**Preventive rule**: none, behavioural`; not the word within a sentence. */
const behavioural = /^[-*\s]{0,8}(?:status|preventive rule)\*{0,2}:\*{0,2}.{0,80}\bbehaviou?ral\b/im;

/** Whether a text names a rule: `html/unclosed-div`, not `html/unclosed-div-again`. */
function names(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!/[\w/-]/.test(text.charAt(at - 1)) && !/[\w/-]/.test(text.charAt(at + id.length))) return true;
  }
  return false;
}
