/**
 * Room for cards that become larger: they stay where they are, and what they would newly cover makes way to where cards
 * are put without being carried (place.ts). Only a card that has no room itself goes there too.
 *
 * Pure geometry in board units on the board's model. Rules: docs/spec/board.md, B126.
 */
import { meets } from "./camera.ts";
import type { Box, Size } from "./camera.ts";
import { Grid } from "./grid.ts";
import type { BoardModel } from "./model.ts";
import { firstFree, nearest } from "./place.ts";
import { GAP, HEM, TITLE } from "#lib/domain/board/measure.ts";

type Moved = Readonly<{ id: string; x: number; y: number }>;

/** The most unclustered cards that look for a place nearby; more go below everything, in rows. */
const NEARBY = 60;

/**
 * Where cards go so that none lies on another that it did not lie on before.
 *
 * @param grown - the slots of cards that get another size, which is `size`
 * @returns the cards that move, with their new top left in whole units; each keeps its theme
 * Cost: one pass over the cards of the themes that are touched, and a look into a grid for each.
 */
export function makeRoom(model: BoardModel, grown: readonly number[], size: Size): Moved[] {
  const growing = new Set(grown);
  const themeOf = (slot: number) => model.themeOf(slot);
  const grounds = new Set(grown.map(themeOf));
  const fellows = Map.groupBy(
    model.every().filter((slot) => grounds.has(themeOf(slot))),
    themeOf,
  );
  return [...fellows].flatMap(([theme, slots]) => settle(model, theme, slots, growing, size));
}

function settle(
  model: BoardModel,
  theme: string | null,
  slots: readonly number[],
  growing: ReadonlySet<number>,
  size: Size,
): Moved[] {
  const asRead = (a: number, b: number) => {
    const [one, other] = [old(model, a), old(model, b)];
    return one.y - other.y || one.x - other.x;
  };
  const cloth = theme === null ? undefined : model.themes.get(theme);
  const closed = cloth
    ? cloth.inside.flatMap((id) => model.themes.get(id)?.box ?? [])
    : [...model.themes.values()].filter(({ hidden }) => !hidden).map(({ box }) => box);
  const settled = new Grid();
  const homeless: number[] = [];
  const now = (slot: number): Box => ({ ...old(model, slot), ...(growing.has(slot) ? size : {}) });
  const put = (slot: number, { x, y, w, h }: Box) => settled.put(slot, x, y, w, h);
  const metBefore = (slot: number, other: Box) => meets(old(model, slot), other);

  for (const slot of slots.filter((each) => growing.has(each)).toSorted(asRead)) {
    const box = now(slot);
    const covers =
      settled.within(box.x, box.y, box.w, box.h).some((other) => !metBefore(slot, old(model, other))) ||
      closed.some((other) => meets(box, other) && !metBefore(slot, other));
    if (covers) homeless.push(slot);
    else put(slot, box);
  }
  const unmoved: number[] = [];
  for (const slot of slots.filter((each) => !growing.has(each)).toSorted(asRead)) {
    const box = old(model, slot);
    const covered = settled.within(box.x, box.y, box.w, box.h).some((other) => !metBefore(slot, old(model, other)));
    if (covered) homeless.push(slot);
    else unmoved.push(slot);
  }
  for (const slot of unmoved) put(slot, old(model, slot)); // these may lie on one another as they did
  if (homeless.length === 0) return [];

  const free = (x: number, y: number, { w, h }: Size) =>
    settled.within(x, y, w, h).length === 0 && !closed.some((box) => meets(box, { x, y, w, h }));
  const pitch = {
    w: Math.max(...homeless.map((slot) => now(slot).w)),
    h: Math.max(...homeless.map((slot) => now(slot).h)),
  };
  const ground = cloth?.whole;
  const below = { x: 0, y: 0 };
  if (!ground) {
    below.x = Math.min(...homeless.map((slot) => old(model, slot).x));
    for (const slot of slots) below.y = Math.max(below.y, now(slot).y + now(slot).h + GAP);
    for (const box of closed) below.y = Math.max(below.y, box.y + box.h + GAP);
  }
  const rows = firstFree(
    ground ? { x: ground.x + HEM, y: ground.y + TITLE, w: ground.w - 2 * HEM } : { ...below, w: 6 * (pitch.w + GAP) },
    pitch,
    (x, y) => free(x, y, pitch),
  );
  return homeless.flatMap((slot, at) => {
    const { x, y, w, h } = now(slot);
    const aired = (left: number, top: number) => free(left - GAP, top - GAP, { w: w + 2 * GAP, h: h + 2 * GAP });
    const to = (!ground && at < NEARBY ? nearest({ x, y }, aired) : null) ?? rows.next().value;
    put(slot, { ...to, w, h });
    const id = model.cards[slot]?.id;
    return id === undefined ? [] : [{ id, ...to }];
  });
}

function old(model: BoardModel, slot: number): Box {
  const { x = 0, y = 0, w = 0, h = 0 } = model.cards[slot] ?? {};
  return { x, y, w, h };
}
