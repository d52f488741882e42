import { stagedInHook } from "../commands.ts";
import { prepared } from "../manifest.ts";
import type { Piece } from "../piece.ts";
import { dependsOn } from "../project.ts";
import { append, yamlFile, yamlText } from "../yaml-file.ts";

const names = ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml"];

/** A job of lefthook's pre-commit. */
export const lefthook: Piece = {
  name: "lefthook",
  about: "lefthook.yml",
  suits: (project) => dependsOn(project, "lefthook") || names.some((name) => project.read(name) !== undefined),
  files(project) {
    const path = names.find((name) => project.read(name) !== undefined) ?? "lefthook.yml";
    if (project.read(path)?.includes("failcheck") === true) return [];
    const document = yamlFile(project, path);
    append(document, ["pre-commit", "jobs"], { name: "failcheck", run: stagedInHook });
    return [{ path, text: yamlText(document) }, ...prepared(project, "lefthook install")];
  },
  next: () => ["in each clone, lefthook first: lefthook install && npx --no-install failcheck install"],
};
