import { expect, test } from "vitest";
import { costOf } from "./pattern-cost.ts";

test.each([
  ["tok_[a-z]{8}", "linear"],
  ["(?<![A-Za-z0-9_])acme_[a-z]{8,300}", "linear"],
  ["[a-z0-9_-]{2,30}\\s*[:=]\\s*[\"']?([0-9a-f]{32})", "linear"],
  ["pw=\\S+", "linear"],
  ["(?:[a-z]{1,20}-){1,20}[a-z]{3}", "linear"],
  ["(?:[a-f]|\\d){32}", "linear"],
  ["\\bacme-\\d+\\b", "linear"],
  ["(?:[\\w.-]{0,50}?)(?:=|:)(?:[a-z]{20})", "linear"],
  ["a+b", "each start"],
  ["\\s+$", "each start"],
  ["(a+)+$", "exponential"],
  ["^(?:a|a)*$", "exponential"],
  ["(?:\\w|\\d){0,99}-", "exponential"],
  ["(?:a{1,30}){1,30}b", "exponential"],
  ["(.*a){12}", "exponential"],
  ["(?:a?){30}a{30}", "exponential"],
  ["x\\s*\\s*\\s*=", "polynomial"],
  ["x\\s{0,200}\\s{0,200}\\s{0,200}=", "polynomial"],
  ["x.*.*.*=", "polynomial"],
  ["x{0,100000}y", "long"],
  ["(?=(a+))\\1b", "unknown"],
  ["(?<=.*)x", "unknown"],
] as const)("%s is %s", (pattern, cost) => {
  expect(costOf(new RegExp(pattern, "gdu"))).toBe(cost);
  expect(costOf(new RegExp(pattern, "gdui"))).toBe(cost);
});
