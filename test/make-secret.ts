/** Makes a secret of a kind at run time, so that no file here holds one. */
export function makeSecret(kind: string): string {
  throw new Error(`no checker makes «${kind}»`);
}
