/** Keys that mean the same on the board and in its outline. */
import type { Step } from "#lib/client/board/walk.ts";
import type { Intents } from "./intents.ts";

/** Keys that go further than an arrow does. */
export const LEAPS: Readonly<Record<string, Step>> = {
  Home: "first",
  End: "last",
  PageDown: "next",
  PageUp: "previous",
};

/** What a key does with the cards that are chosen; null for keys that do nothing with cards. */
export function cardsKey(event: React.KeyboardEvent, intents: Intents): ((cards: readonly string[]) => void) | null {
  const control = event.ctrlKey || event.metaKey;
  if (control) return event.key.toLowerCase() === "d" && !event.shiftKey ? intents.duplicateCards : null;
  if (event.altKey) return null;
  if (event.key === "Delete" || event.key === "Backspace")
    return event.shiftKey ? intents.loosenCards : intents.removeCards;
  return null;
}
