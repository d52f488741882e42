import type { Defect } from "../secrets.ts";

/** Something that may be a secret, at byte offsets of a view. */
export interface Candidate {
  readonly defect: Defect;
  readonly kind: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly why: string;
  /** Where two candidates overlap, the surer one stays. */
  readonly sureness: number;
  /** A second place that belongs to it: the id of a pair. */
  readonly other?: { readonly start: number; readonly end: number; readonly message: string };
}
