import type { Provider } from "../../token-kind.ts";

/** Keys of Bitcoin's wallets. */
export const bitcoin: Provider = {
  name: "Bitcoin",
  documentation: "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
  kinds: [
    {
      kind: "bip32-private-key",
      title: "extended private key of a wallet",
      pattern: "[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107,108}",
      keywords: ["xprv", "yprv", "zprv", "tprv"],
      proof: "structure",
      match: ['wallet = "«»"', "XPRV=«»"],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
