import type { CustomKinds, Rule } from "@failcheck/core";
import { rules as docs } from "@failcheck/check-docs";
import { rules as html } from "@failcheck/check-html";
import { rules as json } from "@failcheck/check-json";
import { rules as secrets } from "@failcheck/check-secrets";
import { rules as sql } from "@failcheck/check-sql";
import { rules as template } from "@failcheck/check-template";

/** Every rule there is, in the order of the README. */
export const allRules: readonly Rule[] = [...secrets, ...html, ...template, ...sql, ...json, ...docs];

/** The kinds of rules that a configuration can declare, loaded where one does. */
export const customKinds = async (): Promise<CustomKinds> => (await import("@failcheck/check-policy")).kinds;
