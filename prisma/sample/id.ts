/**
 * Ids of the sample study: made from names, so that seeding twice makes the same rows and no second ones
 * (a name-based id, RFC 9562, 5.5).
 */
import { createHash } from "node:crypto";

const SPACE = Buffer.from("9b3c1c52f6a24a7e8d1e7c0d5a0b6f11", "hex");

/** The id that these names always have. */
export function idOf(...names: readonly (string | number)[]): string {
  const bytes = createHash("sha1").update(SPACE).update(names.join("/")).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
