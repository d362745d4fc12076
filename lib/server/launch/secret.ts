/**
 * Secrets that are made once and kept in the data folder, readable by nobody else (mode 0600).
 */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Makes the data folder; others may pass through it (the database's own user must) but not list it. */
export function makeDataFolder(data: string): void {
  mkdirSync(data, { recursive: true, mode: 0o711 });
}

/** Writes a file that only we may read: whole or not at all, so that a crash leaves the old one or the new one. */
export function writePrivate(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

/** Reads a file of ours and takes back rights that others may have been given. Null where there is none. */
export function readPrivate(file: string): string | null {
  try {
    chmodSync(file, 0o600);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** A secret by name, made at the first call. 48 random bytes, as text that goes into an address or a cookie unchanged. */
export function keptSecret(data: string, name: string): string {
  const file = path.join(data, name);
  const kept = readPrivate(file)?.trim();
  if (kept) return kept;
  const made = randomBytes(48).toString("base64url");
  writePrivate(file, `${made}\n`);
  return made;
}

/** Destroys a secret that has served its purpose. */
export function dropSecret(data: string, name: string): void {
  rmSync(path.join(data, name), { force: true });
}
