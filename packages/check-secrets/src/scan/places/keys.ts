import type { Place } from "./place.ts";

const word = "[a-z]{3,8}";

/** Keys that are known by what stands beside them: those of JSON Web Keys and of wallets. */
export const keyPlaces: readonly Place[] = [
  {
    words: ['"kty"', "'kty'"],
    after: /["']kty["'][^{}]{0,2000}?["'](?:d|k)["'][ \t]{0,4}:[ \t]{0,4}["'](?<s>[\w-]{22,1400})["']/iy,
    judge: "key",
    title: "private part of a JSON Web Key",
  },
  {
    words: [
      "mnemonic",
      "seed_phrase",
      "seedphrase",
      "seed phrase",
      "recovery phrase",
      "recovery_phrase",
      "wallet_seed",
      "secret phrase",
    ],
    after: new RegExp(
      String.raw`[a-z_ ]{8,16}["'\])]{0,3}[ \t]{0,4}(?:=>|:=|=|:|is)[ \t]{0,4}["'\x60]?(?<s>${word}(?: ${word}){11}(?:(?: ${word}){3}){0,4})(?![ \t]?[a-z])`,
      "iy",
    ),
    judge: "words",
    title: "seed phrase of a wallet",
  },
  {
    words: ['"0x', "'0x", "`0x"],
    before: /(?:accounts|private_?keys|deployers|signers)["']?[^\n"'`[]{0,24}\[[\s"'`,0-9a-fx/]{0,220}$/i,
    after: /["'`](?<s>0x[0-9a-f]{64})["'`]/iy,
    judge: "key",
    title: "private key of a wallet",
  },
  ...[0, 1, 2, 3].map((skipped): Place => ({
    words: ["accounts", "privatekeys", "private_keys"],
    after: new RegExp(
      String.raw`\w{8,12}["']?[ \t]{0,4}(?::[ \t]{0,4}\w{1,12}\[\][ \t]{0,4})?[:=][ \t]{0,4}\[\s{0,20}(?:["'\x60](?:0x)?[0-9a-f]{64}["'\x60],\s{0,20}){${String(skipped)}}["'\x60](?<s>[0-9a-f]{64})["'\x60]`,
      "iy",
    ),
    judge: "key",
    title: "private key of a wallet",
  })),
  {
    // In the environment of a deployment; elsewhere the two letters are a primary key's.
    words: ["pk="],
    before: /(?:^|\n)[ \t]{0,8}(?:export )?(?:[A-Z]{2,20}_)?$/,
    after: /PK=["']?(?<s>(?:0x)?[0-9a-f]{64})["']?[ \t]*(?=\r?\n|$)/y,
    judge: "key",
    title: "private key of a wallet",
  },
];
