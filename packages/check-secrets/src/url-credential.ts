import { fileRule } from "@failcheck/core";
import { reportsOf } from "./reports.ts";
import { secrets } from "./secrets.ts";

/** Passwords and tokens in the user information of an address. */
export const urlCredential = fileRule({
  id: "secrets/url-credential",
  title: "No address carries a password or a token in front of its host.",
  incidents: ["Z-S10A"],
  reads: secrets,
  secret: true,
  check: (tree, file) => reportsOf("url-credential", tree, file),
});
