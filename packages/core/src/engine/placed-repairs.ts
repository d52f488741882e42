import type { PlacedEdit, PlacedRepair } from "../finding.ts";
import type { Lines } from "../lines.ts";
import type { Mask } from "../mask.ts";
import type { Edit, Move, Report } from "../rule.ts";

/** Reads another file of the same revision, for places that a report names there. */
export type Elsewhere = (path: string) => Lines | undefined;

/** What the edits of a report are placed with. */
interface Placing {
  readonly path: string;
  readonly lines: Lines;
  readonly mask: Mask;
  readonly elsewhere: Elsewhere;
}

interface Offer {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  readonly move?: Move;
}

/** The repairs of a report with lines and columns, for editors and review tools to offer. */
export function placedRepairs(report: Report, placing: Placing): readonly PlacedRepair[] {
  return offersOf(report).flatMap(({ edits, ...offer }) => {
    const places = edits.map((edit) => placedEdit(edit, placing));
    const known = places.filter((place) => place !== undefined);
    return known.length === places.length ? [{ ...offer, edits: known }] : [];
  });
}

function offersOf({ fix, unsafeFix, move, choices }: Report): readonly Offer[] {
  const offers: Offer[] = [];
  if (fix !== undefined) offers.push({ title: "repair it, as failcheck --fix does", safe: true, edits: fix });
  if (unsafeFix !== undefined || move !== undefined) {
    const title = "repair it, as failcheck --fix --unsafe does";
    offers.push({ title, safe: false, edits: unsafeFix ?? [], ...(move && { move }) });
  }
  for (const { title, edits } of choices ?? []) offers.push({ title, safe: false, edits });
  return offers;
}

/** An edit in a file that is not at hand, or with a secret in it, is not to be shown. */
function placedEdit(edit: Edit, { path: ownPath, lines: ownLines, mask, elsewhere }: Placing): PlacedEdit | undefined {
  const path = edit.path ?? ownPath;
  const lines = path === ownPath ? ownLines : elsewhere(path);
  return lines === undefined || mask(edit.text) !== edit.text ? undefined : { path, ...lines.place(edit.at), text: edit.text };
}
