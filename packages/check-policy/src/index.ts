import type { CustomKinds } from "@failcheck/core";
import { forbidden } from "./forbidden.ts";
import { secret } from "./secret.ts";

/** The declarative kinds of rules, by the name that `kind:` takes. */
export const kinds: CustomKinds = { forbidden, secret };
