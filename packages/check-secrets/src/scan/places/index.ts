import { configPlaces } from "./config.ts";
import { devicePlaces } from "./devices.ts";
import { keyPlaces } from "./keys.ts";
import { pipePlaces } from "./pipes.ts";
import type { Place } from "./place.ts";
import { prosePlaces } from "./prose.ts";
import { statementPlaces } from "./statements.ts";
import { writtenPlaces } from "./written.ts";

/** Every place where a credential stands without a name and an operator. */
export const places: readonly Place[] = [
  ...configPlaces,
  ...devicePlaces,
  ...keyPlaces,
  ...statementPlaces,
  ...pipePlaces,
  ...prosePlaces,
  ...writtenPlaces,
];
