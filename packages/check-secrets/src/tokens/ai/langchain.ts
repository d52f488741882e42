import type { Provider } from "../../token-kind.ts";

/** Tokens of LangSmith. */
export const langchain: Provider = {
  name: "LangSmith",
  documentation: "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
  kinds: [
    {
      kind: "langchain-langsmith-personal-access-token",
      title: "LangSmith langchain langsmith personal access token",
      pattern: "lsv2_pt_[0-9a-fA-F]{32}_[0-9a-fA-F]{10}",
      proof: "structure",
      match: ["LANGSMITH_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "langchain-langsmith-service-key",
      title: "LangSmith langchain langsmith service key",
      pattern: "lsv2_sk_[0-9a-fA-F]{32}_[0-9a-fA-F]{10}",
      proof: "structure",
      match: ["LANGSMITH_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
