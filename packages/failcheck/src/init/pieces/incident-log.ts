import type { Piece } from "../piece.ts";
import { append, yamlFile, yamlText } from "../yaml-file.ts";

const path = "docs/INCIDENTS.md";

const text = `# Incidents

What went wrong here, one heading an incident. A rule that stops one from happening again names its id.

## INC-001: A title that says what broke

- **What broke:**
- **Root cause:**
- **Why we did not catch it:**
- **Preventive rule:**
`;

/** The failure log, and the lines of failcheck.yaml that make it known. */
export const incidentLog: Piece = {
  name: "incident-log",
  about: `${path}, the failure log that rules are made from`,
  suits: () => true,
  files(project) {
    const document = yamlFile(project, "failcheck.yaml");
    if (document.has("incidents")) return [];
    append(document, ["incidents"], { source: path, format: "headings", id: String.raw`INC-\d{3}` });
    return [
      { path, text, whole: true },
      { path: "failcheck.yaml", text: yamlText(document) },
    ];
  },
};
