export { changeRule, fileRule, repositoryRule } from "./rule.ts";
export type {
  ChangeRule,
  Choice,
  Edit,
  FileRule,
  Move,
  Range,
  Related,
  Report,
  RepositoryReport,
  UnreadPiece,
  RepositoryRule,
  Rule,
} from "./rule.ts";
export type { Language, Parse, Problem, SourceFile } from "./language.ts";
export type { Repository } from "./repository.ts";
export type { Change, ChangedFile, Content, Listed, Share, Skipped, Snapshot } from "./change.ts";
export { maxTextBytes } from "./change.ts";
export { CannotCheck } from "./cannot-check.ts";
export { sourceFile } from "./source-file.ts";
export { exitCode, plainFinding } from "./finding.ts";
export type { ActiveRule, Allowed, Checked, Finding, Place, PlacedRepair, Result } from "./finding.ts";
export { diskFactStore } from "./engine/fact-store.ts";
export { lint, lintPart } from "./lint.ts";
export type { Part } from "./engine/part.ts";
export type { LintOptions, SeenPaths } from "./lint.ts";
export { allowanceFile, baselineFile } from "./policy.ts";
export { inlineAllowances } from "./allowances.ts";
export type { Allowance, BaselineEntry, Policy } from "./policy.ts";
export { configFiles, readConfig } from "./config/config.ts";
export type { CustomEntry, CustomKind, CustomKinds } from "./config/custom.ts";
export type { Config } from "./config/config.ts";
export { readAllowances, readBaseline } from "./config/policy-files.ts";
export { didYouMean } from "./config/nearest.ts";
export { applyEdits, planFixes } from "./fix.ts";
export { globs } from "./globs.ts";
export type { PathMatcher } from "./globs.ts";
export { findRoot, openGit } from "./git.ts";
export type { Git, GitAnswer } from "./git.ts";
export { pathBytes, pathOf, shownPath } from "./path-bytes.ts";
export { carriedFiles, newObjects } from "./sources/carried.ts";
export type { NewObjects } from "./sources/carried.ts";
export { commitRange, commits } from "./sources/commits.ts";
export type { CommitRange } from "./sources/commits.ts";
export { history } from "./sources/history.ts";
export { staged } from "./sources/staged.ts";
export { stdin } from "./sources/stdin.ts";
export { texts } from "./sources/texts.ts";
export { tree } from "./sources/tree.ts";
export { worktree, worktreePart } from "./sources/worktree.ts";
export { maskOf } from "./mask.ts";
export { githubLog } from "./reporters/github.ts";
export { reporters } from "./reporters/reporters.ts";
export { printable } from "./reporters/printable.ts";
export { summary } from "./reporters/report.ts";
export type { ReportContext, Reporter } from "./reporters/report.ts";
export { streamOf } from "./sources/stream.ts";
export { treeSnapshot } from "./sources/tree-snapshot.ts";
