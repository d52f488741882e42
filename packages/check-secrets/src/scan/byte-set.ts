/** For each byte, whether it is one of the ASCII characters that the pattern matches. */
export function byteSet(characters: RegExp): Uint8Array {
  const set = new Uint8Array(256);
  for (let code = 0; code < 128; code++) if (characters.test(String.fromCharCode(code))) set[code] = 1;
  return set;
}
