/** Puts ways of finding together. Rules: docs/spec/identifier.md, I40 to I42. */
import { beside } from "./beside.ts";
import type { Finder, Found, Layer } from "./hit.ts";
import { merge } from "./merge.ts";

/** A text in, what was found out; `least: "sure"` leaves out what is only wide. */
export type Detect = (text: string, least?: Layer) => readonly Found[];

/** Runs every way of finding over a text and merges what they found. */
export function detectBy(finders: readonly Finder[]): Detect {
  return (text, least = "wide") => {
    const hits = finders.flatMap((find) => find(text));
    if (least === "wide") hits.push(...hits.flatMap((hit) => beside(text, hit)));
    return merge(least === "sure" ? hits.filter(({ layer }) => layer === "sure") : hits);
  };
}
