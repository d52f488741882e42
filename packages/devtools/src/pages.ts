/** Where the page of a rule stands: `html/unclosed-div` has `packages/check-html/src/unclosed-div.md`. */
export function rulePagePath(id: string): string {
  const [area = "", name = ""] = id.split("/");
  return `packages/check-${area}/src/${name}.md`;
}

/** Where the page of an incident stands. */
export function incidentPagePath(id: string): string {
  return `packages/incidents/pages/${id}.md`;
}
