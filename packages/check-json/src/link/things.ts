import type { ClassFacts, Flat, FunctionFacts, Members } from "../facts.ts";

/** A class or table, and the file that declares it. */
export interface ClassThing {
  readonly kind: "class";
  readonly file: string;
  readonly name: string;
  readonly facts: ClassFacts;
}

/** A function or method; `on` is the class it was asked of, where that inherits it. */
export interface FunctionThing {
  readonly kind: "function";
  readonly file: string;
  readonly key: string;
  readonly facts: FunctionFacts;
  readonly on?: ClassThing;
}

/** A method that the class itself does not define: the framework does. */
export interface VerbThing {
  readonly kind: "verb";
  /** `argument`: a method that is given the class first, `manager.save(User, …)`; `form`: Django's form or serializer of the class. */
  readonly on: "class" | "instance" | "query" | "statement" | "argument" | "form";
  readonly of: ClassThing;
  readonly verb: string;
}

/** An object whose fields stand for something. */
export interface ObjectThing {
  readonly kind: "object";
  readonly file: string;
  readonly members: Members;
}

/** What a path leads to. */
export type Thing =
  | ClassThing
  | FunctionThing
  | VerbThing
  | { readonly kind: "instance" | "query" | "statement" | "argument"; readonly of: ClassThing }
  | { readonly kind: "module"; readonly file: string }
  /** Somebody else's: `sqlalchemy.JSON`. */
  | { readonly kind: "external"; readonly name: string }
  | ObjectThing
  | { readonly kind: "types"; readonly file: string; readonly types: readonly string[] }
  | { readonly kind: "value"; readonly file: string; readonly value: Flat };
