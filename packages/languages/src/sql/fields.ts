import { cut } from "./pieces.ts";
import type { Piece } from "./pieces.ts";

type Variant = readonly Piece[];

/** What the fields of a text are filled with. */
export interface Fillings {
  readonly inOrder: readonly Variant[];
  readonly byName: ReadonlyMap<string, Variant>;
}

/** A place of `.format`: matches `{}`, `{0}`, `{table}`, not `{{`. */
export const formatField = /\{([\w.[\]]{0,62})(?:![rsa])?(?::[^{}]{0,40})?\}/g;

/** A place of `%`: matches `%s`, `%(name)s`, `%d`; not `%%`. */
export const percentField = /(?<!%)(?:%%){0,40}%(?:\(([^()\n]{1,62})\))?[sdifr]\b/g;

/** The text with its fields filled; what nobody can read is a hole. A doubled sign that is no field stands for one. */
export function filled(variant: Variant, field: RegExp, fillings: Fillings, doubled?: string): Variant {
  let next = 0;
  const take = (name: string): Variant | undefined => {
    if (name === "") return fillings.inOrder[next++];
    return /^\d+$/.test(name) ? fillings.inOrder[Number(name)] : fillings.byName.get(name);
  };
  return variant.flatMap((piece) => (piece.placeholder === undefined ? fillPiece(piece, field, take, doubled) : [piece]));
}

function fillPiece(
  piece: Piece,
  field: RegExp,
  take: (name: string) => Variant | undefined,
  doubled: string | undefined,
): Piece[] {
  const found: Piece[] = [];
  let copied = 0;
  const copy = (to: number): void => {
    for (let at = copied; at < to;) {
      const twice = doubled === undefined ? -1 : piece.text.indexOf(doubled, at);
      const end = twice < 0 || twice + 2 > to ? to : twice + 1;
      found.push(cut(piece, at, end));
      at = end < to ? end + 1 : to;
    }
  };
  for (const match of piece.text.matchAll(field)) {
    const start = match.index + match[0].lastIndexOf(match[0].startsWith("{") ? "{" : "%");
    const end = match.index + match[0].length;
    copy(start);
    const hole: Piece = { text: "", at: cut(piece, start, end).at, placeholder: { kind: "hole", text: match[0] } };
    found.push(...(take(match[1] ?? "") ?? [hole]));
    copied = end;
  }
  copy(piece.text.length);
  return found;
}
