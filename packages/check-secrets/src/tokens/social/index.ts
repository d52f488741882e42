import type { Provider } from "../../token-kind.ts";
import { disqus } from "./disqus.ts";
import { facebook } from "./facebook.ts";
import { flickr } from "./flickr.ts";
import { lichess } from "./lichess.ts";
import { pinterest } from "./pinterest.ts";
import { riot } from "./riot.ts";
import { roblox } from "./roblox.ts";
import { spotify } from "./spotify.ts";
import { twitch } from "./twitch.ts";
import { twitter } from "./twitter.ts";

/** Providers on the subject of social. */
export const socialProviders: readonly Provider[] = [
  disqus,
  facebook,
  flickr,
  lichess,
  pinterest,
  riot,
  roblox,
  spotify,
  twitch,
  twitter,
];
