import type { Provider } from "../../token-kind.ts";
import { beamer } from "./beamer.ts";
import { discord } from "./discord.ts";
import { gcnotify } from "./gcnotify.ts";
import { gitter } from "./gitter.ts";
import { intercom } from "./intercom.ts";
import { lark } from "./lark.ts";
import { mailchimp } from "./mailchimp.ts";
import { mailersend } from "./mailersend.ts";
import { mailgun } from "./mailgun.ts";
import { mandrill } from "./mandrill.ts";
import { mattermost } from "./mattermost.ts";
import { messagebird } from "./messagebird.ts";
import { onesignal } from "./onesignal.ts";
import { plivo } from "./plivo.ts";
import { postmark } from "./postmark.ts";
import { pusher } from "./pusher.ts";
import { resend } from "./resend.ts";
import { sendbird } from "./sendbird.ts";
import { sendgrid } from "./sendgrid.ts";
import { sendinblue } from "./sendinblue.ts";
import { slack } from "./slack.ts";
import { teams } from "./teams.ts";
import { telegram } from "./telegram.ts";
import { telnyx } from "./telnyx.ts";
import { twilio } from "./twilio.ts";
import { zapier } from "./zapier.ts";
import { zoom } from "./zoom.ts";

/** Providers on the subject of messaging. */
export const messagingProviders: readonly Provider[] = [
  beamer,
  discord,
  gcnotify,
  gitter,
  intercom,
  lark,
  mailchimp,
  mailersend,
  mailgun,
  mandrill,
  mattermost,
  messagebird,
  onesignal,
  plivo,
  postmark,
  pusher,
  resend,
  sendbird,
  sendgrid,
  sendinblue,
  slack,
  teams,
  telegram,
  telnyx,
  twilio,
  zapier,
  zoom,
];
