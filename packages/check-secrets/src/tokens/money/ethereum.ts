import type { Provider } from "../../token-kind.ts";

/** Keys of Ethereum's accounts, and of the chains that share its wallets. */
export const ethereum: Provider = {
  name: "Ethereum",
  documentation: "https://ethereum.org/en/developers/docs/accounts/",
  kinds: [
    {
      kind: "ethereum-private-key",
      title: "private key of a wallet",
      pattern: "0x[a-fA-F0-9]{64}",
      names: ["poly", "private_key", "privatekey", "wallet"],
      proof: "context",
      match: ["DEPLOYER_PRIVATE_KEY=«»", 'walletKey: "«»"'],
      noMatch: ['colour = "«»"', "PRIVATE_KEY=«masked»"],
    },
  ],
};
