/** Where a gate is wired up; a folder stands for what is in it. */
export const wiringPlaces = {
  CI: [
    ".github/workflows",
    ".github/actions",
    ".gitlab-ci.yml",
    ".gitlab",
    ".circleci",
    "azure-pipelines.yml",
    "bitbucket-pipelines.yml",
    "Jenkinsfile",
  ],
  hook: [
    "hooks",
    ".husky",
    ".githooks",
    ...[
      "lefthook.yml",
      "lefthook.yaml",
      ".lefthook.yml",
      ".lefthook.yaml",
      "lefthook.json",
      "lefthook.toml",
      ".config/lefthook.yml",
    ],
    ...[".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml"],
    ...[".simple-git-hooks.json", ".simple-git-hooks.cjs", ".simple-git-hooks.js", "package.json"],
    ...[".claude/settings.json", ".cursor/hooks.json", ".github/hooks"],
  ],
};

/** Every path that may wire failcheck up. */
export const wiringPaths: readonly string[] = [...wiringPlaces.CI, ...wiringPlaces.hook];
