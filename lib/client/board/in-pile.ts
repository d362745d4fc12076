/** Which pile a card is seen as, where it lies in a theme that is collapsed. */
import type { Cloth } from "./cloth.ts";
import type { BoardModel } from "./model.ts";

/** The pile in which a card lies and that is seen in its place; null where the card itself is seen. */
export function pileOf(model: BoardModel, slot: number): Cloth | null {
  if (slot === -1 || model.grid.has(slot)) return null;
  let cloth = model.themes.get(model.cards[slot]?.theme ?? "");
  while (cloth?.hidden) cloth = model.themes.get(cloth.theme.parent ?? "");
  return cloth ?? null;
}
