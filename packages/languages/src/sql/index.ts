export { dialects, headStart, notebookSql, pythonSql, sql, typescriptSql } from "./sql.ts";
export type { Dialect, ModelTable, Reading, SqlText, SqlTree, Write } from "./sql.ts";
export type { Call, Case, Expression, Hole, Subquery, Window } from "./expression.ts";
export type {
  Alias,
  CreateAs,
  CreateTable,
  Delete,
  FunctionSource,
  Insert,
  JoinSource,
  Merge,
  Query,
  Select,
  SetOperation,
  Source,
  Statement,
  TableName,
  TableSource,
  Target,
  UnknownSource,
  Update,
  Values,
  With,
} from "./query.ts";
