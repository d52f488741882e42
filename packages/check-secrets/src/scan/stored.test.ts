import { expect, test } from "vitest";
import { scan } from "./scan.ts";

const bcrypt = ["$2y$05$", "Wf7QxJk2LmN8pRsTuVwXyZ"].join("");

test.each([
  [".pgpass", "db.acme.io:5432:jobs:app:tr0mbone", "tr0mbone"],
  [".netrc", "machine git.acme.io\n  login bot\n  password tr0mbone\n", "tr0mbone"],
  ["web/.htpasswd", `admin:${bcrypt}`, bcrypt],
  ["etc/shadow", "root:$6$Zk3vQp9s$f8Jm2Lx0RtYw5NbVc7:18000:0:::::", "$6$Zk3vQp9s$f8Jm2Lx0RtYw5NbVc7"],
  [".bundle/config", 'BUNDLE_GEMS__ACME__IO: "app:tr0mbone"', "tr0mbone"],
  ["etc/davfs2/secrets", "https://files.acme.io/dav app tr0mbone", "tr0mbone"],
  ["config/master.key", "9f86d081884c7d659a2feaa0c55ad015\n", "9f86d081884c7d659a2feaa0c55ad015"],
])("%s holds a password where its format says", (path, text, password) => {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  expect(hits.map(({ at }) => text.slice(...at))).toEqual([password]);
});

test.each([
  [".pgpass", "# host:5432:db:user:pass\nlocalhost:5432:*:app:password"],
  ["notes/netrc.md", "machine x login y password z"],
  [".netrc", "machine x login y password ${TOKEN}"],
])("%s: blanks and references are silent", (path, text) => {
  expect(scan({ path, kind: "file", bytes: Buffer.from(text), text }).hits).toEqual([]);
});
