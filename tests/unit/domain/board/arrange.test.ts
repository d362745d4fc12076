/** Rules B20 to B24: rows in order, nothing over anything, locked themes rigid, done twice as once. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { arrangeTheme, extent, tidyBoard } from "#lib/domain/board/arrange.ts";
import type { Arrangement, LaidCard, LaidTheme } from "#lib/domain/board/arrange.ts";
import { PILE, SIZES } from "#lib/domain/board/measure.ts";

type Box = Readonly<{ x: number; y: number; w: number; h: number }>;

const place = fc.integer({ min: -4000, max: 4000 });
const cards = (most: number) =>
  fc.array(fc.record({ x: place, y: place, size: fc.constantFrom("s", "m", "l") }), { maxLength: most });
type Drawn = Readonly<{
  x: number;
  y: number;
  w: number;
  h: number;
  locked: boolean;
  collapsed: boolean;
  cards: readonly Omit<LaidCard, "id">[];
  inside: readonly Drawn[];
}>;
const theme = (depth: number): fc.Arbitrary<Drawn> =>
  fc.record({
    x: place,
    y: place,
    w: fc.integer({ min: 1, max: 900 }),
    h: fc.integer({ min: 1, max: 900 }),
    locked: fc.boolean(),
    collapsed: fc.boolean(),
    cards: cards(9),
    inside: depth === 0 ? fc.constant([]) : fc.array(theme(depth - 1), { maxLength: 3 }),
  });

let next = 0;
const named = <T extends object>(each: T): T & { id: string } => ({ ...each, id: `c${next++}` });
const grown = (drawn: Drawn): LaidTheme => ({
  ...named(drawn),
  cards: drawn.cards.map(named),
  inside: drawn.inside.map(grown),
});

/** The same themes and cards where an arrangement puts them. */
function put(theme: LaidTheme, to: Arrangement): LaidTheme {
  return {
    ...theme,
    ...to.themes.get(theme.id),
    cards: theme.cards.map((card) => ({ ...card, ...to.cards.get(card.id) })),
    inside: theme.inside.map((inner) => put(inner, to)),
  };
}

const boxOf = (card: LaidCard): Box => ({ x: card.x, y: card.y, ...SIZES[card.size] });
const meet = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const holds = (a: Box, b: Box) => a.x <= b.x && a.y <= b.y && a.x + a.w >= b.x + b.w && a.y + a.h >= b.y + b.h;

/** Fails where two pieces beside each other overlap, or a piece lies outside its theme. Rigid themes are only asked for their outside. */
function checkInside(theme: LaidTheme): void {
  const pieces = [...theme.cards.map(boxOf), ...theme.inside.map(extent)];
  pieces.forEach((a, at) => {
    if (!theme.collapsed) expect(holds(theme, a)).toBe(true);
    for (const b of pieces.slice(at + 1)) expect(meet(a, b)).toBe(false);
  });
  let before: Box | null = null;
  for (const box of theme.cards.map(boxOf)) {
    if (before) expect(box.y > before.y || (box.y === before.y && box.x > before.x)).toBe(true);
    before = box;
  }
  for (const inner of theme.inside) if (!inner.locked) checkInside(inner);
}

test("[B20] an arranged theme keeps its top left and its order, and nothing in it covers anything", () => {
  fc.assert(
    fc.property(theme(3), (drawn) => {
      const before = { ...grown(drawn), locked: false };
      const after = put(before, arrangeTheme(before));
      expect([after.x, after.y]).toEqual([before.x, before.y]);
      checkInside(after);
    }),
  );
});

test("[B21] [B22] a tidied board has nothing over anything, and locked themes stay where they are", () => {
  fc.assert(
    fc.property(fc.array(theme(2), { maxLength: 6 }), cards(12), (drawn, drawnLoose) => {
      // Locked themes that cover one another already are left so; here each has a place of its own.
      const roots = drawn.map(grown).map((each, at) => (each.locked ? put(each, moved(each, at * 30_000)) : each));
      const loose = drawnLoose.map(named);
      const done = tidyBoard(roots, loose);
      const after = roots.map((root) => put(root, done));
      roots.forEach((root, at) => {
        if (root.locked) expect(after[at]).toEqual(root);
      });
      const pieces = [...after.map(extent), ...loose.map((card) => boxOf({ ...card, ...done.cards.get(card.id) }))];
      pieces.forEach((a, at) => {
        for (const b of pieces.slice(at + 1)) expect(meet(a, b)).toBe(false);
      });
      for (const root of after) if (!root.locked) checkInside(root);
      let before: Box | null = null;
      for (const card of loose) {
        const box = boxOf({ ...card, ...done.cards.get(card.id) });
        if (before) expect(box.y > before.y || (box.y === before.y && box.x > before.x)).toBe(true);
        before = box;
      }
    }),
  );
});

function moved(theme: LaidTheme, dx: number): Arrangement {
  const themes = new Map<string, Box>();
  const cards = new Map<string, { x: number; y: number }>();
  const walk = (each: LaidTheme) => {
    themes.set(each.id, { x: each.x + dx, y: each.y, w: each.w, h: each.h });
    for (const card of each.cards) cards.set(card.id, { x: card.x + dx, y: card.y });
    each.inside.forEach(walk);
  };
  walk(theme);
  return { cards, themes };
}

test("[B23] a collapsed theme takes the room of a pile", () => {
  const one = { x: 0, y: 0, w: 900, h: 900, locked: false, cards: [], inside: [] };
  const pile = { ...one, id: "p", collapsed: true, cards: [{ id: "c", x: 9, y: 9, size: "l" as const }] };
  const done = tidyBoard([pile, { ...one, id: "q", x: 50, collapsed: false }], []);
  expect(extent({ ...pile, ...done.themes.get("p") })).toMatchObject(PILE);
  expect((done.themes.get("q")?.x ?? 0) - (done.themes.get("p")?.x ?? 0)).toBeLessThan(PILE.w + 100);
});

test("[B24] arranging and tidying twice change nothing the second time", () => {
  fc.assert(
    fc.property(fc.array(theme(2), { maxLength: 5 }), cards(8), (drawn, drawnLoose) => {
      const roots = drawn.map(grown).map((each) => ({ ...each, locked: false }));
      const loose = drawnLoose.map(named);
      const once = tidyBoard(roots, loose);
      const after = roots.map((root) => put(root, once));
      const twice = tidyBoard(
        after,
        loose.map((card) => ({ ...card, ...once.cards.get(card.id) })),
      );
      expect(twice.cards).toEqual(once.cards);
      expect(twice.themes).toEqual(once.themes);
    }),
  );
});
