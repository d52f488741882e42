import type { Range } from "@failcheck/core";

/**
 * What one file says about JSON columns, drawn from its content alone: names stay as written and are resolved when files are
 * linked. A *path* is such a name with what is done to it: `models.Job` a class, `Job()` an instance (or what a function
 * returns), `Job?` a query or repository over it, `Job!` a statement that writes it.
 */
export interface FileFacts {
  readonly imports: readonly ImportFacts[];
  /** What a name at the top level stands for. */
  readonly names: Readonly<Record<string, NameFacts>>;
  readonly classes: Readonly<Record<string, ClassFacts>>;
  readonly functions: Readonly<Record<string, FunctionFacts>>;
  readonly writes: readonly Write[];
  readonly calls: readonly CallFacts[];
  /** Settings that change what a driver does with a string, for the whole program. */
  readonly settings: readonly Setting[];
  /** Places that decode a column only where it holds a string. */
  readonly guards: readonly Guard[];
}

/** `json.loads(row.c) if isinstance(row.c, str) else row.c`. */
export interface Guard {
  readonly at: Range;
  readonly target: string;
  readonly column: string;
}

/** `codec`: asyncpg encodes JSON itself. `lenient`: an engine's serializer lets strings through. `wrapped`: drizzle(client). */
export interface Setting {
  readonly kind: "codec" | "lenient" | "wrapped";
  readonly path: string;
}

/** One name brought in from another module. */
export interface ImportFacts {
  readonly module: string;
  /** `*` for all names; absent where the module itself is bound. */
  readonly imported?: string;
  readonly local?: string;
}

/** A value at the top level. */
export interface NameFacts {
  readonly path?: string;
  readonly types?: readonly string[];
  readonly value?: Flat;
  readonly members?: Members;
}

/** What the fields of an object stand for: `{ Job, queue: { Task } }`. */
export interface Members {
  readonly [name: string]: string | Members;
}

/** A class or table with its columns. */
export interface ClassFacts {
  readonly at: Range;
  readonly bases: readonly string[];
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /** What attributes are instances of: relations, annotated members. */
  readonly members: Readonly<Record<string, string>>;
  /** Strings of JSON that its attributes hold. */
  readonly values?: Readonly<Record<string, Flat>>;
  /** Columns whose validator turns strings back into objects. */
  readonly sanitised: readonly string[];
  /** Type decorators: what they store, and what they do to a value on its way there. */
  readonly impl?: readonly string[];
  readonly bind?: "dumps" | "loads";
  /** Positional arguments of the constructor, where it is made from the columns. */
  readonly positional?: readonly string[];
  /** Which annotation becomes which column type. */
  readonly typeMap?: Readonly<Record<string, readonly string[]>>;
  /** The table behind the class, declared apart from it. */
  readonly table?: string;
  readonly framework?: Framework;
  /** Its name in the database. */
  readonly stored?: string;
}

export type Framework =
  "sqlalchemy" | "django" | "peewee" | "drizzle" | "typeorm" | "sequelize" | "mikro-orm" | "objection" | "prisma" | "postgres";

/** A column: the paths of its type, or the annotation that decides it. */
export interface ColumnFacts {
  readonly at: Range;
  readonly types: readonly string[];
  readonly annotation?: string;
  /** Its name in the database, where it differs. */
  readonly stored?: string;
}

/** A function or method (`Class.method`), as far as values pass through it. */
export interface FunctionFacts {
  readonly params: readonly string[];
  /** The parameter that takes all other keywords. */
  readonly keywords?: string;
  readonly returns?: Flat;
  /** What the returned value is an instance of. */
  readonly path?: string;
  /** What the fields of the returned object stand for. */
  readonly members?: Members;
  /** It turns strings back into objects: what it returns is not what it was given. */
  readonly decodes?: true;
  /** Read as an attribute: `@property`, `get encoded()`. */
  readonly property?: true;
}

/** A place in the file, with the words that stand there. */
export interface Site {
  readonly at: Range;
  readonly text: string;
  /** What may stand in its place. */
  readonly repair?: Repair;
  /** What it serialises is a string of JSON already. */
  readonly twice?: true;
}

/** A value: where it was serialised, or what decides whether it is. */
export interface Flat {
  /** Calls that serialise, or literals that hold JSON. */
  readonly sites?: readonly Site[];
  /** Results of calls and names of other modules, to be looked up. */
  readonly refs?: readonly Ref[];
  /** Parameters of the function around it. */
  readonly params?: readonly string[];
  /** Fields that are not the parameter's any more. */
  readonly without?: readonly string[];
  readonly fields?: Readonly<Record<string, Flat>>;
  readonly items?: Flat;
  /** The elements of a list by their place, where one of them may be serialised itself. */
  readonly elements?: readonly Flat[];
}

/** A name or call whose value another place decides. */
export interface Ref {
  readonly path: string;
  readonly at: Range;
  /** The field of the result that is taken: `build(data)["payload"]`; a number for the element of a list. */
  readonly field?: string;
  /** Fields of the result that were given another value since. */
  readonly without?: readonly string[];
}

/** A value that goes to a column. */
export interface Write {
  readonly at: Range;
  readonly value: Flat;
  /** The path of what holds the column; empty where the type is known directly. */
  readonly target: string;
  /** The column; `*` for all fields of the value. */
  readonly column: string;
  /** The types of the column, where the write stands in its declaration; `json:sqlalchemy` and the like need no proof. */
  readonly types?: readonly string[];
  readonly verb: string;
  /** The function around it. */
  readonly within?: string;
}

/** The argument of a call that serialises; safe where the call only adds the layout. */
export interface Repair {
  readonly text: string;
  readonly safe: boolean;
}

/** A call that hands values to a class, a function or a method to be resolved. */
export interface CallFacts {
  readonly at: Range;
  readonly callee: string;
  readonly args: readonly ArgumentFacts[];
  readonly within?: string;
}

/** One argument; `name` is the keyword, or the place in the order. */
export interface ArgumentFacts {
  readonly name: string | number;
  readonly at: Range;
  readonly value: Flat;
  /** `**values`: its fields are the keywords. */
  readonly spread?: true;
}
