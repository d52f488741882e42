import { inCi } from "../commands.ts";
import type { Piece } from "../piece.ts";
import { checkout, head, install } from "./github.ts";

const path = ".github/workflows/failcheck.yml";

const text = `${head}
jobs:
  shard:
    name: shard \${{ matrix.shard }} of 4
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read # to check out
    strategy:
      fail-fast: false
      matrix:
        shard: [1, 2, 3, 4]
    steps:
${checkout}
${install}
      - name: A finding is for the gate to tell; what could not look fails here
        env:
          SHARD: \${{ matrix.shard }}
        run: ${inCi} --shard "$SHARD/4" --output "blob=shard-$SHARD.json" || test $? -eq 1
      - uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0
        with:
          name: shard-\${{ matrix.shard }}
          path: shard-*.json
          if-no-files-found: error

  failcheck:
    name: failcheck
    if: \${{ always() }} # a skipped job would count as a passed one
    needs: [shard]
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read # to check out
    steps:
      - name: Every shard looked
        env:
          SHARDS: \${{ needs.shard.result }}
        run: test "$SHARDS" = success
${checkout}
${install}
      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0
        with:
          pattern: shard-*
          merge-multiple: true
      - run: npx --no-install failcheck merge shard-*.json --output markdown="$GITHUB_STEP_SUMMARY"
`;

/** The workflow for a repository that one machine is too slow for: four share it, and a job that always runs asserts all four. */
export const githubShards: Piece = {
  name: "github-shards",
  about: `${path}, on four machines`,
  suits: () => false,
  files: () => [{ path, text, whole: true }],
  next: () => ["on GitHub, make the check failcheck required: Settings, Rules, Require status checks to pass"],
};
