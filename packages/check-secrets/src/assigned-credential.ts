import { fileRule } from "@failcheck/core";
import { reportsOf } from "./reports.ts";
import { secrets } from "./secrets.ts";

/** Values that their name calls a secret and whose characters agree. */
export const assignedCredential = fileRule({
  id: "secrets/assigned-credential",
  title: "No password or key is written out as the value of a name.",
  incidents: ["Z-S10A", "Z-S12B2"],
  reads: secrets,
  secret: true,
  check: (tree, file) => reportsOf("assigned-credential", tree, file),
});
