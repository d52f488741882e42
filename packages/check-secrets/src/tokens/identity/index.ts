import type { Provider } from "../../token-kind.ts";
import { onePassword } from "./1password.ts";
import { age } from "./age.ts";
import { auth0 } from "./auth0.ts";
import { authress } from "./authress.ts";
import { bitwarden } from "./bitwarden.ts";
import { clerk } from "./clerk.ts";
import { intra42 } from "./intra42.ts";
import { jumpcloud } from "./jumpcloud.ts";
import { okta } from "./okta.ts";
import { onfido } from "./onfido.ts";
import { persona } from "./persona.ts";
import { proof } from "./proof.ts";
import { sslmate } from "./sslmate.ts";
import { svix } from "./svix.ts";
import { unkey } from "./unkey.ts";
import { workos } from "./workos.ts";

/** Providers on the subject of identity. */
export const identityProviders: readonly Provider[] = [
  onePassword,
  age,
  auth0,
  authress,
  bitwarden,
  clerk,
  intra42,
  jumpcloud,
  okta,
  onfido,
  persona,
  proof,
  sslmate,
  svix,
  unkey,
  workos,
];
