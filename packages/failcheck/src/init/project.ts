import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Git } from "@failcheck/core";
import { recordOf } from "../record.ts";

/** What the pieces may know of a project. */
export interface Project {
  /** The text of a file; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Where its remote is hosted, as far as the address says. */
  readonly host: "github" | "gitlab" | undefined;
  /** Whether git's own folder of hooks holds one of the project's. */
  readonly hasOwnHooks: boolean;
}

/** The project whose working tree begins at `root`. */
export async function projectAt(git: Git, root: string, hasOwnHooks: boolean): Promise<Project> {
  const { stdout } = await git.ask(["config", "--get", "remote.origin.url"]);
  return { read: (path) => textOf(join(root, path)), host: hostOf(stdout.toString("utf8")), hasOwnHooks };
}

/** The project as it will be once these files are written, for the pieces that come after. */
export function withFiles(project: Project, files: readonly { readonly path: string; readonly text: string }[]): Project {
  const written = new Map(files.map(({ path, text }) => [path, text]));
  return { ...project, read: (path) => written.get(path) ?? project.read(path) };
}

/** Whether npm installs a package for the project. */
export function dependsOn(project: Project, name: string): boolean {
  const manifest = manifestOf(project);
  return ["dependencies", "devDependencies"].some((list) => recordOf(manifest?.[list])?.[name] !== undefined);
}

/** What package.json holds; undefined where there is none that npm could read. */
export function manifestOf(project: Project): Readonly<Record<string, unknown>> | undefined {
  const text = project.read("package.json");
  if (text === undefined) return undefined;
  try {
    return recordOf(JSON.parse(text));
  } catch {
    // npm refuses it too, and says where it is wrong.
    return undefined;
  }
}

function hostOf(address: string): Project["host"] {
  if (/[@/.]github\./.test(address)) return "github";
  return address.includes("gitlab") ? "gitlab" : undefined;
}

function textOf(file: string): string | undefined {
  const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? readFileSync(file, "utf8") : undefined;
}
