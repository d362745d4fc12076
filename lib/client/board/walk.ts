/**
 * Where the keys of a keyboard lead among the cards of a board.
 *
 * Right and Left go through the rows of a theme as one reads, so that no card of it can be missed; Up and Down go to
 * the nearest card of the theme. Only where the theme ends do they leave it, for the nearest card that way. Cards
 * without a theme are walked in the same way, but a card of a theme that lies before the next one in the row comes
 * first. Rules: docs/spec/board.md, B45 and B77.
 */
import type { BoardModel } from "./model.ts";
import { nearest } from "./nearest.ts";
import type { Direction } from "./nearest.ts";

/** A direction; the first or last card of the theme; the first card of the next theme or the one before. */
export type Step = Direction | "first" | "last" | "next" | "previous";

/**
 * @returns the slot that a key leads to, or -1 where there is none
 * Cost: one pass over all cards, and sorting those of one theme; a key is pressed far less often than a frame is drawn.
 */
export function walk(model: BoardModel, from: number, step: Step): number {
  const theme = model.themeOf(from);
  if (step === "next" || step === "previous") return turn(model, theme, step === "next" ? 1 : -1);
  if (step === "up" || step === "down") {
    const near = theme === null ? -1 : nearest(model.grid, from, step, (slot) => model.themeOf(slot) === theme);
    return near === -1 ? nearest(model.grid, from, step) : near;
  }
  const rows = reading(model, fellowsOf(model, theme));
  if (step === "first") return rows[0] ?? -1;
  if (step === "last") return rows.at(-1) ?? -1;
  const after = rows[rows.indexOf(from) + (step === "right" ? 1 : -1)] ?? -1;
  if (after === -1) return nearest(model.grid, from, step, (slot) => model.themeOf(slot) !== theme);
  return theme === null ? sooner(model, from, after, step) : after;
}

/** Slots in rows from the top, each row from the left: what begins within the upper half of a row's first card stands in that row. */
export function reading(model: BoardModel, slots: readonly number[]): number[] {
  const { x, y, h } = model.grid;
  const at = (of: Float64Array, slot: number) => of[slot] ?? 0;
  const sorted = slots.toSorted((a, b) => at(y, a) - at(y, b) || at(x, a) - at(x, b) || a - b);
  const found: number[] = [];
  for (let start = 0; start < sorted.length;) {
    const first = sorted[start] ?? 0;
    const edge = at(y, first) + at(h, first) / 2;
    let end = start + 1;
    while (end < sorted.length && at(y, sorted[end] ?? 0) < edge) end++;
    const row = sorted.slice(start, end).sort((a, b) => at(x, a) - at(x, b) || at(y, a) - at(y, b) || a - b);
    for (const slot of row) found.push(slot);
    start = end;
  }
  return found;
}

function fellowsOf(model: BoardModel, theme: string | null): number[] {
  return model.all().filter((slot) => model.themeOf(slot) === theme);
}

/** The first card of the next theme with cards, or of the one before; those without a theme come last. -1: there is none. */
function turn(model: BoardModel, from: string | null, by: 1 | -1): number {
  const groups = [...model.themes.keys(), null];
  const held = Map.groupBy(model.all(), (slot) => model.themeOf(slot));
  for (let at = groups.indexOf(from) + by; at >= 0 && at < groups.length; at += by) {
    const slots = held.get(groups[at] ?? null);
    if (slots) return reading(model, slots)[0] ?? -1;
  }
  return -1;
}

/** Whichever is met sooner from a card without a theme: the next such card, or a card of a theme that stands in its row. */
function sooner(model: BoardModel, from: number, after: number, side: "left" | "right"): number {
  const { x, y, h } = model.grid;
  const between = (a: number, b: number, c: number) => (a < b && b < c) || (c < b && b < a);
  const middle = (slot: number) => (y[slot] ?? 0) + (h[slot] ?? 0) / 2;
  const inRow = (slot: number) => Math.abs(middle(slot) - middle(from)) < (h[from] ?? 0) / 2;
  const found = nearest(model.grid, from, side, (slot) => model.themeOf(slot) !== null && inRow(slot));
  if (found === -1) return after;
  const ahead =
    inRow(after) && (side === "right" ? (x[after] ?? 0) > (x[from] ?? 0) : (x[after] ?? 0) < (x[from] ?? 0));
  return !ahead || between(x[from] ?? 0, x[found] ?? 0, x[after] ?? 0) ? found : after;
}
