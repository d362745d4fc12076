/** What a hub needs of other instances where there are none, and of texts where nobody writes any. */
import { no } from "#lib/domain/result.ts";
import { PACE } from "#lib/server/live/elsewhere.ts";
import type { Ports } from "#lib/server/live/hub.ts";

export const alone: Ports["wire"] = {
  tell: async () => undefined,
  names: async () => new Map(),
  pace: PACE,
};

export const noTexts: Ports["texts"] = {
  pads: {
    open: async () => no("row.missing"),
    write: async () => no("row.missing"),
    since: async () => null,
    unsettled: async () => null,
    adopt: async () => undefined,
    left: async () => [],
  },
  say: async () => ({ cmdId: "", refused: "bug" }),
  hint: () => undefined,
};
