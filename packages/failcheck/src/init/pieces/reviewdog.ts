import { inCi } from "../commands.ts";
import type { Piece } from "../piece.ts";
import { yamlFile, yamlText } from "../yaml-file.ts";

const path = ".reviewdog.yml";

/** A runner of reviewdog, which writes findings and their repairs as comments of a review. */
export const reviewdog: Piece = {
  name: "reviewdog",
  about: path,
  suits: (project) => project.read(path) !== undefined,
  files(project) {
    const document = yamlFile(project, path);
    if (document.hasIn(["runner", "failcheck"])) return [];
    const runner = { cmd: `${inCi} --format rdjsonl`, format: "rdjsonl", level: "error" };
    document.setIn(["runner", "failcheck"], document.createNode(runner));
    return [{ path, text: yamlText(document) }];
  },
  next: () => ["in CI, besides the check itself: reviewdog -runners=failcheck -reporter=github-pr-review"],
};
