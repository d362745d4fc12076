/** What is dragged between the shelf and findings, and where it can be put: dnd-kit hands both on as they are given. */
import type { Stance } from "./quote-view.ts";

/** A quote that is dragged. */
export type Dragged = Readonly<{ quote: string }>;

/** One side of a finding. */
export type Side = Readonly<{ finding: string; stance: Stance }>;

/** @param from - the finding that it is dragged out of; null: the shelf. One quote may be held at several places. */
export const draggable = (from: string | null, quote: string) => ({
  id: `${from ?? "shelf"} ${quote}`,
  data: { quote } satisfies Dragged,
});

export const droppable = (side: Side) => ({ id: `${side.finding} ${side.stance}`, data: side });
