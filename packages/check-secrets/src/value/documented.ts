import { crc32 } from "./crc32.ts";

/**
 * Checksums of tokens that providers print in their own manuals and samples: they open nothing.
 * Checksums, because the tokens themselves would make every scanner that reads this file cry out.
 */
const documented = new Set([
  0x08394327, 0x091a9dc7, 0x0ba59aba, 0x1f358cbe, 0x202f468f, 0x3627aa84, 0x3c5d7fda, 0x5c298136, 0x6159ac90, 0x6a4f7820,
  0x6b66e8a8, 0x6b9463f8, 0x7aa120d5, 0x94bb94f9, 0xafe8ff3e, 0xdc2359b6, 0xfbc47221, 0xffddd189,
  // The emulators of Azure Storage and Cosmos DB; the vectors of FIPS 197, NIST SP 800-38A and RFC 8032; RFC 6749, 6750, 7515 and 7617; jwt.io.
  0x0dac9702,
  0x0fc657b9, 0x2066bfe6, 0x269d4cea, 0x2bdd531a, 0x494bda51, 0x776de070, 0x77ab892d, 0x7a77589d, 0x8168b50b, 0x87707360,
  0x9e49269d, 0xa7f91447, 0xb4cbd586, 0xcea67886, 0xe379cea5, 0xef527fd9, 0xf0a8f587, 0xfe665677,
  // The keys of RFC 7515's appendix A, and the emulator's once more.
  0x203b26c1, 0x7f1e786f, 0xfbf21995, 0xd7579d97, 0x18b30b6f, 0x06e9159d,
  // The keys with which reCAPTCHA's and Turnstile's checks always pass or fail; Stripe's samples; "username:password" for Basic.
  0x07e175bd, 0x73b43468, 0x08fb834d, 0x8328bd54, 0x9d93a9f8, 0x396d8142, 0x401f50a0, 0x5db30a6a, 0xab4d2e47, 0xd465a41a,
  0xb9093f1a,
  // The digests of nothing: MD5 and SHA.
  0x43be58cc, 0x76cf21c4, 0x222d87fc, 0x31afd2d2, 0x6794ebf1, 0x3efd3338,
]);

/** Whether the token is one that a manual shows. */
export function isDocumented(token: string): boolean {
  return documented.has(crc32(token));
}
