import type { CreateAs } from "@failcheck/languages/sql";
import type { Relation } from "../model.ts";

/** The rows of a view, with what was not known when they were worked out, and the view that it reads itself. */
export interface KnownView {
  readonly relation: Relation;
  readonly doubts: ReadonlySet<string>;
  readonly below: KnownView | undefined;
}

/** What statements that are decided one after the other share. */
export interface ViewStore {
  readonly known: Map<string, Map<CreateAs, KnownView>>;
  /** What the statement in hand may still cost. */
  left: number;
}

export function makeViewStore(): ViewStore {
  return { known: new Map(), left: 0 };
}

/** A view that is known already, or is worked out now; what was given up half-way is not kept. */
export function knownView(store: ViewStore, key: string, view: CreateAs, work: () => KnownView): KnownView {
  const views = store.known.get(key) ?? new Map<CreateAs, KnownView>();
  store.known.set(key, views);
  const before = views.get(view);
  if (before !== undefined) return before;
  const found = work();
  if (store.left >= 0) views.set(view, found);
  return found;
}

/** What is not known of a view and of those that it rests on. */
export function* doubtsOf(view: KnownView | undefined): Generator<string> {
  for (let one = view; one !== undefined; one = one.below) yield* one.doubts;
}
