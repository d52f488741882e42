import type { Proof } from "../token-kind.ts";
import { crc32 } from "./crc32.ts";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The token with its last characters replaced by the right checksum; the token itself where its kind has none. */
export function withChecksum(token: string, proof: Proof): string {
  const right = checksum(token, proof);
  return right === undefined ? token : token.slice(0, -right.length) + right;
}

/** Whether the token's checksum holds; undefined where its kind has none. */
export function checksumHolds(token: string, proof: Proof): boolean | undefined {
  const right = checksum(token, proof);
  return right === undefined ? undefined : token.toLowerCase().endsWith(right.toLowerCase());
}

function checksum(token: string, proof: Proof): string | undefined {
  if (proof === "github-checksum" || proof === "npm-checksum") {
    const body = token.slice(token.indexOf("_") + 1, -6);
    return inBase62(crc32(body)).padStart(6, "0");
  }
  if (proof !== "grafana-checksum") return undefined;
  const sum = crc32(token.slice(0, token.lastIndexOf("_")));
  const littleEndian = Buffer.alloc(4);
  littleEndian.writeUInt32LE(sum);
  return littleEndian.toString("hex");
}

function inBase62(value: number): string {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = base62.charAt(rest % 62) + text;
  return text;
}
