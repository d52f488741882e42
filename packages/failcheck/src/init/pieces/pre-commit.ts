import type { Piece } from "../piece.ts";
import { append, yamlFile, yamlText } from "../yaml-file.ts";

const path = ".pre-commit-config.yaml";

/** A hook of the pre-commit framework, which prek reads too. */
export const preCommit: Piece = {
  name: "pre-commit",
  about: `${path}, for pre-commit and prek`,
  suits: (project) => project.read(path) !== undefined,
  files(project) {
    if (project.read(path)?.includes("failcheck") === true) return [];
    const document = yamlFile(project, path);
    append(document, ["repos"], {
      repo: "local",
      hooks: [
        {
          id: "failcheck",
          name: "failcheck",
          entry: "node_modules/.bin/failcheck staged --skip secrets/*",
          language: "system",
          pass_filenames: false,
          always_run: true,
        },
      ],
    });
    return [{ path, text: yamlText(document) }];
  },
  next: () => ["in each clone, pre-commit first: pre-commit install && npx --no-install failcheck install"],
};
