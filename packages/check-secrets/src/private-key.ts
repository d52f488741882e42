import { fileRule } from "@failcheck/core";
import { reportsOf } from "./reports.ts";
import { secrets } from "./secrets.ts";

/** Private keys in PEM, PGP and PuTTY armour, whole or escaped into a string. */
export const privateKey = fileRule({
  id: "secrets/private-key",
  title: "No file holds a private key.",
  incidents: ["Z-S10A"],
  reads: secrets,
  secret: true,
  check: (tree, file) => reportsOf("private-key", tree, file),
});
