import type { Provider } from "../../token-kind.ts";

/** Tokens of MongoDB. */
export const mongodb: Provider = {
  name: "MongoDB",
  documentation: "https://www.mongodb.com/docs/atlas/configure-api-access/",
  kinds: [
    {
      kind: "mongodb-atlas-service-account-secret",
      title: "MongoDB atlas service account secret",
      pattern: "mdb_sa_sk_[A-Za-z0-9_-]{40}",
      proof: "structure",
      match: ["MONGODB_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "mongodb-atlas-service-account-id",
      title: "MongoDB Atlas service account id",
      pattern: "mdb_sa_id_[a-f0-9]{24}",
      proof: "structure",
      match: ["MONGODB_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "mongodb-atlas-private-key",
      title: "MongoDB Atlas private API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["atlas", "mongodb", "mongo"],
      near: ["atlas", "mongodb", "mongo"],
      ignoreCase: true,
      proof: "context",
      match: ["ATLAS_API_KEY=«»", 'atlas_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ATLAS_API_KEY=«masked»"],
    },
  ],
};
