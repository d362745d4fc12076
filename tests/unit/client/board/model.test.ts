import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BoardModel } from "#lib/client/board/model.ts";
import type { BoardScene, SceneCard } from "#lib/client/board/scene.ts";
import { sceneCard, sceneTheme } from "#tests/kit/scene.ts";

const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
const THEMES = ["open", "pile"] as const;
const card = fc.record({
  id: fc.constantFrom(...NAMES),
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  size: fc.constantFrom("s" as const, "m" as const, "l" as const),
  theme: fc.option(fc.constantFrom(...THEMES)),
  hue: fc.integer({ min: 0, max: 11 }),
});
const scene = fc.record({
  cards: fc.uniqueArray(card, { selector: ({ id }) => id, maxLength: NAMES.length }),
  shut: fc.boolean(),
});

function made({ cards, shut }: Readonly<{ cards: readonly Partial<SceneCard>[]; shut: boolean }>): BoardScene {
  return {
    cards: cards.map(({ id = "", x = 0, y = 0, ...rest }) => sceneCard({ id, x, y, ...rest })),
    themes: THEMES.map((id) =>
      sceneTheme({ id, x: 0, y: 0, w: 300, h: 300, collapsed: id === "pile" && shut, ord: id }),
    ),
  };
}

/** What a model holds, by ids instead of slots. */
function held(model: BoardModel) {
  const cards = NAMES.flatMap((id) => {
    const slot = model.slotOf(id);
    return slot === -1
      ? []
      : [{ id, card: model.cards[slot], box: model.sight(slot), fill: model.fills[slot], seen: model.grid.has(slot) }];
  });
  const places = cards.map(({ card: at }) => {
    const found = model.grid.within(at?.x ?? 0, at?.y ?? 0, 1, 1);
    return model.ids(found).toSorted();
  });
  return { cards, places, count: model.count, shown: model.shown, themes: [...model.themes.values()] };
}

test("[B63] a model that has followed scene after scene holds what one holds that sees only the last", () => {
  fc.assert(
    fc.property(fc.array(scene, { minLength: 1, maxLength: 6 }), fc.boolean(), (scenes, keep) => {
      const model = new BoardModel();
      let before: BoardScene = { cards: [], themes: [] };
      for (const each of scenes) {
        const next = made(each);
        // Whoever makes scenes keeps the cards about which nothing has changed, and their order.
        const old = new Map(before.cards.map((one) => [one.id, one]));
        const cards = next.cards.map((one) => {
          const same = old.get(one.id);
          return keep && same && JSON.stringify(same) === JSON.stringify(one) ? same : one;
        });
        before = { ...next, cards };
        model.load(before);
      }
      const afresh = new BoardModel();
      afresh.load(before);
      expect(held(model)).toEqual(held(afresh));
    }),
  );
});

test("[B63] cards that change in their places are followed without looking for the others", () => {
  const cards = NAMES.map((id, at) => sceneCard({ id, x: at * 300, y: 0 }));
  const model = new BoardModel();
  model.load({ cards, themes: [] });
  const revisions = [...model.revision];
  const moved = cards.map((one) => (one.id === "c" ? { ...one, x: 5000 } : one));
  model.load({ cards: moved, themes: [] });
  const c = model.slotOf("c");
  expect(model.box(c).x).toBe(5000);
  expect([...model.revision].flatMap((now, slot) => (now === revisions[slot] ? [] : [slot]))).toEqual([c]);
  expect(model.cardAt(5001, 1)).toBe(c);
  expect(model.height(c)).toBeGreaterThan(model.height(model.slotOf("h")));
});
