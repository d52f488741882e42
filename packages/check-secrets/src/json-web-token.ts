import { fileRule } from "@failcheck/core";
import { reportsOf } from "./reports.ts";
import { secrets } from "./secrets.ts";

/** Tokens of three parts whose header decodes. */
export const jsonWebToken = fileRule({
  id: "secrets/json-web-token",
  title: "No file holds a signed JSON web token.",
  incidents: ["Z-S10A"],
  reads: secrets,
  secret: true,
  check: (tree, file) => reportsOf("json-web-token", tree, file),
});
