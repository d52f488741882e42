import { stagedInHook } from "../commands.ts";
import { prepared } from "../manifest.ts";
import type { Piece } from "../piece.ts";
import type { Project } from "../project.ts";
import { husky } from "./husky.ts";
import { lefthook } from "./lefthook.ts";
import { preCommit } from "./pre-commit.ts";
import { simpleGitHooks } from "./simple-git-hooks.ts";

const folder = ".githooks";
const connect = `git config core.hooksPath ${folder}`;
const others = [husky, lefthook, preCommit, simpleGitHooks];

/** A tracked folder of hooks, for a project that uses no manager of hooks. */
export const plainGit: Piece = {
  name: "git",
  about: `${folder}/pre-commit, for git alone`,
  suits: (project: Project) => !others.some((piece) => piece.suits(project)),
  files: (project) => [
    { path: `${folder}/pre-commit`, text: `#!/bin/sh\n${stagedInHook}\n`, executable: true, whole: true },
    ...prepared(project, connect),
  ],
  next: ({ hasOwnHooks }) => [
    ...(hasOwnHooks ? [`move this clone's hooks from git's own folder to ${folder}, then: ${connect}`] : []),
    `in each other clone: ${connect} && npx --no-install failcheck install`,
  ],
  hooksFolder: folder,
};
