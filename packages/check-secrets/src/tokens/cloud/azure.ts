import type { Provider } from "../../token-kind.ts";

/** Tokens of Microsoft Azure. */
export const azure: Provider = {
  name: "Microsoft Azure",
  documentation: "https://learn.microsoft.com/en-us/purview/sit-defn-azure-ad-client-secret",
  kinds: [
    {
      kind: "azure-ad-client-secret",
      title: "Azure client secret",
      pattern: String.raw`[a-zA-Z0-9_~.]{3}\dQ~[a-zA-Z0-9_~.-]{31,34}`,
      keywords: ["Q~"],
      proof: "structure",
      match: ["MICROSOFT_AZURE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "azure-storage-account-key",
      title: "Azure storage account key",
      pattern: "[A-Za-z0-9+/]{86}==",
      names: ["accountkey", "account_key", "storage", "azure", "sharedaccesskey"],
      proof: "context",
      match: ["ACCOUNTKEY_API_KEY=«»", 'accountkey_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ACCOUNTKEY_API_KEY=«masked»"],
    },
    {
      kind: "azure-shared-access-key",
      title: "Azure shared access key",
      pattern: "SharedAccessKey=[A-Za-z0-9+/]{32,100}={0,2}",
      proof: "structure",
      match: ["MICROSOFT_AZURE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "azure-app-configuration-secret",
      title: "Azure App Configuration secret",
      pattern: ";Secret=[A-Za-z0-9+/]{36,100}={0,2}",
      proof: "structure",
      match: ["MICROSOFT_AZURE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "azure-devops-pat",
      title: "Azure DevOps personal access token",
      pattern: "[a-z2-7]{52}",
      names: ["azure", "devops", "ado", "vsts", "system_accesstoken"],
      near: ["az devops", "dev.azure.com", "visualstudio.com"],
      proof: "context",
      match: ["AZURE_TOKEN=«»", 'azure_token: "«»"', 'az devops login --organization https://dev.azure.com/x <<< "«»"'],
      noMatch: ['colour = "«»"', "AZURE_TOKEN=«masked»", "az devops login <<< «short»"],
    },
    {
      kind: "azure-sas-signature",
      title: "Azure shared access signature",
      pattern: "sig=[A-Za-z0-9%]{43,63}%3[dD]",
      keywords: ["sig="],
      proof: "structure",
      match: ["MICROSOFT_AZURE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
