/** The one card that a key lays a dot on: the focused one, else the one that is selected; null where there is no single one. */
import type { Stage } from "#lib/client/board/stage.ts";

export function dotCard({ focus, model }: Stage, inSheet: boolean): string | null {
  const slots = inSheet && focus !== -1 ? [focus] : model.selection.count === 1 ? model.selection.slots() : [];
  const [id] = model.ids(slots);
  return id ?? null;
}
