import type { Language, Range, Related } from "@failcheck/core";

/** The rule that a hit belongs to, without the area: the name of the defect. */
export type Defect =
  "provider-token" | "private-key" | "json-web-token" | "url-credential" | "assigned-credential" | "default-credential";

/** One secret in a file. */
export interface Hit {
  readonly defect: Defect;
  /** The kind of token, or of credential, by its short name. */
  readonly kind: string;
  /** Exactly the secret, so that masking the range hides it; the whole encoded text where it is wrapped. */
  readonly at: Range;
  /** What it is, in words. */
  readonly title: string;
  /** The kind's prefix and at most four characters of the secret. */
  readonly shown: string;
  /** Why it is believed to be a secret. */
  readonly why: string;
  /** The secret, where it stands in the file's name and no range of its text can hide it. */
  readonly hides?: readonly string[];
  readonly related?: readonly Related[];
}

/** What a scan of one file found. */
export interface Secrets {
  readonly hits: readonly Hit[];
}

/** The hits of all secret rules, found in one pass over the file's bytes. */
export const secrets: Language<Secrets> = {
  id: "secrets",
  everything: true,
  matches: () => true,
  load: async () => (await import("./scan/scan.ts")).scan,
};
