import type { Provider } from "../../token-kind.ts";

/** Tokens of IBM Cloud. */
export const ibm: Provider = {
  name: "IBM Cloud",
  documentation: "https://cloud.ibm.com/docs/account?topic=account-userapikey",
  kinds: [
    {
      kind: "ibm-cloud-user-api-key",
      title: "IBM Cloud user API key",
      pattern: "[a-z0-9_-]{42,44}",
      names: ["ibm"],
      ignoreCase: true,
      proof: "context",
      match: ["IBM_API_KEY=«»", 'ibm_api_key: "«»"'],
      noMatch: ['colour = "«»"', "IBM_API_KEY=«masked»"],
    },
  ],
};
