import { crc32 } from "node:zlib";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A GitHub token that was never issued, with the checksum of a real one; made when asked for, so that none is stored. */
export function madeSecret(): string {
  const body = Array.from({ length: 30 }, (_, index) => digits[(index * index * 7 + index * 11 + 5) % 62]).join("");
  let sum = crc32(body);
  let check = "";
  for (let place = 0; place < 6; place++) {
    check = `${digits[sum % 62] ?? ""}${check}`;
    sum = Math.floor(sum / 62);
  }
  return `ghp_${body}${check}`;
}
