import type { Provider } from "../../token-kind.ts";
import { airtable } from "./airtable.ts";
import { algolia } from "./algolia.ts";
import { amplitude } from "./amplitude.ts";
import { apify } from "./apify.ts";
import { brave } from "./brave.ts";
import { clickhouse } from "./clickhouse.ts";
import { cloudinary } from "./cloudinary.ts";
import { cockroachlabs } from "./cockroachlabs.ts";
import { confluent } from "./confluent.ts";
import { contentful } from "./contentful.ts";
import { contentstack } from "./contentstack.ts";
import { couchbase } from "./couchbase.ts";
import { databento } from "./databento.ts";
import { databricks } from "./databricks.ts";
import { datagov } from "./datagov.ts";
import { datastax } from "./datastax.ts";
import { elastic } from "./elastic.ts";
import { influxdb } from "./influxdb.ts";
import { kagi } from "./kagi.ts";
import { liveblocks } from "./liveblocks.ts";
import { looker } from "./looker.ts";
import { mapbox } from "./mapbox.ts";
import { maxmind } from "./maxmind.ts";
import { mixpanel } from "./mixpanel.ts";
import { mongodb } from "./mongodb.ts";
import { neon } from "./neon.ts";
import { nytimes } from "./nytimes.ts";
import { openweather } from "./openweather.ts";
import { planetscale } from "./planetscale.ts";
import { posthog } from "./posthog.ts";
import { rapidapi } from "./rapidapi.ts";
import { segment } from "./segment.ts";
import { snowflake } from "./snowflake.ts";
import { supabase } from "./supabase.ts";
import { tableau } from "./tableau.ts";
import { turso } from "./turso.ts";
import { upstash } from "./upstash.ts";
import { weatherstack } from "./weatherstack.ts";

/** Providers on the subject of data. */
export const dataProviders: readonly Provider[] = [
  airtable,
  algolia,
  amplitude,
  apify,
  brave,
  clickhouse,
  cloudinary,
  cockroachlabs,
  confluent,
  contentful,
  contentstack,
  couchbase,
  databento,
  databricks,
  datagov,
  datastax,
  elastic,
  influxdb,
  kagi,
  liveblocks,
  looker,
  mapbox,
  maxmind,
  mixpanel,
  mongodb,
  neon,
  nytimes,
  openweather,
  planetscale,
  posthog,
  rapidapi,
  segment,
  snowflake,
  supabase,
  tableau,
  turso,
  upstash,
  weatherstack,
];
