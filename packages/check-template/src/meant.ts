/** What C, PHP and Python themselves call by such names, and what frameworks put into pages on purpose. */
const compilers =
  /^(?:FILE|LINE|DATE|TIME|TIMESTAMP|FUNCTION|FUNC|METHOD|CLASS|DIR|NAMESPACE|TRAIT|STDC|VERSION|GNUC|COUNTER|END|DATA|PYVENV_LAUNCHER|VA_ARGS|VA_OPT|DEV|NEXT_DATA|NUXT|INITIAL_STATE|APOLLO_STATE|PRELOADED_STATE|REACT_DEVTOOLS_GLOBAL_HOOK)$/;

/** Variables that shells and systems have by these names, and by these endings. */
const systems =
  /^(?:HOME|PATH|USER|LOGNAME|PWD|OLDPWD|SHELL|TERM|LANG|LC_[A-Z]+|TMP|TEMP|TMPDIR|EDITOR|VISUAL|PAGER|DISPLAY|HOSTNAME|IFS|UID|EUID|PPID|RANDOM|SECONDS|LINENO|BASH_[A-Z]+|XDG_[A-Z_]+|CFLAGS|LDFLAGS|DESTDIR|APPDATA|LOCALAPPDATA|USERPROFILE|SYSTEMROOT|SYSTEMDRIVE|WINDIR|PROGRAMFILES|PROGRAMDATA|HOMEPATH|HOMEDRIVE|COMSPEC|COMPUTERNAME|ALLUSERSPROFILE|PATHEXT|ERRORLEVEL|USERDOMAIN|LOGONSERVER|(?:REMOTE|HTTP|SERVER|REQUEST|QUERY|SCRIPT|GIT_COMMITTER|GIT_AUTHOR)_[A-Z_]+|[A-Z_]+_(?:HOME|PATH|DIR|ROOT|FLAGS|PREFIX|LIB|EDITOR|ARCHITECTURE))$/;

/** Whether pages spell out `__NAME__` because a language or a framework has it. */
export const isOfCompiler = (name: string): boolean => compilers.test(name);

/** Whether pages spell out `${NAME}` or `%NAME%` because a shell or a system has it. */
export const isOfSystem = (name: string): boolean => systems.test(name);

/** Words of a text about variables themselves. */
const talk =
  /\b(?:environment|env|variables?|export|shell|bash|batch|cmd|expand(?:s|ed)?|expansion|substitut\w{0,6}|placeholders?|macros?|tokens?|configure|unset|printenv|syntax|notation)\b/i;

/** Whether the sentence around a place is about variables, so that it names one on purpose. */
export function isTalkOfVariables(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 160), from);
  const behind = text.slice(to, to + 80);
  return (
    talk.test(before.slice(before.lastIndexOf("\n\n") + 1).replace(/<[^<>]*>/g, " ")) ||
    talk.test(behind.replace(/<[^<>]*>/g, " "))
  );
}
