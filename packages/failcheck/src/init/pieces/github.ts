import { inCi } from "../commands.ts";
import type { Piece } from "../piece.ts";

const path = ".github/workflows/failcheck.yml";

/** What starts the workflow, and that a newer push of a pull request ends it. */
export const head = `name: failcheck

on:
  push:
  pull_request:
  merge_group:

permissions: {}

concurrency:
  group: failcheck-\${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
`;

/** Checks out every commit of the range, and leaves no token behind. */
export const checkout = `      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          fetch-depth: 0 # every commit of the range is looked at
          persist-credentials: false`;

/** Puts the project's own failcheck in. */
export const install = `      - uses: actions/setup-node@53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0
        with:
          node-version: 24
          package-manager-cache: false
      - run: npm ci --ignore-scripts`;

const text = `${head}
jobs:
  failcheck:
    name: failcheck
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read # to check out; nothing else is needed, on pull requests from forks neither
    steps:
${checkout}
${install}
      - run: ${inCi} --output markdown="$GITHUB_STEP_SUMMARY"
`;

/** A workflow whose one job is to be made a required check. */
export const github: Piece = {
  name: "github",
  about: path,
  suits: ({ host, read }) => host === "github" || (host === undefined && read(".gitlab-ci.yml") === undefined),
  files: () => [{ path, text, whole: true }],
  next: () => ["on GitHub, make the check failcheck required: Settings, Rules, Require status checks to pass"],
};
