import type { Edit, Related, RepositoryReport } from "@failcheck/core";
import type { Hit } from "./parts.ts";
import type { Place } from "./serialized.ts";

/** The finding that a hit is told as. */
export function reportOf(hit: Hit): RepositoryReport {
  const inside = hit.places.find((place) => holds(hit, place));
  const at = inside && hit.places.length === 1 ? inside.at : hit.at;
  const edit = inside?.repair && hit.places.length === 1 ? [{ at: inside.at, text: inside.repair.text }] : undefined;
  return {
    path: hit.path,
    at,
    message: messageOf(hit),
    help: helpOf(hit, inside),
    related: relatedOf(hit, at),
    ...fixOf(edit, inside),
  };
}

function holds({ path, at }: Hit, place: Place): boolean {
  return place.path === path && place.at[0] >= at[0] && place.at[1] <= at[1];
}

function fixOf(edit: readonly Edit[] | undefined, place: Place | undefined): Pick<RepositoryReport, "fix" | "unsafeFix"> {
  if (!edit) return {};
  return place?.repair?.safe === true ? { fix: edit } : { unsafeFix: edit };
}

function messageOf(hit: Hit): string {
  const [place] = hit.places;
  const text = place?.text ?? "the value";
  if (isTwice(hit))
    return `${text} is a string that was encoded twice: the JSON column ${hit.column.label} keeps one inside the other`;
  const made = place && holds(hit, place) ? `${text} is a string already` : `this is the string that ${text} made`;
  return `${made}: the JSON column ${hit.column.label} encodes it once more`;
}

/** Whether a driver that sends strings as they are is given one that holds another. */
const isTwice = ({ column, places: [place] }: Hit): boolean => column.framework === "postgres" && place?.twice === true;

function helpOf(hit: Hit, inside: Place | undefined): string {
  const what = isTwice(hit) ? "encode the object once" : "pass the object itself, the column serialises it";
  const left = inside?.repair?.safe === false ? " (--fix leaves this call: its other arguments change what is stored)" : "";
  return `${what}${left}; ${rowsOf(hit)}`;
}

/** How rows that hold a string are repaired, with the names that are known. */
function rowsOf({ column: { table, name } }: Hit): string {
  const repaired = (column: string) => `(${column} #>> '{}')::jsonb`;
  if (name === "")
    return "rows already written hold a string where jsonb_typeof of the column is 'string': its object is (column #>> '{}')::jsonb";
  const update = `SET ${name} = ${repaired(name)} WHERE jsonb_typeof(${name}::jsonb) = 'string'`;
  return table === undefined
    ? `rows already written are repaired by an UPDATE of the column's table: ${update}`
    : `rows already written are repaired by UPDATE ${table} ${update}`;
}

function relatedOf(hit: Hit, at: readonly [number, number]): readonly Related[] {
  const related: Related[] = [];
  for (const place of hit.places) {
    if (place.path !== hit.path || place.at[0] !== at[0])
      related.push({ path: place.path, at: place.at, message: "made a string here" });
  }
  if (hit.written) related.push({ ...hit.written, message: "written to the column here" });
  const { column } = hit;
  if (column.declared !== false && (column.path !== hit.path || column.at[0] !== hit.at[0])) {
    related.push({ path: column.path, at: column.at, message: `${column.label} is declared as JSON here` });
  }
  return related;
}
