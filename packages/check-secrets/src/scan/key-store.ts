import type { Candidate } from "./candidate.ts";

/** Files that are a store of keys as a whole: how they begin, in hexadecimal, and where their name has to tell as well. */
const stores: readonly { readonly begins: RegExp; readonly path?: RegExp; readonly title: string }[] = [
  { begins: /^03d9a29a6[57]fb4bb5/, title: "KeePass database" },
  { begins: /^cececece0000000[12]/, title: "Java key store" },
  { begins: /^308[12][0-9a-f]{2,4}020103/, path: /\.(?:p12|pfx|pkcs12)$/i, title: "PKCS#12 key store" },
  { begins: /^308[12][0-9a-f]{2,4}020100(?:0282|300d06092a864886f70d010101)/, title: "RSA private key" },
  { begins: /^30[0-9a-f]{2}020100301306072a8648ce3d0201/, title: "elliptic curve private key" },
  { begins: /^302e020100300506032b6570/, title: "Ed25519 private key" },
];

/** The file as a whole, where it is a store of keys. A store of certificates alone is none. */
export function keyStoreIn(path: string, bytes: Uint8Array): Candidate | undefined {
  const first = bytes[0];
  if (first !== 0x03 && first !== 0xce && first !== 0x30 && first !== 0xfe) return undefined;
  const head = Buffer.from(bytes.subarray(0, 24)).toString("hex");
  const store = stores.find((one) => one.begins.test(head) && (one.path?.test(path) ?? true));
  const title = store?.title ?? (holdsPrivateEntry(bytes) ? "Java key store" : undefined);
  if (title === undefined) return undefined;
  return {
    defect: "private-key",
    kind: "key-store",
    title,
    start: 0,
    end: bytes.length,
    shown: "the whole file",
    why: "its first bytes are those of one",
    sureness: 100,
  };
}

const privateEntry = 1;
const mostEntries = 1000;

/** Whether a file of Java's own format holds a private key: a store of trusted certificates begins alike. */
function holdsPrivateEntry(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || view.getUint32(0) !== 0xfeedfeed) return false;
  let at = 12;
  for (let entry = 0; entry < Math.min(view.getUint32(8), mostEntries) && at + 6 <= bytes.length; entry++) {
    if (view.getUint32(at) === privateEntry) return true;
    // A trusted certificate: its tag, alias, date, type and length.
    const typeAt = at + 6 + view.getUint16(at + 4) + 8;
    if (typeAt + 2 > bytes.length) return false;
    const lengthAt = typeAt + 2 + view.getUint16(typeAt);
    if (lengthAt + 4 > bytes.length) return false;
    at = lengthAt + 4 + view.getUint32(lengthAt);
  }
  return false;
}
