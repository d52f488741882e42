import type { Provider } from "../../token-kind.ts";
import { adafruit } from "./adafruit.ts";
import { aikido } from "./aikido.ts";
import { artifactory } from "./artifactory.ts";
import { bitbucket } from "./bitbucket.ts";
import { bitrise } from "./bitrise.ts";
import { buildkite } from "./buildkite.ts";
import { circleci } from "./circleci.ts";
import { clojars } from "./clojars.ts";
import { codecov } from "./codecov.ts";
import { coveralls } from "./coveralls.ts";
import { consul } from "./consul.ts";
import { cratesio } from "./cratesio.ts";
import { doppler } from "./doppler.ts";
import { droneci } from "./droneci.ts";
import { endorlabs } from "./endorlabs.ts";
import { gitea } from "./gitea.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { harness } from "./harness.ts";
import { hashicorp } from "./hashicorp.ts";
import { hashicorpVault } from "./hashicorp-vault.ts";
import { infracost } from "./infracost.ts";
import { inngest } from "./inngest.ts";
import { ionic } from "./ionic.ts";
import { jenkins } from "./jenkins.ts";
import { mergify } from "./mergify.ts";
import { npm } from "./npm.ts";
import { nuget } from "./nuget.ts";
import { octopusdeploy } from "./octopusdeploy.ts";
import { postman } from "./postman.ts";
import { prefect } from "./prefect.ts";
import { pulumi } from "./pulumi.ts";
import { pypi } from "./pypi.ts";
import { readme } from "./readme.ts";
import { rubygems } from "./rubygems.ts";
import { settlemint } from "./settlemint.ts";
import { sidekiq } from "./sidekiq.ts";
import { snyk } from "./snyk.ts";
import { sonar } from "./sonar.ts";
import { sourcegraph } from "./sourcegraph.ts";
import { thunderstore } from "./thunderstore.ts";
import { travisci } from "./travisci.ts";
import { trigger } from "./trigger.ts";

/** Providers on the subject of code. */
export const codeProviders: readonly Provider[] = [
  adafruit,
  aikido,
  artifactory,
  bitbucket,
  bitrise,
  buildkite,
  circleci,
  clojars,
  codecov,
  coveralls,
  consul,
  cratesio,
  doppler,
  droneci,
  endorlabs,
  gitea,
  github,
  gitlab,
  harness,
  hashicorp,
  hashicorpVault,
  infracost,
  inngest,
  ionic,
  jenkins,
  mergify,
  npm,
  nuget,
  octopusdeploy,
  postman,
  prefect,
  pulumi,
  pypi,
  readme,
  rubygems,
  settlemint,
  sidekiq,
  snyk,
  sonar,
  sourcegraph,
  thunderstore,
  travisci,
  trigger,
];
