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
    },
    {
      kind: "azure-storage-account-key",
      title: "Azure storage account key",
      pattern: "[A-Za-z0-9+/]{86}==",
      names: ["accountkey", "account_key", "storage", "azure", "sharedaccesskey"],
      proof: "context",
    },
    {
      kind: "azure-shared-access-key",
      title: "Azure shared access key",
      pattern: "SharedAccessKey=[A-Za-z0-9+/]{32,100}={0,2}",
      proof: "structure",
    },
    {
      kind: "azure-app-configuration-secret",
      title: "Azure App Configuration secret",
      pattern: ";Secret=[A-Za-z0-9+/]{36,100}={0,2}",
      proof: "structure",
    },
    {
      kind: "azure-devops-pat",
      title: "Azure DevOps personal access token",
      pattern: "[a-z2-7]{52}",
      names: ["azure", "devops", "ado", "vsts", "system_accesstoken"],
      proof: "context",
    },
    {
      kind: "azure-sas-signature",
      title: "Azure shared access signature",
      pattern: "[?&]sig=[A-Za-z0-9%]{43,63}%3[dD]",
      keywords: ["sig="],
      proof: "structure",
    },
  ],
};
