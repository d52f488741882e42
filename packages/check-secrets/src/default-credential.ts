import { fileRule } from "@failcheck/core";
import { reportsOf } from "./reports.ts";
import { secrets } from "./secrets.ts";

/** Credentials used when an environment variable is unset. */
export const defaultCredential = fileRule({
  id: "secrets/default-credential",
  title: "No program falls back to a credential when a variable is unset.",
  incidents: ["Z-S13A"],
  reads: secrets,
  secret: true,
  check: (tree, file) => reportsOf("default-credential", tree, file),
});
