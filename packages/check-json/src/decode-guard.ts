import { repositoryRule, type Repository } from "@failcheck/core";
import { isCode, isPacked } from "./candidates.ts";

/** Finds the symptom of strings in JSON columns: readers that decode only what is a string. */
export const decodeGuard = repositoryRule({
  id: "json/decode-guard",
  title: "A JSON column is read as it is, not decoded where it happens to hold a string.",
  incidents: ["Z-json"],
  preview: true,
  concerns: isCode,
  mentions: () => ["loads(", "JSON.parse("],
  async *check(repository: Repository) {
    const paths: string[] = [];
    for (const path of repository.paths) {
      if (!repository.changed.has(path) || repository.ignores(path) || !isCode(path)) continue;
      const file = await repository.read(path);
      if (!file || isPacked(file)) continue;
      const { text } = file;
      if (text.includes("loads(") ? text.includes("isinstance") : text.includes("JSON.parse(") && text.includes("typeof"))
        paths.push(path);
    }
    if (paths.length === 0) return;
    const { guards } = await import("./link/guards.ts");
    yield* guards(repository, paths);
  },
});
