import fc from "fast-check";
import { expect, test } from "vitest";
import { Cutting } from "#lib/client/board/cut.ts";

const measure = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign === "i" ? 0.3 : 0.6), 0);

test("[B63] a line is written whole where it fits, and else cut before an ellipsis", () => {
  const cutting = new Cutting(measure);
  expect(cutting.cut("Trust", 20, 100)).toEqual({ text: "Trust", w: 60 });
  expect(cutting.cut("Trust in the new system", 20, 100).text).toBe("Trust i…");
  expect(cutting.cut("Trust", 20, 10)).toEqual({ text: "", w: 0 });
  expect(cutting.cut("", 20, 10)).toEqual({ text: "", w: 0 });
});

test("[B63] what is written is never wider than its room, and as long as fits", () => {
  const cutting = new Cutting(measure);
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 900 }),
      (line, size, room) => {
        const { text, w } = cutting.cut(line, size, room);
        expect(w).toBeLessThanOrEqual(room + 1e-9);
        expect(text.endsWith("…") || text === line || text === "").toBe(true);
        expect(text.isWellFormed()).toBe(line.isWellFormed() || text.isWellFormed());
      },
    ),
  );
});
