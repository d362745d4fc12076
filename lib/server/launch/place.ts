/**
 * Where this checkout and its data lie. Knows nothing of configuration or the database.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

import * as z from "zod";

/** The folder of everything that root shares with the database's own user. */
export const shared = "/var/lib/carthen";

const Manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** What package.json of this checkout says: our version and the exact versions of our parts. */
export function manifest(project: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(path.join(project, "package.json"), "utf8")));
}

/**
 * The folder for data when nobody names one: `.data` in the checkout. Root's checkout may lie where the database's own
 * user cannot enter, so for root it is a folder of its own, named after the checkout's path.
 */
export function defaultData(folder: string, root: boolean): string {
  if (!root) return path.join(folder, ".data");
  return path.join(shared, createHash("sha256").update(folder).digest("hex").slice(0, 12));
}
