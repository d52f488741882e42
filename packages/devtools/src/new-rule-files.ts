/** `unclosed-div` is exported as `unclosedDiv`. */
function exportName(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

const title = "Say here, in one sentence, what the rule promises.";

/** A rule over one file that reports nothing yet. */
export function emptyRule(id: string, incident: string): string {
  return `import { fileRule } from "@failcheck/core";
import { text } from "@failcheck/languages";

/** Say here why the rule exists; its page tells the story. */
export const ${exportName(nameOf(id))} = fileRule({
  id: "${id}",
  title: "${title}",
  incidents: ["${incident}"],
  preview: true,
  reads: text,
  *check() {
    yield* [];
  },
});
`;
}

/** The page of a new rule: its example fails until the rule is written. */
export function emptyPage(id: string, incident: string): string {
  return `# ${id}

${title}

## The incident

What broke, in two sentences. See [${incident}](../../incidents/pages/${incident}.md).

## Fails

\`\`\`text file=example.txt
the bad form
\`\`\`

\`\`\`text
1:1-1:13 say what is wrong in the words of the file
\`\`\`

## Passes

Looks alike, and is right because …

\`\`\`text file=example.txt
the fixed form
\`\`\`
`;
}

/** The package's list with one more rule. */
export function listed(index: string, name: string): string {
  const imports = index.lastIndexOf("import ");
  const afterImports = imports < 0 ? 0 : index.indexOf("\n", imports) + 1;
  const withImport = `${index.slice(0, afterImports)}import { ${exportName(name)} } from "./${name}.ts";\n${index.slice(afterImports)}`;
  const end = withImport.lastIndexOf("]");
  const before = withImport.slice(0, end).trimEnd();
  const comma = before.endsWith("[") || before.endsWith(",") ? "" : ", ";
  return `${before}${comma}${exportName(name)}${withImport.slice(end)}`;
}

/** The page of an incident that nobody has told yet. */
export function emptyIncident(incident: string, rule: string): string {
  const headings = ["What broke", "Root cause", "Why we did not catch it", "Preventive rule", "What it cannot catch"];
  const sections = headings.map((heading) => `## ${heading}\n\nTell it in two to five sentences.\n`);
  const forms = ["Bad form", "Fixed form"].map(
    (form) => `## ${form}\n\n\`\`\`text file=example.txt\nthe ${form.toLowerCase()}\n\`\`\`\n`,
  );
  return [
    `# ${incident}: Say what happened\n`,
    `- Log: the log that it comes from\n- Lint: yes\n- Status: open\n- Rules: ${rule}\n`,
    ...sections,
    ...forms,
  ].join("\n");
}

/** The page of an incident, naming one more rule. */
export function withRule(page: string, rule: string): string {
  return page.replace(/^- Rules: (.{0,400})$/m, (_, rules: string) =>
    rules === "none" ? `- Rules: ${rule}` : `- Rules: ${rules}, ${rule}`,
  );
}
