import { isMachineMade } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** Kinds that come in two halves: the id says whose the secret is, and makes it certain. */
interface Pair {
  readonly id: string;
  readonly secret: string;
  readonly title: string;
  /** The secret where no name says what it is. */
  readonly loose?: RegExp;
}

const pairs: readonly Pair[] = [
  {
    id: "aws-access-key-id",
    secret: "aws-secret-access-key",
    title: "AWS secret access key",
    // As in the CSV file that the console offers: `AKIA…,0123…`; 40 characters of base64, no more and no fewer, and no fingerprint.
    loose: /(?<![A-Za-z0-9/+])(?![0-9a-fA-F]{40})[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/,
  },
  {
    id: "twilio-account-sid",
    secret: "twilio-auth-token",
    title: "Twilio auth token",
    // The two arguments of a client: 32 digits, of which the SID has two letters more.
    loose: /(?<![\w-])[0-9a-f]{32}(?![\w-])/,
  },
  { id: "google-oauth-client-id", secret: "google-oauth-client-secret", title: "Google OAuth client secret" },
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
      const joined = secretBeside(id, whole, { kind: pair.secret, title: pair.title });
      found = [...found.filter((one) => one !== id && one !== secret), joined];
    }
  }
  return found.filter((one) => one.isId !== true).map((one) => withClientId(one, text));
}

function secretBeside(
  id: Candidate,
  { start, end, shown }: Candidate,
  { kind, title }: Pick<Candidate, "kind" | "title">,
): Candidate {
  const why = `it stands beside the id ${id.shown}`;
  return { defect: id.defect, kind, title, start, end, shown, why, sureness: 95, other: { start: id.start, end: id.end } };
}

function looseSecret({ loose }: Pair, id: Candidate, text: string): Candidate | undefined {
  const match = loose?.exec(text.slice(id.end, id.end + reach));
  const value = match?.[0] ?? "";
  if (!match || !isMachineMade(value)) return undefined;
  const start = id.end + match.index;
  return { ...id, start, end: start + value.length, shown: shownOf(value) };
}

/** The id of an OAuth client: `client_id: abc123`, `"clientId": "abc"`; the last group is the id. */
const clientId = /(?:client|consumer|app(?:lication)?)[-_]?(?:id|key)["']?[ \t]{0,4}(?:=>|[:=])[ \t]{0,4}["']?([\w.-]{6,120})/gi;

/** Whether a name says that its value is the secret of an OAuth client: `client_secret`, `consumerSecret`. */
const clientSecret = /(?:client|consumer|app(?:lication)?)[-_]?secret/i;

/** The secret of an OAuth client with the id that stands beside it. */
function withClientId(candidate: Candidate, text: string): Candidate {
  if (candidate.other !== undefined || !clientSecret.test(candidate.title)) return candidate;
  const from = Math.max(0, candidate.start - reach);
  for (const found of text.slice(from, candidate.end + reach).matchAll(clientId)) {
    const id = found[1] ?? "";
    const start = from + found.index + found[0].lastIndexOf(id);
    if (start < candidate.end && candidate.start < start + id.length) continue;
    const why = `it stands beside the id ${id.slice(0, 4)}… of an OAuth client; ${candidate.why}`;
    return { ...candidate, why, sureness: Math.max(candidate.sureness, 90), other: { start, end: start + id.length } };
  }
  return candidate;
}
