import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines } from "#lib/client/board/wrap.ts";

const measure = (text: string) => Array.from(text).length; // one unit a letter

test("[B46] lines are never too wide and never too many, and nothing is lost but at the end", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300, unit: "grapheme" }),
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 8 }),
      (text, width, most) => {
        const lines = breakLines(text, width, most, measure);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width + 1); // a pair counts once but is kept whole
        const whole = text.replace(/\s+/gu, "");
        const drawn = lines.join("").replace(/\s+/gu, "");
        if (!drawn.endsWith("…")) expect(drawn).toBe(whole);
      },
    ),
  );
});

test("[B46] what does not fit ends in an ellipsis at a word", () => {
  expect(breakLines("one two three four five six", 9, 2, measure)).toEqual(["one two", "three…"]);
  expect(breakLines("one two", 9, 2, measure)).toEqual(["one two"]);
});
