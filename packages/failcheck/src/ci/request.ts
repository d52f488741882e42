/** A branch or tag that did not exist: what no other branch holds is new. */
export interface NewRef {
  readonly kind: "new";
  readonly tip: string;
  readonly branch: string | undefined;
  /** The default branch, as far as the event tells it. */
  readonly trunk: string | undefined;
  readonly says: string;
}

/** What a CI event asks to have checked, before git has been asked for any of it. */
export type RangeRequest =
  | {
      readonly kind: "range";
      readonly tip: string;
      readonly base: string;
      /** The branch that the range is to be merged into: what it holds by now is known too. */
      readonly into?: string;
      /** What to look at instead where a force push has removed the base: more, never less. */
      readonly ifGone?: NewRef;
      /** Whether the tip may come before the base, as after a forced push. Otherwise a range without commits is an error: something was changed, or the job would not run. */
      readonly mayGoBack: boolean;
      readonly says: string;
    }
  | NewRef
  | { readonly kind: "everything"; readonly tip: string; readonly says: string }
  | { readonly kind: "nothing"; readonly says: string };

/** The environment of a CI job. */
export type Environment = Readonly<Record<string, string | undefined>>;
