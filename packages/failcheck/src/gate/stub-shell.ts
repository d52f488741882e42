import { selfTest } from "./self-test.ts";

/**
 * The parts of the hooks' shell code. Everything before a decision is done by builtins of sh and by git: a hook must work
 * with an empty PATH, and must cost little where there is nothing to decide.
 */

/** What a stub knows about its installation. */
export interface StubFacts {
  /** What the stub starts, by its absolute path. */
  readonly command: string;
  /** The node that installed. */
  readonly node: string;
  /** The version of the rules; a marker made under another one is worth nothing. */
  readonly rules: string;
  /** The hook to run besides, as git would have run it; empty where there is none. */
  readonly chained: string;
  /** Where the stub stands: in a folder that git looks into, or in git's configuration, which is asked first. */
  readonly place: "folder" | "configuration";
}

/** The second line of every stub begins so: `install` knows its own files by it. */
export const stubMark = "# Written by `failcheck install`";

/** A text as one word of sh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** husky has a stub for every hook; one without a script of the project's does nothing, and takes five processes for it. */
export const idle = `is_idle() {
  case $chained in */_/*) [ -f "\${chained%/*}/h" ] && [ ! -f "\${chained%/_/*}/$name" ] ;; *) false ;; esac
}`;

/** The head of a stub: what it is, and what it knows. */
export function head(name: string, facts: StubFacts): string {
  return `#!/bin/sh
${stubMark}; \`failcheck install --uninstall\` takes it away.
name=${name}
cli=${quoted(facts.command)}
recorded=${quoted(facts.node)}
rules=${quoted(facts.rules)}
chained=${quoted(facts.chained)}
place=${facts.place}
nl='
'
tab='	'

# The hook that stood here before.
has_chained() { [ -n "$chained" ] && [ -f "$chained" ] && [ -x "$chained" ] && ! is_idle; }
${idle}
refuse() { echo "failcheck: $1" >&2; stop; }

# git asks its configuration first and this folder after it, even where that refused: then all is said already.
dir=
stop() {
  if [ $place = configuration ] && [ -n "$dir" ]; then
    { mkdir -p "$dir/failcheck" && echo "$FAILCHECK_CALLER $name" >"$dir/failcheck/refused"; } 2>/dev/null
  fi
  exit 1
}
refused() {
  [ $place = folder ] && [ -f "$dir/failcheck/refused" ] || return 1
  { read -r line <"$dir/failcheck/refused" && rm -f "$dir/failcheck/refused"; } 2>/dev/null
  [ "$line" = "$PPID $name" ]
}
`;
}

/** Starting the check, and finding the git directory. */
export const gate = `
# Replace refs must not change what is looked at.
g() { GIT_NO_REPLACE_OBJECTS=1 GIT_OPTIONAL_LOCKS=0 LC_ALL=C git "$@"; }

find_node() {
  node=$recorded
  [ -f "$node" ] && [ -x "$node" ] && return 0
  for node in "$(command -v node 2>/dev/null)" "$HOME"/.volta/bin/node "$HOME"/.nvm/versions/node/*/bin/node \\
    "$HOME"/.local/share/fnm/node-versions/*/installation/bin/node "$HOME"/.fnm/node-versions/*/installation/bin/node \\
    /opt/homebrew/bin/node /usr/local/bin/node /usr/bin/node '/c/Program Files/nodejs/node.exe'; do
    [ -f "$node" ] && [ -x "$node" ] && return 0
  done
  return 1
}

# Runs the check. Only its own answer counts: a program that merely ends well proves nothing.
tree=
gate() {
  [ -f "$cli" ] || refuse "refused, because $cli is gone. Repair: npm ci && npx --no-install failcheck install"
  find_node || refuse "refused, because node was not found. Repair: put node on the PATH, or run npx --no-install failcheck install"
  nonce=$$.$PPID
  said=$("$node" "$cli" hook "$name" --nonce "$nonce" --rules "$rules" --dir "$dir" --tree "$tree" -- "$@")
  code=$?
  [ "$code.$said" = "0.failcheck-ok $nonce" ] && return 0
  case $code in
    0) refuse "refused, because $node did not answer as failcheck does. Repair: npx --no-install failcheck install" ;;
    1 | 2) stop ;;
    *) refuse "refused, because the check was ended (exit code $code). Nothing is lost: try again" ;;
  esac
}

if [ "$1" = ${selfTest} ]; then gate ${selfTest}; exit; fi

dir=\${GIT_DIR:-.git}
[ -d "$dir" ] || dir=$(g rev-parse --git-dir) || refuse "refused, because git rev-parse failed. Try: git status"
if refused; then exit 1; fi
`;

/**
 * The marker: `<tree> <rules>` and the message that was looked at. One that is cut short matches nothing, so writing it
 * needs no care.
 */
export const marker = `
marker=$dir/failcheck/ok

# Whether the last clean look was at this tree under these rules; sets seen, the message.
marked() {
  [ -f "$marker" ] && [ "$marker" -nt "$cli" ] || return 1
  {
    IFS= read -r line || return 1
    [ "$line" = "$1 $rules" ] || return 1
    seen=
    while IFS= read -r line; do seen=$seen$line$nl; done
  } <"$marker"
}

# Whether a message cannot hold a secret: no word of 16 characters, no assignment, no address.
harmless() {
  case $1 in
    *${`[!" $nl$tab"]`.repeat(16)}* | *=* | *://*) return 1 ;;
    *:*) case $1 in
      *[Pp][Aa][Ss][Ss]* | *[Pp][Ww][Dd]* | *[Ss][Ee][Cc][Rr][Ee][Tt]* | *[Tt][Oo][Kk][Ee][Nn]* | *[Kk][Ee][Yy]*) return 1 ;;
      *[Aa][Uu][Tt][Hh]* | *[Cc][Rr][Ee][Dd]*) return 1 ;;
    esac ;;
  esac
  return 0
}
`;

/** The list of contents that are clean under their paths, which the first look of a rebase writes. */
export const list = `
clean_list=$dir/failcheck/clean
has_list() { [ -f "$clean_list" ] && [ "$clean_list" -nt "$cli" ]; }

# Whether everything in changes, and the message with this id, is on the list.
id=
listed() {
  [ -z "$id" ] || changes=":000000 100644 0 $id A\${tab}message$nl$changes"
  awk -F '[ \\t]' -v clean="$clean_list" -v rules="$rules" '
    BEGIN {
      if ((getline line < clean) <= 0 || line != rules) { bad = 1; exit }
      while ((getline line < clean) > 0) seen[line] = 1
    }
    $0 == "" || $2 == "000000" || $2 == "160000" { next }
    { path = $0; sub(/^[^\\t]*\\t/, "", path); if (!(($4 "\\t" path) in seen)) { bad = 1; exit } }
    END { exit bad }' <<LIST
$changes
LIST
}
`;
