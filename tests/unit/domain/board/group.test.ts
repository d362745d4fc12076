/** Rules B98 and B99: quotes laid in groups by one command that is taken back whole, and nothing over anything. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { layGroups } from "#lib/domain/board/group.ts";
import { SIZES } from "#lib/domain/board/measure.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { BOARD, emptyBoard } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

const box = { x: 0, y: 0, w: 600, h: 400, hue: 3 };
const at = (name: string, quote = `q${name}`) => ({ id: id(name), quote: id(quote), x: 24, y: 56 });
const trust = { ...box, id: id("T"), name: { lang: "en", phrase: id("fT") } } as const;

function withQuotes() {
  const board = emptyBoard();
  for (const name of ["qa", "qb", "qc"]) {
    board.rows.put("quote", { id: id(name), source: id("s"), by: id("me"), gone: false });
  }
  board.theme("Before");
  return board;
}

test("[B98] groups come as themes with their names behind those that are there, each quote in its group and order", () => {
  const { rows, give } = withQuotes();
  const changes = give({
    kind: "cards.group",
    board: BOARD,
    groups: [
      { theme: trust, cards: [at("b"), at("a")] },
      { theme: null, cards: [at("c")] },
    ],
  });
  const theme = rows.live("theme", id("T"));
  expect(theme).toMatchObject({ board: BOARD, parent: null, status: "candidate", hue: 3, x: 0, w: 600 });
  expect((theme?.ord ?? "") > (rows.live("theme", id("Before"))?.ord ?? "")).toBe(true);
  expect(rows.live("wording", slot(id("T"), "name", "en"))?.phrase).toBe(id("fT"));
  const inside = rows.related("cardsOfTheme", id("T")).toSorted((one, two) => (one.ord < two.ord ? -1 : 1));
  expect(inside.map(({ quote }) => quote)).toEqual([id("qb"), id("qa")]);
  expect(rows.live("card", id("c"))).toMatchObject({ theme: null, quote: id("qc"), size: "m" });

  if (typeof changes === "string") throw new Error(changes);
  const back = decideUndo(rows, changes, false);
  if (!back.ok) throw new Error(back.fault.code);
  for (const change of back.value) evolve(rows, change);
  expect([...rows.all("card")]).toEqual([]);
  expect([...rows.all("theme")].map((each) => each.id)).toEqual([id("Before")]);
});

test("[B98] what is not there, or there already, lays nothing", () => {
  const { rows, give } = withQuotes();
  const group = (theme: typeof trust | null, ...cards: ReturnType<typeof at>[]) =>
    give({ kind: "cards.group", board: BOARD, groups: [{ theme, cards }] });
  expect(group(trust, at("a", "none"))).toBe("row.missing");
  expect(group({ ...trust, id: id("Before") }, at("a"))).toBe("row.taken");
  expect(group(trust, at("a"), at("a", "qb"))).toBe("row.taken");
  expect(give({ kind: "cards.group", board: id("x"), groups: [{ theme: null, cards: [at("a")] }] })).toBe(
    "row.missing",
  );
  expect([...rows.all("card")]).toEqual([]);
});

test("[B99] groups are laid clear of what is there and of one another, cards within their theme, in order", () => {
  type Box = Readonly<{ x: number; y: number; w: number; h: number }>;
  const meet = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const place = fc.integer({ min: -5000, max: 5000 });
  const side = fc.integer({ min: 1, max: 9000 });
  const groups = fc.array(fc.record({ themed: fc.boolean(), count: fc.integer({ min: 1, max: 14 }) }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(groups, fc.option(fc.record({ x: place, y: place, w: side, h: side })), (wanted, taken) => {
      const laid = layGroups(wanted, taken);
      const themes = laid.flatMap((group) => (group.box ? [group.box] : []));
      expect(laid.map(({ box: own, cards }) => ({ themed: own !== null, count: cards.length }))).toEqual(wanted);
      const cards = laid.map((group) => group.cards.map((card) => ({ ...card, ...SIZES.m })));
      const all = cards.flat();
      for (const [n, card] of all.entries()) {
        expect(Number.isInteger(card.x) && Number.isInteger(card.y)).toBe(true);
        expect(taken !== null && meet(card, taken)).toBe(false);
        expect(all.slice(n + 1).some((other) => meet(card, other))).toBe(false);
      }
      for (const [n, theme] of themes.entries()) {
        expect(taken !== null && meet(theme, taken)).toBe(false);
        expect(themes.slice(n + 1).some((other) => meet(theme, other))).toBe(false);
      }
      for (const [n, { box: own }] of laid.entries()) {
        for (const card of cards[n] ?? []) {
          for (const theme of themes) if (theme !== own) expect(meet(card, theme)).toBe(false);
          if (!own) continue;
          expect(card.x >= own.x && card.x + card.w <= own.x + own.w).toBe(true);
          expect(card.y >= own.y && card.y + card.h <= own.y + own.h).toBe(true);
        }
      }
      // In the order of reading: a later theme stands further right in the same row, or lower.
      for (const [n, theme] of themes.slice(1).entries()) {
        const before = themes[n];
        expect(before && (theme.y > before.y || (theme.y === before.y && theme.x > before.x))).toBe(true);
      }
    }),
  );
});
