import type { SourceFile } from "@failcheck/core";
import type { Hit, Secrets } from "../secrets.ts";
import type { Candidate } from "./candidate.ts";
import { members } from "../unwrap/archive.ts";
import { decodedRuns } from "../unwrap/base64.ts";
import { wideTexts } from "../unwrap/wide.ts";
import { findIn, mostDepth } from "./find.ts";
import { hitsInName } from "./in-name.ts";
import { keyStoreIn } from "./key-store.ts";
import { paired } from "./pairs.ts";
import { withoutExamples } from "./shown.ts";
import { surest } from "./surest.ts";
import { plainView, type View } from "./view.ts";

/** A candidate with its place in the file's bytes. */
interface Placed {
  readonly candidate: Candidate;
  readonly view: View;
  readonly start: number;
  readonly end: number;
}

function ranged(placed: Placed): Placed & { readonly sureness: number; readonly defect: string } {
  return { ...placed, sureness: placed.candidate.sureness, defect: placed.candidate.defect };
}

/** How many bytes are unwrapped from one file before the rest is left alone. */
const mostUnwrapped = 64 * 1024 * 1024;

/** Finds the secrets of one file. The cost is one pass over its bytes, and work round the keywords met there. */
export function scan(file: SourceFile): Secrets {
  const bytes = bytesToScan(file);
  const placed: Placed[] = [];
  const whole = plainView(bytes);
  const store = keyStoreIn(file.path, bytes);
  if (store) placed.push({ candidate: store, view: whole, start: store.start, end: store.end });
  const views = [whole];
  let looked = 0;
  for (const view of views) {
    looked += view.bytes.length;
    if (looked > bytes.length + mostUnwrapped) break;
    const { candidates, views: inner } = findIn(view, file.path);
    const meant = candidates.length === 0 ? [] : withoutExamples(candidates, view.text, file.path);
    for (const candidate of meant.length === 0 ? [] : paired(surest(meant), view.text)) {
      const [start, end] = view.origin(candidate.start, candidate.end);
      placed.push({ candidate, view, start, end });
    }
    if (view.depth < mostDepth) views.push(...inner, ...unwrapped(view));
  }
  const kept = surest(placed.map(ranged));
  const named = hitsInName(file.path);
  if (kept.length === 0) return { hits: named };
  const offsets = textOffsets(
    bytes,
    kept.flatMap((one) => [one.start, one.end, ...idOf(one)]),
  );
  return { hits: [...named, ...kept.map((one) => hit(one, offsets))] };
}

function* unwrapped(view: View): Generator<View> {
  yield* members(view);
  yield* decodedRuns(view);
  const wide = wideTexts(view);
  if (wide) yield wide;
}

/** The file's bytes; those of its text where it is UTF-16, so that everything after sees ASCII as ASCII. */
function bytesToScan(file: SourceFile): Uint8Array {
  const { bytes } = file;
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const firstNul = isMarked ? 0 : bytes.indexOf(0);
  if (firstNul < 0 || firstNul > 64) return bytes;
  if (!isMarked && file.text.slice(0, 4096).includes("\0")) return bytes;
  return Buffer.from(file.text);
}

/** Where the id of a pair stands in the file. */
function idOf({ candidate, view }: Placed): readonly number[] {
  return candidate.other ? view.origin(candidate.other.start, candidate.other.end) : [];
}

function hit(placed: Placed, offsets: ReadonlyMap<number, number>): Hit {
  const { candidate, view, start, end } = placed;
  const [idStart, idEnd] = idOf(placed).map((offset) => offsets.get(offset) ?? 0);
  const related = idStart === undefined || idEnd === undefined ? [] : [{ at: [idStart, idEnd] as const, message: "its id" }];
  return {
    defect: candidate.defect,
    kind: candidate.kind,
    at: [offsets.get(start) ?? 0, offsets.get(end) ?? 0],
    title: candidate.title,
    shown: candidate.shown,
    ...(related.length > 0 ? { related } : {}),
    why: view.wrapping === "" ? candidate.why : `${candidate.why}; it is wrapped in ${view.wrapping}`,
  };
}

/**
 * For each byte offset, how many UTF-16 code units the bytes before it decode to; the byte order mark is none of them.
 * One walk over the bytes, however many offsets are asked for.
 */
function textOffsets(bytes: Uint8Array, wanted: readonly number[]): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let units = 0;
  for (const offset of [...wanted].sort((a, b) => a - b)) {
    if (offset > from) units += Buffer.from(bytes.buffer, bytes.byteOffset + from, offset - from).toString("utf8").length;
    from = Math.max(from, offset);
    offsets.set(offset, units);
  }
  return offsets;
}
