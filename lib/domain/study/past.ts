/**
 * A study as it was at a place in its log: folded from the beginning, or back from what it is now.
 *
 * Both give the same live rows. Going back, what had not been made yet is left as a tombstone.
 * Rules: docs/spec/activity.md, AC20 and AC21.
 */
import { evolve, invert } from "./change.ts";
import type { Change } from "./change.ts";
import type { Rows } from "./rows.ts";

type Step = { readonly changes: readonly Change[] };

/** Applies what came after, in the order of the log. */
export function forward(rows: Rows, events: Iterable<Step>): void {
  for (const { changes } of events) for (const change of changes) evolve(rows, change);
}

/**
 * Takes back what came last, the latest first.
 *
 * @param rows - with all tombstones: what was taken away since comes back from them
 */
export function backward(rows: Rows, events: Iterable<Step>): void {
  for (const { changes } of events) for (const change of invert(changes)) evolve(rows, change);
}
