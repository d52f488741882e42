import type { Provider } from "../token-kind.ts";
import { aiProviders } from "./ai/index.ts";
import { cloudProviders } from "./cloud/index.ts";
import { codeProviders } from "./code/index.ts";
import { dataProviders } from "./data/index.ts";
import { identityProviders } from "./identity/index.ts";
import { messagingProviders } from "./messaging/index.ts";
import { moneyProviders } from "./money/index.ts";
import { monitoringProviders } from "./monitoring/index.ts";
import { socialProviders } from "./social/index.ts";
import { workProviders } from "./work/index.ts";

/** Every provider, by subject. */
export const providers: readonly Provider[] = [
  ...aiProviders,
  ...cloudProviders,
  ...codeProviders,
  ...dataProviders,
  ...identityProviders,
  ...messagingProviders,
  ...moneyProviders,
  ...monitoringProviders,
  ...socialProviders,
  ...workProviders,
];
