/**
 * Makes and checks password hashes: argon2id, 19 MiB, two passes, one lane (OWASP Password Storage, 2025).
 *
 * Rule A9: an unknown address costs as long as a known one, so that nobody learns who has an account by the clock.
 */
import { hash, verify } from "@node-rs/argon2";

const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const; // 2: argon2id

let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/** @param stored - null where there is no such account; then the work is done all the same, and the answer is no */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this password", COST);
  const right = await verify(stored ?? (await decoy), password.normalize("NFC"));
  return stored !== null && right;
}
