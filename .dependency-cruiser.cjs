/** Where code belongs: each rule says what to do instead. The table it holds is in .github/CONTRIBUTING.md. */
const core = "^packages/core/";
const languages = "^packages/languages/";
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or share a third: move what both need into it.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-knows-nobody",
      comment:
        "Core holds no parser and no rule: hand the knowledge in as an argument, or put the code into the package that has it.",
      severity: "error",
      from: { path: core, pathNot: "[.]test[.]ts$" },
      to: { path: "^packages/(?!core/)" },
    },
    {
      name: "languages-know-core-only",
      comment: "A front end parses; what judges the tree is a rule in packages/check-*.",
      severity: "error",
      from: { path: languages },
      to: { path: "^packages/(?!core/|languages/)" },
    },
    {
      name: "checkers-are-strangers",
      comment: "What two checkers share belongs into packages/languages (trees) or packages/core (engine).",
      severity: "error",
      from: { path: "^packages/(check-[^/]+)/" },
      to: { path: "^packages/(check-|incidents/|failcheck/|action/|devtools/)", pathNot: "^packages/$1/" },
    },
    {
      name: "incidents-know-core-only",
      comment: "The registry takes rules as an argument; the command brings the two together.",
      severity: "error",
      from: { path: "^packages/incidents/" },
      to: { path: "^packages/(?!core/|incidents/)" },
    },
    {
      name: "action-runs-the-command",
      comment: "The action starts the failcheck command as a process; whatever it lacks belongs into the command.",
      severity: "error",
      from: { path: "^packages/action/", pathNot: "[.]test[.]ts$" },
      to: { path: "^packages/(?!action/)" },
    },
    {
      name: "only-git-runs-git",
      comment: "Every child process of git starts in core/src/git.ts: call it there, or add what is missing there.",
      severity: "error",
      from: {
        path: "^packages/(core|languages|check-|incidents)",
        pathNot: "^packages/core/src/git[.]ts$|[.]test[.]ts$|/testing/",
      },
      to: { path: "^(node:)?child_process$|^simple-git$|node_modules/simple-git" },
    },
    {
      name: "rules-touch-no-disk",
      comment: "A rule sees trees; reading is the engine's work (packages/core/src/sources).",
      severity: "error",
      from: { path: "^packages/(check-[^/]+)/", pathNot: "[.](test|bench)[.]ts$" },
      to: { path: "^(node:)?(fs|fs/promises|child_process|net|http|https)$" },
    },
    {
      name: "parsers-load-on-demand",
      comment: "Import the token (`html.ts`); its parser (`html-parser.ts`) is reached through load() alone.",
      severity: "error",
      from: { path: languages, pathNot: "-parser[.]ts$|[.]test[.]ts$|/parsing/" },
      to: { path: "-parser[.]ts$", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "through-the-front-door",
      comment: "Import a package by its name; what its package.json does not export is its own business.",
      severity: "error",
      from: { path: "^packages/([^/]+)/", pathNot: "^packages/devtools/" },
      to: {
        path: "^packages/([^/]+)/src/(?!index[.]ts$|testing/index[.]ts$|sql/index[.]ts$|sample[.]ts$|scan/scan[.]ts$|catalogue|pattern[.]ts$)",
        pathNot: "^packages/$1/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
