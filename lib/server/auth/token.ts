/** Tokens of one-time links: 256 random bits for the one who gets the link, only their SHA-256 for us. */
import { createHash, randomBytes } from "node:crypto";

/** @returns 43 characters that stand in an address as they are */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}
