/** Files in which package managers pin versions: `yarn.lock`, `packages.lock.json`, `go.sum`; not `lock.ts`. */
const lockFile = /(?:[.-]lock(?:file)?(?:\.\w{1,5})?|Package\.resolved|go\.sum|npm-shrinkwrap\.json)$/;
const checksum = /^(?:sha\d{1,3}[-=:])?(?:[0-9a-f]{32,128}|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)$/i;

/** Whether the value pins a package: a checksum beside names of packages, of which some speak of tokens. */
export function isPin(path: string, value: string): boolean {
  return lockFile.test(path) && checksum.test(value);
}
