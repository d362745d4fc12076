/**
 * How far a person has come in a source: where they are, and which stretches they have read.
 *
 * Stretches are half-open spans of code points of the revision that they read, in order, apart from one another. A
 * correction moves what follows it by a few signs: whoever read the text before has still read it.
 * Rules: docs/spec/quote.md, Q14 and Q15.
 */
import * as z from "zod";
import type { Span } from "./reading.ts";

/** The most stretches that one message may carry: a browser that has more joins them first. */
const MOST = 2000;

const Point = z.int().min(0).max(2_000_000_000);
const Stretch = z.tuple([Point, Point]).refine(([start, end]) => start < end);
export type Stretch = z.infer<typeof Stretch>;

/** What the server knows of a person's way through a source. */
export const Place = z.strictObject({ at: Point, read: z.array(Stretch) });
export type Place = z.infer<typeof Place>;

/** What a browser tells: where the person is now and what they have read since; or that all of it counts as unread. */
export const PlaceTold = z.strictObject({ at: Point, read: z.array(Stretch).max(MOST), afresh: z.boolean() });
export type PlaceTold = z.infer<typeof PlaceTold>;

/** Puts stretches in order and joins those that touch or overlap. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: [number, number][] = [];
  for (const [start, end] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** Whether all of a turn has been read. `read` is joined. */
export function isRead(read: readonly Stretch[], { start, end }: Span): boolean {
  let low = 0;
  let high = read.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((read[middle]?.[1] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const at = read[low];
  return at !== undefined && at[0] <= start && at[1] >= end;
}

/** How much of the turns has been read, from 0 to 1, by code points. */
export function shareRead(read: readonly Stretch[], turns: readonly Span[]): number {
  let all = 0;
  let done = 0;
  let at = 0;
  for (const { start, end } of turns) {
    all += end - start;
    while ((read[at]?.[1] ?? Infinity) <= start) at += 1;
    for (let next = at; (read[next]?.[0] ?? Infinity) < end; next += 1) {
      const [from, to] = read[next] ?? [0, 0];
      done += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
  }
  return all === 0 ? 0 : done / all;
}

/** The position of the next turn behind `from` that has not been read, around the end to the beginning; -1 where all are. */
export function nextUnread(read: readonly Stretch[], turns: readonly Span[], from: number): number {
  for (let step = 1; step <= turns.length; step += 1) {
    const at = (from + step) % turns.length;
    const turn = turns[at];
    if (turn && turn.start < turn.end && !isRead(read, turn)) return at;
  }
  return -1;
}
