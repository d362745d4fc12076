/** Waits for cards that were just laid: they come to the model with its next scene. */
import type { BoardModel } from "./model.ts";

const PATIENCE = 5000; // ms; a command that was refused brings none

/** Calls back once all these cards lie in the model, with their slots; never where that takes too long. */
export function onArrival(model: BoardModel, ids: readonly string[], act: (slots: readonly number[]) => void): void {
  const look = (): boolean => {
    const slots = ids.map((id) => model.slotOf(id));
    if (slots.includes(-1)) return false;
    act(slots);
    return true;
  };
  if (ids.length === 0 || look()) return;
  const stop = model.changed.subscribe(() => {
    if (!look()) return;
    stop();
    clearTimeout(late);
  });
  const late = setTimeout(stop, PATIENCE);
}
