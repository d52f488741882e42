import type { Provider } from "../../token-kind.ts";
import { aiven } from "./aiven.ts";
import { alibaba } from "./alibaba.ts";
import { aws } from "./aws.ts";
import { azure } from "./azure.ts";
import { civo } from "./civo.ts";
import { cloudflare } from "./cloudflare.ts";
import { cloudsmith } from "./cloudsmith.ts";
import { convex } from "./convex.ts";
import { definednetworking } from "./definednetworking.ts";
import { deno } from "./deno.ts";
import { digitalocean } from "./digitalocean.ts";
import { docker } from "./docker.ts";
import { dockerhub } from "./dockerhub.ts";
import { exoscale } from "./exoscale.ts";
import { fastly } from "./fastly.ts";
import { firebase } from "./firebase.ts";
import { flyio } from "./flyio.ts";
import { gcp } from "./gcp.ts";
import { heroku } from "./heroku.ts";
import { hetzner } from "./hetzner.ts";
import { ibm } from "./ibm.ts";
import { infomaniak } from "./infomaniak.ts";
import { k3s } from "./k3s.ts";
import { linode } from "./linode.ts";
import { meraki } from "./meraki.ts";
import { netlify } from "./netlify.ts";
import { openshift } from "./openshift.ts";
import { ovh } from "./ovh.ts";
import { redirectpizza } from "./redirectpizza.ts";
import { render } from "./render.ts";
import { scaleway } from "./scaleway.ts";
import { scalingo } from "./scalingo.ts";
import { tailscale } from "./tailscale.ts";
import { upcloud } from "./upcloud.ts";
import { valtown } from "./valtown.ts";
import { vercel } from "./vercel.ts";
import { vultr } from "./vultr.ts";
import { yandex } from "./yandex.ts";
import { zuplo } from "./zuplo.ts";

/** Providers on the subject of cloud. */
export const cloudProviders: readonly Provider[] = [
  aiven,
  alibaba,
  aws,
  azure,
  civo,
  cloudflare,
  cloudsmith,
  convex,
  definednetworking,
  deno,
  digitalocean,
  docker,
  dockerhub,
  exoscale,
  fastly,
  firebase,
  flyio,
  gcp,
  heroku,
  hetzner,
  ibm,
  infomaniak,
  k3s,
  linode,
  meraki,
  netlify,
  openshift,
  ovh,
  redirectpizza,
  render,
  scaleway,
  scalingo,
  tailscale,
  upcloud,
  valtown,
  vercel,
  vultr,
  yandex,
  zuplo,
];
