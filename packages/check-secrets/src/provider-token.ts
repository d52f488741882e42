import { fileRule } from "@failcheck/core";
import { reportsOf } from "./reports.ts";
import { secrets } from "./secrets.ts";

/** Tokens known by their own form, or by their form and the name they are assigned to. */
export const providerToken = fileRule({
  id: "secrets/provider-token",
  title: "No file holds a token that a service handed out.",
  incidents: ["Z-S10A", "Z-S12B2"],
  reads: secrets,
  secret: true,
  check: (tree, file) => reportsOf("provider-token", tree, file),
});
