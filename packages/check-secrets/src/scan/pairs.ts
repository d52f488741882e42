import { isMachineMade } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** Kinds that come in two halves: the id says whose the secret is, and makes it certain. */
const pairs: readonly { readonly id: string; readonly secret: string; readonly title: string; readonly loose?: RegExp }[] = [
  {
    id: "aws-access-key-id",
    secret: "aws-secret-access-key",
    title: "AWS secret access key",
    // As in the CSV file that the console offers: `AKIA…,0123…`; 40 characters of base64, no more and no fewer.
    loose: /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/,
  },
  { id: "alibaba-access-key-id", secret: "alibaba-access-key-secret", title: "Alibaba Cloud access key secret" },
];

const reach = 300;

/** Makes one candidate of an id and the secret near it; looks for a secret without a name where there is an id. */
export function paired(candidates: readonly Candidate[], text: string): Candidate[] {
  let found = [...candidates];
  for (const pair of pairs) {
    for (const id of candidates.filter(({ kind }) => kind === pair.id)) {
      const near = (one: Candidate) => Math.abs(one.start - id.start) <= reach && one !== id;
      const secret = found.find((one) => near(one) && (one.kind === pair.secret || one.kind === "secret-key"));
      const whole = secret ?? looseSecret(pair, id, text);
      if (whole === undefined) continue;
      const why = `it stands beside the id ${id.shown}`;
      const joined = { ...whole, defect: id.defect, kind: pair.secret, title: pair.title, why, sureness: 95, other: id };
      found = [...found.filter((one) => one !== id && one !== secret), joined];
    }
  }
  return found;
}

function looseSecret({ loose }: (typeof pairs)[number], id: Candidate, text: string): Candidate | undefined {
  const match = loose?.exec(text.slice(id.end, id.end + reach));
  const value = match?.[0] ?? "";
  if (!match || !isMachineMade(value)) return undefined;
  const start = id.end + match.index;
  return { ...id, start, end: start + value.length, shown: shownOf(value) };
}
