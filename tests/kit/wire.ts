/** What a hub needs of other instances where there are none. */
import { PACE } from "#lib/server/live/elsewhere.ts";
import type { Ports } from "#lib/server/live/hub.ts";

export const alone: Ports["wire"] = {
  tell: async () => undefined,
  names: async () => new Map(),
  pace: PACE,
};
