/** The size that several cards share, and the one after it. */
import { CardSize } from "#lib/domain/board/shape.ts";
import type { BoardModel } from "./model.ts";

/** The size of these cards; null where they differ, or there are none. */
export function sizeOf(model: BoardModel, cards: readonly string[]): CardSize | null {
  let found: CardSize | null = null;
  for (const id of cards) {
    const size = model.cards[model.slotOf(id)]?.size;
    if (size === undefined || size === found) continue;
    if (found !== null) return null;
    found = size;
  }
  return found;
}

/** Round and round: small, medium, large. Cards that differ become medium. */
export function nextSize(size: CardSize | null): CardSize {
  if (size === null) return "m";
  const { options } = CardSize;
  return options[(options.indexOf(size) + 1) % options.length] ?? "m";
}
