import type { Provider } from "../../token-kind.ts";

/** Tokens of Pinecone. */
export const pinecone: Provider = {
  name: "Pinecone",
  documentation: "https://docs.pinecone.io/guides/projects/manage-api-keys",
  kinds: [
    {
      kind: "pinecone-api-key",
      title: "Pinecone API key",
      pattern: "pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}",
      proof: "entropy",
      match: ["PINECONE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "pinecone-legacy-api-key",
      title: "Pinecone API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["pinecone"],
      near: ["pinecone"],
      ignoreCase: true,
      proof: "context",
      match: ["PINECONE_API_KEY=«»", 'pinecone_api_key: "«»"'],
      noMatch: ['colour = "«»"', "PINECONE_API_KEY=«masked»"],
    },
  ],
};
