import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CardRow } from "#lib/domain/board/shape.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id } from "#tests/kit/study.ts";

const BOARDS = [id("one"), id("two")] as const;
const cardId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const card = (n: number, board: string, gone = false): CardRow => ({
  id: cardId(n),
  board,
  theme: null,
  quote: null,
  insight: null,
  x: n,
  y: 0,
  size: "m",
  ord: `a${n}`,
  gone,
});

test("[Y10] what is related is what is so now, also where it is much and is asked for again and again", () => {
  const change = fc.record({
    n: fc.integer({ min: 0, max: 320 }),
    board: fc.constantFrom(...BOARDS),
    gone: fc.boolean(),
    drop: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const rows = new Rows();
      for (let n = 0; n < 300; n++) rows.put("card", card(n, BOARDS[0]));
      const all = (board: string) => [...rows.all("card")].filter((row) => row.board === board).map((row) => row.id);
      for (const { n, board, gone, drop } of changes) {
        if (drop) rows.drop("card", cardId(n));
        else rows.put("card", card(n, board, gone));
        for (const each of BOARDS)
          expect(
            rows
              .related("cardsOfBoard", each)
              .map((row) => row.id)
              .toSorted(),
          ).toEqual(all(each).toSorted());
      }
      expect(rows.related("cardsOfBoard", BOARDS[0])).toBe(rows.related("cardsOfBoard", BOARDS[0]));
    }),
    { numRuns: 30 },
  );
});
