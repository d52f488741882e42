import { forms, type Form } from "./form.ts";
import { sectionsOf, type Outline } from "./outline.ts";

/** What a checker that sees only the repository can do about a failure. */
export const lints = ["yes", "diff", "no", "partly"] as const;

/** Whether a rule really stops it: all of it, a part, or none; `behavioural` is what no rule could. */
export const statuses = ["enforced", "partial", "behavioural", "open"] as const;

/** A failure that happened, told once, with the rules that would have stopped it. */
export interface Incident {
  readonly id: string;
  /** What happened, in one line. */
  readonly title: string;
  readonly log: string;
  readonly lint: (typeof lints)[number];
  readonly status: (typeof statuses)[number];
  readonly rules: readonly string[];
  /** Titles of the sections, in order. */
  readonly sections: readonly string[];
  /** What the rules must report, and at which places. */
  readonly bad: Form | undefined;
  /** What none of the rules may report. */
  readonly fixed: Form | undefined;
}

/** The sections that every page has, and the two that a replay needs, in order. */
export const storySections = [
  "What broke",
  "Root cause",
  "Why we did not catch it",
  "Preventive rule",
  "What it cannot catch",
] as const;
export const formSections = ["Bad form", "Fixed form"] as const;

/** Reads the page of an incident. @throws Error with what the page lacks */
export function readIncident(text: string, outline: Outline): Incident {
  const heading = outline.headings.find(({ depth }) => depth === 1)?.text ?? "";
  const colon = heading.indexOf(": ");
  if (colon < 1) throw new Error(`a page begins with "# ID: what happened", not with ${JSON.stringify(heading)}`);
  const sections = sectionsOf(text, outline, 2);
  const facts = factsIn(text.slice(0, sections[0]?.at[0] ?? text.length));
  const rules = facts.get("Rules") ?? "none";
  return {
    id: heading.slice(0, colon),
    title: heading.slice(colon + 2),
    log: facts.get("Log") ?? "",
    lint: oneOf(lints, "Lint", facts.get("Lint")),
    status: oneOf(statuses, "Status", facts.get("Status")),
    rules: rules === "none" ? [] : rules.split(", "),
    sections: sections.map(({ title }) => title),
    bad: forms(
      outline,
      sections.find(({ title }) => title === "Bad form"),
    ),
    fixed: forms(
      outline,
      sections.find(({ title }) => title === "Fixed form"),
    ),
  };
}

/** The facts at the head of a page. Matches `- Status: open`, not a line of prose. */
const fact = /^- (Log|Lint|Status|Rules): (.{1,500})$/gm;

function factsIn(head: string): ReadonlyMap<string, string> {
  return new Map(Array.from(head.matchAll(fact), ([, name = "", value = ""]) => [name, value.trim()]));
}

function oneOf<Word extends string>(words: readonly Word[], name: string, given: string | undefined): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new Error(`${name} is one of ${words.join(", ")}, not ${given ?? "missing"}`);
  return found;
}
