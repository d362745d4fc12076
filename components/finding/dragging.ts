/** What is dragged between the shelf and findings, and where it can be put: names that the drag itself carries. */
import type { Stance } from "./quote-view.ts";

/** A quote that is dragged, and the finding that it is dragged out of; null: the shelf. */
export type Dragged = Readonly<{ finding: string | null; quote: string }>;

/** One side of a finding. */
export type Side = Readonly<{ finding: string; stance: Stance }>;

export const dragId = (finding: string | null, quote: string): string => `${finding ?? "shelf"} ${quote}`;
export const sideId = ({ finding, stance }: Side): string => `${finding} ${stance}`;

export function draggedOf(id: string): Dragged {
  const [finding = "", quote = ""] = id.split(" ");
  return { finding: finding === "shelf" ? null : finding, quote };
}

export function sideOf(id: string): Side {
  const [finding = "", stance] = id.split(" ");
  return { finding, stance: stance === "contradicts" ? "contradicts" : "supports" };
}
