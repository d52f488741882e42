export { coverage } from "./coverage.ts";
export type { Covered, RuleStates } from "./coverage.ts";
export type { Form } from "./form.ts";
export { formSections, lints, readIncident, statuses, storySections } from "./incident.ts";
export type { Incident } from "./incident.ts";
export { readLog } from "./log.ts";
export type { LogEntry, LogSource } from "./log.ts";
export { sectionsOf } from "./outline.ts";
export type { Fence, Outline, Section } from "./outline.ts";
