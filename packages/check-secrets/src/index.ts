import type { Rule } from "@failcheck/core";
import { assignedCredential } from "./assigned-credential.ts";
import { defaultCredential } from "./default-credential.ts";
import { jsonWebToken } from "./json-web-token.ts";
import { privateKey } from "./private-key.ts";
import { providerToken } from "./provider-token.ts";
import { urlCredential } from "./url-credential.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [
  providerToken,
  assignedCredential,
  defaultCredential,
  urlCredential,
  privateKey,
  jsonWebToken,
];
