/** Order keys (fractional indices): a new key fits between any two, so that nothing else has to move. */
import { generateNKeysBetween } from "fractional-indexing";

/**
 * Gives `count` ascending keys between two others.
 *
 * @param after - the key before them, or null for the start
 * @param before - the key behind them, or null for the end; must be greater than `after` in byte order
 * Source: D. Greenspan, "Implementing Fractional Indexing" (2020); Figma, "Realtime editing of ordered sequences" (2017).
 */
export function keysBetween(after: string | null, before: string | null, count: number): string[] {
  return generateNKeysBetween(after, before, count);
}

/** The greatest of the keys, in byte order. */
export function lastOf(rows: readonly { readonly ord: string }[]): string | null {
  let last: string | null = null;
  for (const { ord } of rows) if (last === null || ord > last) last = ord;
  return last;
}

/** The key that puts one row behind `after` (null: first) among its fellows. */
export function keyBehind(fellows: readonly { readonly ord: string }[], after: string | null): string {
  let next: string | null = null;
  for (const { ord } of fellows) if ((after === null || ord > after) && (next === null || ord < next)) next = ord;
  const [key] = keysBetween(after, next, 1);
  if (key === undefined) throw new Error("no key between");
  return key;
}

/** Compares rows by their keys, byte by byte, as the database does (`COLLATE "C"`). */
export function byOrd(
  a: { readonly ord: string; readonly id: string },
  b: { readonly ord: string; readonly id: string },
): number {
  return a.ord < b.ord ? -1 : a.ord > b.ord ? 1 : a.id < b.id ? -1 : 1;
}
