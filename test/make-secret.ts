import { sample } from "@failcheck/check-secrets/sample";

/** Makes a secret of a kind at run time, so that no file here holds one; the same kind is the same secret. */
export function makeSecret(kind: string): string {
  return sample(kind);
}
