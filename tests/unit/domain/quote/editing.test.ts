import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeWords, withEdit } from "#lib/domain/quote/editing.ts";
import { areEdits } from "#lib/domain/quote/published.ts";
import type { Edit } from "#lib/domain/quote/published.ts";

const SAID = Array.from("Wel, 👋 mae’n “well-known” i Siân, felly.");
const marked = (start: number, end = start) => {
  const span = wholeWords(SAID, { start, end });
  return SAID.slice(span.start, span.end).join("");
};

test("[W10] what is marked is widened to whole words, and no further than to their stops", () => {
  expect(marked(1)).toBe("Wel");
  expect(marked(3)).toBe("Wel");
  expect(marked(4, 5)).toBe("");
  expect(marked(5)).toBe("");
  expect(marked(9, 18)).toBe("mae’n “well-known");
  expect(marked(3, 9)).toBe(", 👋 mae’n");
  expect(marked(SAID.indexOf("S") + 1, SAID.length - 2)).toBe("Siân, felly");
});

test("[W2] [W10] whatever is edited in whatever order, the edits can be kept", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(6), fc.option(fc.constant("so")))), (asked) => {
      let edits: readonly Edit[] = [];
      for (const [start, long, words] of asked) {
        const edit = { start, end: start + long, words };
        if (words === null && long === 0) continue;
        edits = withEdit(edits, edit);
        expect(edits).toContain(edit);
        expect(
          areEdits(
            edits.map(({ words: phrase, ...span }) => ({ ...span, phrase })),
            1000,
          ),
        ).toBe(true);
      }
    }),
  );
});
