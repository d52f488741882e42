import type { Provider } from "../../token-kind.ts";
import { adobe } from "./adobe.ts";
import { asana } from "./asana.ts";
import { atlassian } from "./atlassian.ts";
import { bitly } from "./bitly.ts";
import { box } from "./box.ts";
import { canva } from "./canva.ts";
import { clickup } from "./clickup.ts";
import { coda } from "./coda.ts";
import { crowdin } from "./crowdin.ts";
import { dropbox } from "./dropbox.ts";
import { figma } from "./figma.ts";
import { frameio } from "./frameio.ts";
import { ghost } from "./ghost.ts";
import { hubspot } from "./hubspot.ts";
import { klaviyo } from "./klaviyo.ts";
import { linear } from "./linear.ts";
import { linkedin } from "./linkedin.ts";
import { lokalise } from "./lokalise.ts";
import { monday } from "./monday.ts";
import { notion } from "./notion.ts";
import { salesforce } from "./salesforce.ts";
import { trello } from "./trello.ts";
import { typeform } from "./typeform.ts";
import { workato } from "./workato.ts";
import { zendesk } from "./zendesk.ts";

/** Providers on the subject of work. */
export const workProviders: readonly Provider[] = [
  adobe,
  asana,
  atlassian,
  bitly,
  box,
  canva,
  clickup,
  coda,
  crowdin,
  dropbox,
  figma,
  frameio,
  ghost,
  hubspot,
  klaviyo,
  linear,
  linkedin,
  lokalise,
  monday,
  notion,
  salesforce,
  trello,
  typeform,
  workato,
  zendesk,
];
