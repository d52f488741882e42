import type { Defect } from "./secrets.ts";

/** How the value is taken out of a file, by the file's name: the first that fits. */
const repairs: readonly (readonly [path: RegExp, repair: string])[] = [
  [
    /(?:\.(?:sh|bash|zsh|fish|envrc)|(?:^|\/)\.(?:bashrc|zshrc|profile|bash_profile|bash_history|zsh_history))$/,
    "In a shell: `set -a; source .env.secrets; set +a`.",
  ],
  [
    /(?:^|\/)\.env(?:\.[\w.-]+)?$|\.env$/,
    "In a .env file: `git rm --cached` it, list it in .gitignore, and commit a .env.example with the names alone.",
  ],
  [/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/, "In a compose file: `env_file: .env.secrets`, or `${NAME:?}`."],
  [
    /(?:^|\/)(?:Dockerfile|Containerfile)|\.dockerfile$/i,
    "In a Dockerfile: `RUN --mount=type=secret,id=NAME`, never ENV or ARG.",
  ],
  [
    /(?:^|\/)(?:group_vars|host_vars|roles|playbooks?)\/|(?:^|\/)(?:playbook|site)[\w-]*\.ya?ml$/,
    "In Ansible: `ansible-vault encrypt_string`, or `lookup('env', 'NAME')` without a default.",
  ],
  [/(?:^|\/)(?:\.github\/workflows\/|action\.ya?ml$)/, "In a workflow: `${{ secrets.NAME }}`."],
  [/(?:^|\/)\.gitlab-ci[\w.-]*\.ya?ml$/, "In GitLab CI: a masked variable in the project's settings."],
  [
    /(?:^|\/)(?:values[\w.-]*\.ya?ml$|templates\/[\w./-]+\.ya?ml$)/,
    "In a Helm chart: `existingSecret`, or `required` without a default.",
  ],
  [
    /(?:^|\/)application[\w-]*\.ya?ml$|\.properties$/,
    "In Java's properties: `name=${NAME}` without a default, set in the environment.",
  ],
  [/\.ya?ml$/, "In YAML: name a secret (`secretKeyRef`, `${{ secrets.NAME }}`) instead of its value."],
  [/\.tf(?:vars)?$/, 'In Terraform: `variable "name" { sensitive = true }`, its value from TF_VAR_name.'],
  [/\.tfstate(?:\.backup)?$/, "Terraform's state holds values as they are: keep it in a remote backend, never in git."],
  [/\.npmrc$/, "In .npmrc: `_authToken=${NPM_TOKEN}`."],
  [
    /(?:^|\/)(?:appsettings[\w.-]*\.json|launchSettings\.json|(?:web|app)[\w.-]*\.config)$/i,
    "In .NET: `dotnet user-secrets set` on this machine, a variable such as `ConnectionStrings__Default` elsewhere.",
  ],
  [/\.gradle(?:\.kts)?$/, "In Gradle: `providers.gradleProperty(…)`, its value in ~/.gradle/gradle.properties."],
  [/(?:^|\/)(?:pom|settings)\.xml$/, "In Maven: `${env.NAME}`, or an encrypted server in ~/.m2/settings.xml."],
  [
    /\.(?:plist|xcconfig)$/,
    "In an Xcode project: an untracked .xcconfig; what an app ships, its users can read: ask a server for it.",
  ],
  [/\.ipynb$/, "In a notebook: read it from the environment, and clear the outputs before committing."],
  [/\.sql$/, "In SQL: leave the row out, or let the client fill in a variable."],
  [
    /\.(?:md|mdx|markdown|rst|adoc|txt|org|html?)$/i,
    "In a document: say where it is kept and who may ask for it, not what it is.",
  ],
  [
    /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|cs|php|swift|scala|c|cc|cpp|h|hpp|m|dart|lua|r|pl|exs?|ps1|vb)$/i,
    "In code: read it from the environment, and fail when it is unset.",
  ],
];

/** What to do, in the order in which it helps: rotate, move, repair. */
export function adviceFor(path: string, defect: Defect, kind = ""): string {
  if (defect === "default-credential") {
    return "Fail when the variable is unset instead of logging in with a value that everyone can read; rotate it if anything accepts it.";
  }
  return `Rotate it if it ever left this machine, then move it to the environment or an untracked file such as .env.secrets. ${repairOf(path, kind)}`;
}

function repairOf(path: string, kind: string): string {
  if (kind === "kubernetes-secret")
    return "In a Kubernetes Secret: base64 hides nothing; commit a SealedSecret or an ExternalSecret, or create it with `kubectl create secret`.";
  return (
    repairs.find(([file]) => file.test(path))?.[1] ??
    "In the file: leave a placeholder and say in the manual where the value comes from."
  );
}
