import { CannotCheck } from "@failcheck/core";
import { recordOf } from "../../record.ts";
import { stagedInHook } from "../commands.ts";
import { json, prepared } from "../manifest.ts";
import type { Piece, WantedFile } from "../piece.ts";
import { dependsOn, manifestOf, withFiles, type Project } from "../project.ts";

const ownFile = ".simple-git-hooks.json";

/** A line of simple-git-hooks' configuration, in package.json or in its own file. */
export const simpleGitHooks: Piece = {
  name: "simple-git-hooks",
  about: `package.json or ${ownFile}`,
  suits: (project) => dependsOn(project, "simple-git-hooks"),
  files(project) {
    const hook = configured(project);
    const manifest = prepared(withFiles(project, hook), "simple-git-hooks");
    return [...hook.filter(({ path }) => !manifest.some((file) => file.path === path)), ...manifest];
  },
};

function configured(project: Project): readonly WantedFile[] {
  const manifest = manifestOf(project);
  const inManifest = recordOf(manifest?.["simple-git-hooks"]);
  if (inManifest) {
    const hooks = withOurs(inManifest);
    return [{ path: "package.json", text: json({ ...manifest, "simple-git-hooks": hooks }, project.read("package.json")) }];
  }
  const text = project.read(ownFile);
  return [{ path: ownFile, text: json(withOurs(text === undefined ? {} : readOwn(text)), text) }];
}

function readOwn(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text)) ?? {};
  } catch {
    throw new CannotCheck(`${ownFile} is no JSON, so nothing was added to it.`);
  }
}

function withOurs(hooks: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...hooks, "pre-commit": joined(hooks["pre-commit"]) };
}

function joined(before: unknown): string {
  if (typeof before !== "string" || before === "") return stagedInHook;
  return before.includes("failcheck") ? before : `${before} && ${stagedInHook}`;
}
