/** `0f8fad5b-d9cb-469f-a165-70867728950e` matches, `0f8fad5b-d9cb` does not. */
const identifier = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{12}\}?$/i;

/** Whether the value has the shape of a UUID: by itself that is an identifier, which anybody may know. */
export function isIdentifier(value: string): boolean {
  return identifier.test(value);
}

/** Whether a machine drew the identifier by lot: one of version 4, and neither a manual's nor counted up. */
export function isDrawn(value: string): boolean {
  const [, version, variant = ""] = identifier.exec(value) ?? [];
  if (version !== "4" || !/[89ab]/i.test(variant)) return false;
  return new Set(value.toLowerCase()).size >= 11 && !/01234567|12345678|abcdef|3fa85f64-5717-4562/i.test(value.replace(/-/g, ""));
}

/** Names under which vendors hand out secrets in that shape: `client_secret`, `X-Api-Key`, `_authToken`; not `token`, `InstrumentationKey`. */
const handedOut =
  /(?:secret[-_.]?key|api[-_.]?(?:key|token)|auth[-_.]?token|private[-_.]?key|(?:client|api|app|consumer|shared|webhook)[-_.]?secret|(?:^|[^a-z])secret)$/i;

/** Tests, examples and manuals, where such a value stands for any other. */
const pretending =
  /(?:^|\/)(?:[\w-]*tests?|specs?|__\w+__|fixtures?|mocks?|stories|examples?|samples?|docs?|demo|cassettes|snapshots?|testdata)\/|[._-](?:test|spec|mock|stub|stories)s?\.\w+$|(?:Tests?|Spec)\.\w+$|\.(?:md|mdx|markdown|rst|adoc|html?|http|svg)$|example|sample/;

/** Whether the identifier is a secret all the same, because its name can be that of nothing else. */
export function isSecretIdentifier(name: string, value: string, path: string): boolean {
  if (!isIdentifier(value)) return false;
  if (name.endsWith("_authToken")) return new Set(value).size >= 11;
  return handedOut.test(name) && isDrawn(value) && !pretending.test(path);
}

/** A number and a UUID, as the keys of data stores are: `48213:0f8fad5b-…`. */
const numbered = /^\d{3,9}:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether the value is a user's number with an identifier behind it, which is how some services write keys. */
export function isNumberedKey(value: string): boolean {
  return numbered.test(value);
}
