import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A git besides the machine's own: the folder to put first on the PATH, or why there is none. */
export type SecondGit = { readonly folder: string; readonly version: string } | { readonly why: string };

const cache = join(import.meta.dirname, "../../node_modules/.cache/failcheck-second-git");
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const machine = "x86_64-linux-gnu";

/**
 * The newest git of Debian's registry, unpacked beside the machine's own and installed nowhere; it brings its own C library. Hooks
 * in git's configuration are only run by git 2.54 and later, which no stable distribution has yet. `FAILCHECK_SECOND_GIT`
 * names the folder of another git instead.
 */
export function secondGit(): SecondGit {
  try {
    const folder = process.env.FAILCHECK_SECOND_GIT ?? unpacked();
    return { folder, version: execFileSync(join(folder, "git"), ["version"], { encoding: "utf8" }).trim() };
  } catch (error) {
    return { why: (error instanceof Error ? error.message : "unknown").split("\n", 1)[0] ?? "" };
  }
}

function unpacked(): string {
  const folder = join(cache, "usr/lib/git-core");
  if (existsSync(join(folder, "git"))) return folder;
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(keyring))
    throw new Error("only Debian's registry has a newer one, and this machine does not know it");
  mkdirSync(join(cache, ".."), { recursive: true });
  const work = mkdtempSync(`${cache}-`);
  try {
    download(work);
    wrap(join(work, "tree"), cache);
    rmSync(cache, { recursive: true, force: true });
    renameSync(join(work, "tree"), cache);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Lets apt, with lists and settings of its own, fetch four packages and unpack them. */
function download(work: string): void {
  const debs = join(work, "debs");
  for (const path of ["lists/partial", "archives/partial", "debs"]) mkdirSync(join(work, path), { recursive: true });
  writeFileSync(join(work, "status"), "");
  writeFileSync(join(work, "sources.list"), `deb [signed-by=${keyring}] ${registry()} sid main\n`);
  const settings = [
    ...["sourceparts=-", `sourcelist=${join(work, "sources.list")}`].map((one) => `Dir::Etc::${one}`),
    ...[`State::lists=${join(work, "lists")}`, `State::status=${join(work, "status")}`].map((one) => `Dir::${one}`),
    ...[`Dir::Cache=${work}`, "APT::Sandbox::User=", "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false"],
    ...["Acquire::Languages=none", "Acquire::Retries=1"],
  ].flatMap((one) => ["-o", one]);
  const options = { cwd: debs, timeout: 120_000 };
  execFileSync("apt-get", [...settings, "update", "-q"], options);
  execFileSync("apt-get", [...settings, "download", "-q", "git", "libc6", "libpcre2-8-0", "zlib1g"], options);
  for (const deb of readdirSync(debs)) execFileSync("dpkg-deb", ["-x", deb, join(work, "tree")], options);
}

/** Where this machine gets Debian's packages from. */
function registry(): string {
  const targets = execFileSync("apt-get", ["indextargets", "--format", "$(ORIGIN) $(RELEASE) $(REPO_URI)"], { encoding: "utf8" });
  const uri = /^Debian [a-z]+ (\S+)$/m.exec(targets)?.[1];
  if (uri === undefined) throw new Error("only Debian's registry has a newer one, and apt does not know it here");
  return uri;
}

/** The binary needs the C library that came with it: a script in its place starts it with that. */
function wrap(tree: string, home: string): void {
  const folder = join(tree, "usr/lib/git-core");
  const libraries = join(home, "usr/lib", machine);
  renameSync(join(folder, "git"), join(folder, "git.binary"));
  const real = join(home, "usr/lib/git-core");
  writeFileSync(
    join(folder, "git"),
    `#!/bin/sh\nGIT_EXEC_PATH='${real}' exec '${libraries}/ld-linux-x86-64.so.2' --library-path '${libraries}' --argv0 "$0" '${real}/git.binary' "$@"\n`,
  );
  chmodSync(join(folder, "git"), 0o755);
}
