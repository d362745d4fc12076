/** Ids that follow from a plan's own, so that whoever carries it out again makes nothing twice (docs/spec/import.md, I42). */
import { createHash } from "node:crypto";

/** @returns the id of each thing that a plan makes: version 8 (RFC 9562, 5.8), by SHA-256 */
export function idsOf(plan: string): (what: string) => string {
  return (what) => {
    const hex = createHash("sha256").update(`${plan}/${what}`).digest("hex");
    const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
