import type { Provider } from "../../token-kind.ts";
import { configcat } from "./configcat.ts";
import { datadog } from "./datadog.ts";
import { devcycle } from "./devcycle.ts";
import { dynatrace } from "./dynatrace.ts";
import { fullstory } from "./fullstory.ts";
import { grafana } from "./grafana.ts";
import { honeycomb } from "./honeycomb.ts";
import { launchdarkly } from "./launchdarkly.ts";
import { logdna } from "./logdna.ts";
import { newrelic } from "./newrelic.ts";
import { opsgenie } from "./opsgenie.ts";
import { pagerduty } from "./pagerduty.ts";
import { rapid7 } from "./rapid7.ts";
import { rollbar } from "./rollbar.ts";
import { rootly } from "./rootly.ts";
import { samsara } from "./samsara.ts";
import { sentry } from "./sentry.ts";
import { splunk } from "./splunk.ts";
import { statuspage } from "./statuspage.ts";
import { sumologic } from "./sumologic.ts";

/** Providers on the subject of monitoring. */
export const monitoringProviders: readonly Provider[] = [
  configcat,
  datadog,
  devcycle,
  dynatrace,
  fullstory,
  grafana,
  honeycomb,
  launchdarkly,
  logdna,
  newrelic,
  opsgenie,
  pagerduty,
  rapid7,
  rollbar,
  rootly,
  samsara,
  sentry,
  splunk,
  statuspage,
  sumologic,
];
