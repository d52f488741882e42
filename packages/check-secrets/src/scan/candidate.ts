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
  /** Names the owner of a secret and is none. */
  readonly isId?: true;
  /** Where two candidates overlap, the surer one stays. */
  readonly sureness: number;
  /** The id that belongs to it, where it is the secret of a pair. */
  readonly other?: { readonly start: number; readonly end: number };
}
