/**
 * Makes the parts that exist once beside the pool: whoever adds one makes it here, puts it into the registry's
 * interface, and ends it here.
 */
import { register } from "../registry.ts";
import type { LiveDoor, Registry } from "../registry.ts";

export type Parts = Readonly<{
  registry: Registry;
  /** Takes connections to /api/live; null until there is one. */
  live: LiveDoor | null;
  /** Ends what was made here, after the last request. */
  close: () => Promise<void>;
}>;

/** Fills the registry and starts what works in the background. */
export async function makeParts(core: Registry): Promise<Parts> {
  const registry = register(core);
  return { registry, live: null, close: async () => undefined };
}
