import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { scan } from "./scan.ts";

const id = sample("aws-access-key-id");
const secret = sample("aws-secret-access-key");

test.each([
  ["named", `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`],
  ["the other way round", `AWS_SECRET_ACCESS_KEY=${secret}\nAWS_ACCESS_KEY_ID=${id}\n`],
  ["in a CSV file", `User,Access key ID,Secret access key\nci,${id},${secret}\n`],
])("an id and its secret, %s, are one finding, and the secret is what is marked", (_, text) => {
  const { hits } = scan({ path: "credentials", kind: "file", bytes: Buffer.from(text), text });
  expect(hits.map(({ kind, at }) => [kind, text.slice(...at)])).toEqual([["aws-secret-access-key", secret]]);
  expect(hits[0]?.related?.map(({ at }) => text.slice(...at))).toEqual([id]);
});

test("an id alone is a finding of its own", () => {
  const text = `key: ${id}\n`;
  const { hits } = scan({ path: "a.yaml", kind: "file", bytes: Buffer.from(text), text });
  expect(hits.map(({ kind }) => kind)).toEqual(["aws-access-key-id"]);
});
