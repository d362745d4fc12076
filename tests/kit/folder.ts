/** Folders that a test may fill and that vanish after it; for root in a place that the database's user can enter. */
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Makes an empty folder for data. */
export function makeFolder(name: string): { folder: string; remove: () => void } {
  const root = process.getuid?.() === 0 ? "/var/lib/carthen" : tmpdir();
  const folder = path.join(root, `test-${name}-${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
