import type { Defect } from "./secrets.ts";

const shellFile = /(?:\.(?:sh|bash|zsh|fish|envrc)|(?:^|\/)\.(?:bashrc|zshrc|profile|bash_profile|bash_history|zsh_history))$/;
const codeFile = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|swift|scala)$/;

/** What to do, in the order in which it helps: rotate, move, repair. */
export function adviceFor(path: string, defect: Defect): string {
  if (defect === "default-credential") {
    return "Fail when the variable is unset instead of logging in with a value that everyone can read; rotate it if anything accepts it.";
  }
  return `Rotate it if it ever left this machine, then move it to the environment or an untracked file such as .env.secrets. ${repairOf(path)}`;
}

function repairOf(path: string): string {
  if (shellFile.test(path)) return "In a shell: `set -a; source .env.secrets; set +a`.";
  if (/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(path))
    return "In a compose file: `env_file: .env.secrets`, or `${NAME:?}`.";
  if (/(?:^|\/)(?:Dockerfile|Containerfile)/.test(path))
    return "In a Dockerfile: `RUN --mount=type=secret,id=NAME`, never ENV or ARG.";
  if (/\.ya?ml$/.test(path)) return "In YAML: name a secret (`secretKeyRef`, `${{ secrets.NAME }}`) instead of its value.";
  if (/\.tf(?:vars)?$/.test(path)) return 'In Terraform: `variable "name" { sensitive = true }`, its value from TF_VAR_name.';
  if (path.endsWith(".npmrc")) return "In .npmrc: `_authToken=${NPM_TOKEN}`.";
  if (codeFile.test(path)) return "In code: read it from the environment, and fail when it is unset.";
  return "In the file: leave a placeholder and say in the manual where the value comes from.";
}
