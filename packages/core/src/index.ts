export { changeRule, fileRule, repositoryRule } from "./rule.ts";
export type { ChangeRule, Edit, FileRule, Range, Related, Report, RepositoryReport, RepositoryRule, Rule } from "./rule.ts";
export type { Language, Parse, Problem, SourceFile } from "./language.ts";
export type { Repository } from "./repository.ts";
export { sourceFile } from "./source-file.ts";
