import { policyFiles } from "./marker.ts";
import { listedAll } from "./parsed-hook.ts";
import { selfTest } from "./self-test.ts";
import { gate, head, idle, list, marker, quoted, stubMark, type StubFacts } from "./stub-shell.ts";

/** git runs it for every commit it makes, under --no-verify too. */
const prepareCommitMessage = `
if has_chained; then "$chained" "$@" || exit $?; fi

message=
{ while IFS= read -r line || [ -n "$line" ]; do message=$message$line$nl; done; } <"$1" || refuse "refused, because the message could not be read"
tree=$(g write-tree 2>/dev/null) || tree=
if [ -n "$tree" ] && marked "$tree"; then
  if [ "$message" = "$seen" ] || harmless "$message"; then exit 0; fi
fi

# Picks of a rebase bring what was looked at when it began: a list of that saves a start of node for each.
picked() {
  [ -n "$tree" ] && [ -d "$dir/rebase-merge" ] && has_list || return 1
  changes=$(g diff-index --cached --raw --no-abbrev --no-renames --ita-invisible-in-index HEAD) || return 1
  harmless "$message" || id=$(g hash-object --no-filters "$1") || return 1
  listed || return 1
  { echo "$tree $rules"; printf %s "$message"; } 2>/dev/null >"$marker"
  return 0
}

# What the commit would bring, as git reads it: HEAD's configuration, each new content under its path, and a last word.
contents() {
  {
    printf 'HEAD:%s\\n' ${policyFiles.join(" ")}
    g -c core.quotePath=false diff-index --cached --raw --no-abbrev --no-renames --ita-invisible-in-index HEAD 2>/dev/null &&
      echo ": 0 0 ${listedAll} "
  } | while IFS=' ' read -r before mode old new rest; do
    case $mode in 000000 | 160000) continue ;; '') new=$before ;; esac
    printf '%s %s\\n' "$new" "$rest"
  done | g cat-file --batch='%(objectname) %(objecttype) %(objectsize) %(rest)' --buffer
}

picked "$1" || contents | gate "$@" || exit 1
exit 0
`;

/** git asks it before refs move, so that what no other hook sees comes through here. Most calls end without a process. */
const referenceTransaction = [
  `
if [ "$1" != prepared ] && [ "$1" != ${selfTest} ]; then
  if has_chained; then exec "$chained" "$@"; fi
  exit 0
fi
`,
  `
tips= named= moved= input=
if has_chained; then keep=1; else keep=; fi
while IFS= read -r line; do
  [ -z "$keep" ] || input=$input$line$nl
  rest=\${line#* }
  new=\${rest%% *}
  ref=\${rest#* }
  case $new in ref:* | '') continue ;; *[!0]*) ;; *) continue ;; esac
  case $ref in
    HEAD) moved=$new && continue ;;
    refs/heads/*) ;;
    refs/tags/* | refs/notes/*) named="$named $new" ;;
    *) continue ;;
  esac
  case " $tips " in *" $new "*) ;; *) tips="$tips $new" ;; esac
done

chain() {
  [ -z "$keep" ] || printf %s "$input" | "$chained" prepared || exit $?
  exit 0
}

# HEAD alone: on no branch. What is committed there is looked at as it comes; going somewhere else brings nothing anywhere.
head=
if [ -z "$tips" ] && [ -n "$moved" ]; then
  { IFS= read -r head <"$dir/HEAD"; } 2>/dev/null || head=
  case $head in ref:*) head= ;; esac
  [ -z "$head" ] || tips=" $moved"
fi
[ -n "$tips" ] || chain

# Whether a tag or note is a known commit with, at most, a harmless message of its own; a tagged blob is none.
known_name() {
  if text=$(g cat-file tag "$1" 2>/dev/null); then
    case $text in *"$nl$nl"*) harmless "\${text#*"$nl$nl"}" || return 1 ;; *) return 1 ;; esac
  fi
  g cat-file -e "$1^{commit}" 2>/dev/null
}

# A pick of the other backend of rebase, which asks no hook of a commit.
picked() {
  [ -n "$head" ] && [ -d "$dir/rebase-apply" ] && has_list || return 1
  changes=$(g diff-tree -r --raw --no-abbrev --no-renames "$head" "$moved") || return 1
  harmless "$message" || id=$(echo "$message" | g hash-object --stdin) || return 1
  listed
}

clean() {
  new=$(g rev-list --max-count=2 --format='%P%n%T%n%B' $tips --not --branches --tags --remotes '--glob=refs/notes/*' $head 2>/dev/null) || return 1
  for tip in $named; do known_name "$tip" || return 1; done
  [ -n "$new" ] || return 0
  # One commit, whose tree and message the marker knows: its id, its parents, its tree, its message.
  rest=\${new#*"$nl"}
  if [ -n "$head" ]; then case $rest in "$head"*) ;; *) return 0 ;; esac; fi
  rest=\${rest#*"$nl"}
  case $rest in *"$nl"*) message=\${rest#*"$nl"} ;; *) message= ;; esac
  if ! marked "\${rest%%"$nl"*}"; then picked; return; fi
  while case $seen in *"$nl") ;; *) false ;; esac; do seen=\${seen%"$nl"}; done
  [ "$message" = "$seen" ] || harmless "$message"
}

clean || printf '%s\\n' $tips | gate prepared $head || exit 1
chain
`,
];

/** git asks it before anything leaves. */
const prePush = `
input=
while IFS= read -r line || [ -n "$line" ]; do input=$input$line$nl; done
if has_chained; then printf %s "$input" | "$chained" "$@" || exit $?; fi
printf %s "$input" | gate "$@" || exit 1
exit 0
`;

/** A server's git asks it before anything is taken in. */
const preReceive = `
input=
while IFS= read -r line || [ -n "$line" ]; do input=$input$line$nl; done
if has_chained; then printf %s "$input" | "$chained" "$@" || exit $?; fi
printf %s "$input" | gate || exit 1
exit 0
`;

/** The hooks that hold the gate, by their names. */
export const gates = new Map<string, (facts: StubFacts) => string>([
  ["prepare-commit-msg", (facts) => head("prepare-commit-msg", facts) + gate + marker + list + prepareCommitMessage],
  [
    "reference-transaction",
    (facts) =>
      [head("reference-transaction", facts), referenceTransaction[0], gate, marker, list, referenceTransaction[1]].join(""),
  ],
  ["pre-push", (facts) => head("pre-push", facts) + gate + prePush],
  ["pre-receive", (facts) => head("pre-receive", facts) + gate + preReceive],
]);

/** A stub that only passes on to the folder that git looked into before. */
export function passingStub(name: string, chained: string): string {
  return `#!/bin/sh
${stubMark}; \`failcheck install --uninstall\` takes it away. Passes on to the hooks' former folder.
name=${name}
chained=${quoted(chained)}
${idle}
if [ -f "$chained" ] && [ -x "$chained" ] && ! is_idle; then exec "$chained" "$@"; fi
exit 0
`;
}
