/** How long the originals of a study are kept. Rules: docs/spec/study.md, ST40 and ST41. */
import { daysThrough } from "../zone.ts";

/** For how many days before the last one, and that one itself, people are reminded. */
const SOON = 30;

/**
 * Whether it is time to be reminded: `soon` that the last day comes, `past` that it has gone by; null where neither is so.
 *
 * @param day - the day that it is, `2026-11-27`
 */
export function keptOn(keptUntil: string | null, day: string): "soon" | "past" | null {
  if (keptUntil === null) return null;
  const left = daysThrough(day, keptUntil);
  return left <= 0 ? "past" : left <= SOON ? "soon" : null;
}
