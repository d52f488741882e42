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
    },
    {
      kind: "mongodb-atlas-service-account-id",
      title: "MongoDB Atlas service account id",
      pattern: "mdb_sa_id_[a-f0-9]{24}",
      proof: "structure",
    },
  ],
};
