/** What the hooks' stubs start. It is short, so that damage to what it loads ends in one sentence and not in a page of code. */
const refuse = () => {
  process.stderr.write(
    "failcheck: refused, because its own files are damaged. Repair: npm ci && npx --no-install failcheck install\n",
  );
  process.exit(2);
};
try {
  require(`${__dirname}/gate.cjs`).start().catch(refuse);
} catch {
  refuse();
}
