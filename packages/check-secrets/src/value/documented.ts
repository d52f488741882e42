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
  // The secret of every manual of one-time passwords, the vector of RFC 4226, and the tokens of OAuth's first manual.
  0x2f1ff868, 0x2cded043, 0xd16ff6af, 0xc7b6f3f3, 0xd05909c5, 0x779eb5f1, 0xd43b7b44, 0xa8b108b3, 0x6af2cb86, 0xc31c70d7,
  0x25cb1226, 0x2cd90487, 0xad510533,
  // The first accounts of Hardhat, Anvil, Ganache and Truffle, and the vectors of BIP 39.
  0xbd0ca09b, 0x70de103d, 0xc584c1f8, 0xae6a3671, 0x8a73dd69, 0x65af39e5, 0x8c817383, 0x8e8f6ac5, 0x726d0959, 0xa59c44e9,
  0x2a246f8e, 0x8ad2c2d9, 0x0af6e73e, 0xc5f0acc8, 0xc3dab30b, 0xb91f90e2, 0xf7c5d408, 0x9a6783ed, 0xb08b9fce, 0x93922a4a,
  0x2d066124, 0xbc91018f, 0x4420f7cf, 0xc274bed5, 0x636b7a41, 0x374dfad5, 0xff5f6362, 0x488192ab, 0x5777e5a4, 0x4e56ae37,
  0xca433065, 0x5f5e132e, 0x2af8d60a, 0x69fcd336, 0x637d5b59, 0xc855564f, 0xe9156e2c, 0xfcc918ea, 0x7be54da7, 0xe1ed407f,
  0x7e65a8c2, 0x421558d5, 0x76c23ba3, 0x50fec5b1, 0x412e09c0, 0x3fa35a65, 0xc29ae546, 0xf4289e47, 0x8a3fd0c1, 0x1154107e,
  0xa72024a4, 0x8ec09404, 0x57dcbb71, 0xf5ee4a24, 0x211a34fb, 0x989dd5e5, 0x0a7825b9, 0x35904622,
]);

/** Whether the token is one that a manual shows. */
export function isDocumented(token: string): boolean {
  return documented.has(crc32(token.replace(/^0x/, "")));
}
