export { dialects, pythonSql, sql, typescriptSql } from "./sql.ts";
export type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";
export type { Call, Case, Expression, Hole, Subquery } from "./expression.ts";
export type {
  Alias,
  CreateAs,
  Delete,
  Insert,
  JoinSource,
  Merge,
  Query,
  Select,
  SetOperation,
  Source,
  Statement,
  TableSource,
  Target,
  Update,
  Values,
  With,
} from "./query.ts";
