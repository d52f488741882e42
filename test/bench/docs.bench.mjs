/** 2,000 documents under the rules for documents, and what these rules cost a commit that touches no document. */
import { bareNode, compare, failcheck, scratch, table } from "./measure.mjs";

const { root, git, write, commit } = scratch();
const documents = 2000;
const words = "the plan of every week names who does what and when it is to be done".split(" ");
const sentence = (seed, length) => Array.from({ length }, (_, index) => words[(seed * 7 + index * 3) % words.length]).join(" ");

for (let index = 0; index < documents; index++) {
  const next = (index + 1) % documents;
  const sections = Array.from({ length: 4 }, (_, section) =>
    [
      `## Section ${section}`,
      `${sentence(index + section, 60)}, see [the next](../s${next % 40}/p${next}.md) and \`src/m${index % 50}.ts\`.`,
      `- [${section}](#section-${section}) ${sentence(section, 12)}\n- \`name_${section}\``,
      "```ts\nconst a = 1;\n```",
    ].join("\n\n"),
  );
  write(`docs/s${index % 40}/p${index}.md`, `# Page ${index}\n\nMonday April 13, 2026.\n\n${sections.join("\n\n")}\n`);
}
for (let index = 0; index < 50; index++) write(`src/m${index}.ts`, "export const a = 1;\n");
write("README.md", "# Tool\n\n- [docs](docs/s0/p0.md)\n");
commit("first");
const all = { "node -e 0": bareNode, "2,000 documents": [process.execPath, [failcheck, "--only", "docs/*"]] };
const medians = compare(all, root, 7);
table(medians, medians["node -e 0"]);

write("src/m1.ts", "export const a = 2;\n");
git("add", "-A");
const staged = {
  "node -e 0": bareNode,
  "a commit of code, rules for documents": [process.execPath, [failcheck, "staged", "--only", "docs/*"]],
  "a commit of code, a rule for HTML": [process.execPath, [failcheck, "staged", "--only", "html/*"]],
};
const commits = compare(staged, root, 7);
table(commits, commits["node -e 0"]);
