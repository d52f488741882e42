/** Something with a place, and how sure it is. */
interface Ranged {
  readonly start: number;
  readonly end: number;
  readonly sureness: number;
  readonly defect: string;
}

/** From here on a candidate is believed over a part of it that looks like something else of the same sort. */
const sure = 60;

/** Of candidates that overlap, the surest; in the order of their places. */
export function surest<Candidate extends Ranged>(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length < 2) return [...candidates];
  const kept: Candidate[] = [];
  for (const cluster of clusters(candidates)) {
    if (cluster.length > 1) kept.push(...surestOf(cluster));
    else kept.push(...cluster);
  }
  return kept;
}

/** Groups of candidates that hang together by overlapping; most have one member. */
function clusters<Candidate extends Ranged>(candidates: readonly Candidate[]): Candidate[][] {
  const found: Candidate[][] = [];
  let end = -1;
  for (const candidate of [...candidates].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (candidate.start < end) found.at(-1)?.push(candidate);
    else found.push([candidate]);
    end = Math.max(end, candidate.end);
  }
  return found;
}

function surestOf<Candidate extends Ranged>(cluster: readonly Candidate[]): Candidate[] {
  const bySureness = [...cluster].sort((a, b) => b.sureness - a.sureness);
  const kept: Candidate[] = [];
  for (const one of bySureness) {
    const rivals = kept.filter((other) => one.start < other.end && other.start < one.end);
    if (rivals.length === 0) {
      kept.push(one);
    } else if (rivals.every((other) => contains(one, other))) {
      for (const rival of rivals) kept.splice(kept.indexOf(rival), 1);
      kept.push(one);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Whether the other is only a part of this one, of the same sort. */
function contains(one: Ranged, other: Ranged): boolean {
  const isLonger = one.start <= other.start && other.end <= one.end && one.end - one.start > other.end - other.start;
  return isLonger && one.sureness >= sure && one.defect === other.defect;
}
