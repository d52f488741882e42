/** Files of tests: `test/fixtures/login.json`, `__tests__/a.ts`, `a.spec.ts`, `LoginTest.java`, the source pages of rustdoc; not `contest/a.ts`. */
const testPath =
  /(?:^|\/)(?:__)?(?:tests?|specs?|fixtures|mocks)(?:__)?\/|[._-](?:test|spec)s?\.\w+$|[a-z]Tests?\.\w+$|\.rs\.html$/;

/** Whether the file is one of tests, where a password that everybody knows is no finding. */
export function isOfTests(path: string): boolean {
  return testPath.test(path) || testPath.test(path.toLowerCase());
}
