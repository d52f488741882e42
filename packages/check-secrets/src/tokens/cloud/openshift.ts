import type { Provider } from "../../token-kind.ts";

/** Tokens of OpenShift. */
export const openshift: Provider = {
  name: "OpenShift",
  documentation:
    "https://docs.redhat.com/en/documentation/openshift_container_platform/4.10/html-single/authentication_and_authorization/index",
  kinds: [
    {
      kind: "openshift-user-token",
      title: "OpenShift user token",
      pattern: String.raw`sha256~[\w-]{43}`,
      proof: "entropy",
      match: ["OPENSHIFT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
