import type { Piece } from "./piece.ts";
import { config } from "./pieces/config.ts";
import { github } from "./pieces/github.ts";
import { githubShards } from "./pieces/github-shards.ts";
import { gitlab } from "./pieces/gitlab.ts";
import { husky } from "./pieces/husky.ts";
import { incidentLog } from "./pieces/incident-log.ts";
import { lefthook } from "./pieces/lefthook.ts";
import { plainGit } from "./pieces/plain-git.ts";
import { preCommit } from "./pieces/pre-commit.ts";
import { reviewdog } from "./pieces/reviewdog.ts";
import { simpleGitHooks } from "./pieces/simple-git-hooks.ts";

/** Every piece there is; a later one sees the files of those before it. What only a flag asks for, `agents`, stands beside it. */
export const pieces: readonly Piece[] = [
  config,
  incidentLog,
  husky,
  lefthook,
  preCommit,
  simpleGitHooks,
  plainGit,
  github,
  githubShards,
  gitlab,
  reviewdog,
];
