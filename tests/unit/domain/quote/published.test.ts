import fc from "fast-check";
import { expect, test } from "vitest";
import type { Segment } from "#lib/domain/identifier/overlay.ts";
import { areEdits, publish } from "#lib/domain/quote/published.ts";
import type { Edit } from "#lib/domain/quote/published.ts";

const SAID = "Well, I told her, you know, that it would not work.";
const plain = (text: string): readonly Segment[] => [{ text, start: 0, end: Array.from(text).length, term: null }];
const read = (segments: readonly Segment[], edits: readonly Edit[]) =>
  publish(segments, edits)
    .map(({ text }) => text)
    .join("");
/** The place of words in a text. */
const at = (words: string, text = SAID) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test("[W1][W3] cuts are marked, words are set in brackets in place of others or between them, and all else stays", () => {
  expect(read(plain(SAID), [])).toBe(SAID);
  expect(read(plain(SAID), [{ ...at("Well,"), words: null }])).toBe(
    "[…] I told her, you know, that it would not work.",
  );
  expect(
    read(plain(SAID), [
      { ...at("her"), words: "the director" },
      { ...at("you know,"), words: null },
      { start: at(" would").start, end: at(" would").start, words: "the merger" },
    ]),
  ).toBe("Well, I told [the director], […] that it [the merger] would not work.");
  expect(read(plain(SAID), [{ start: 8, end: Array.from(SAID).length, words: null }])).toBe("Well, I […]");
});

test("[W4] an edit that ends within a replacement takes the whole of it", () => {
  const segments: readonly Segment[] = [
    { text: "We asked ", start: 0, end: 9, term: null },
    { text: "[a council]", start: 9, end: 24, term: "x" },
    { text: " twice.", start: 24, end: 31, term: null },
  ];
  expect(read(segments, [{ start: 3, end: 12, words: null }])).toBe("We […] twice.");
  expect(read(segments, [{ start: 20, end: 30, words: null }])).toBe("We asked […].");
  expect(read(segments, [{ start: 15, end: 15, words: "again" }])).toBe("We asked [again] [a council] twice.");
  expect(
    read(segments, [
      { start: 3, end: 12, words: null },
      { start: 14, end: 20, words: null },
    ]),
  ).toBe("We […] twice.");
});

test("[W2] edits lie apart, do something each, and leave some of the quote", () => {
  const cut = (start: number, end: number) => ({ start, end, phrase: null });
  const put = (start: number, end: number) => ({ start, end, phrase: "p" });
  expect(areEdits([], 5)).toBe(true);
  expect(areEdits([cut(0, 2), put(2, 3), put(4, 4)], 5)).toBe(true);
  for (const wrong of [
    [cut(1, 1)],
    [cut(0, 5)],
    [put(0, 5)],
    [cut(0, 6)],
    [cut(0, 3), cut(2, 4)],
    [cut(2, 3), cut(0, 1)],
    [put(2, 2), put(2, 2)],
    [{ start: 3, end: 2, phrase: "p" }],
  ])
    expect(areEdits(wrong, 5), JSON.stringify(wrong)).toBe(false);
});

/** Any text cut into stretches some of which stand for a name, and edits that would be accepted. */
const cases = fc
  .tuple(
    fc.array(fc.tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 }), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.array(fc.tuple(fc.nat(60), fc.nat(12), fc.option(fc.string({ unit: "grapheme", maxLength: 6 }))), {
      maxLength: 6,
    }),
  )
  .map(([parts, marks]) => {
    const segments: Segment[] = [];
    let length = 0;
    for (const [text, named] of parts) {
      const end = length + Array.from(text).length;
      segments.push({ text: named ? "[name]" : text, start: length, end, term: named ? "t" : null });
      length = end;
    }
    const edits: Edit[] = [];
    for (const [from, long, words] of marks.toSorted((a, b) => a[0] - b[0])) {
      const edit = { start: Math.min(from, length), end: Math.min(from + long, length), words };
      const all = [...edits, edit].map(({ words: said, ...span }) => ({ ...span, phrase: said }));
      if (areEdits(all, length)) edits.push(edit);
    }
    return { segments, edits };
  });

test("[W3] outside the brackets stands the overlay, sign by sign and in order; inside the cuts nothing of it", () => {
  let edited = 0;
  fc.assert(
    fc.property(cases, ({ segments, edits }) => {
      const stretches = publish(segments, edits);
      edited += edits.length;
      const kept = stretches.flatMap(({ segment }) => segment ?? []);
      // What is kept lies in order, is of the overlay, and lies in no edit.
      kept.forEach((one, index) => {
        const next = kept[index + 1];
        if (next) expect(one.end).toBeLessThanOrEqual(next.start);
        const from = segments.find(({ start, end }) => start <= one.start && one.end <= end);
        expect(from?.term ?? null).toBe(one.term);
        const text =
          one.term === null
            ? Array.from(from?.text ?? "")
                .slice(one.start - (from?.start ?? 0), one.end - (from?.start ?? 0))
                .join("")
            : "[name]";
        expect(one.text).toBe(text);
        for (const edit of edits)
          expect(edit.start < one.end && edit.end > one.start && edit.end > edit.start).toBe(false);
      });
      // What is not kept lies in an edit, or in a replacement that one goes into.
      for (const segment of segments)
        for (let point = segment.start; point < segment.end; point++) {
          const [from, to] = segment.term === null ? [point, point + 1] : [segment.start, segment.end];
          const touched = edits.some(({ start, end }) => start < end && start < to && end > from);
          expect(kept.some(({ start, end }) => start <= point && point < end)).toBe(!touched);
        }
      // Every word in brackets is there, once.
      const added = stretches.flatMap(({ segment, text }) => (segment === null ? [text.trim()] : []));
      expect(added.filter((text) => text !== "[…]").toSorted()).toEqual(
        edits
          .flatMap(({ words }) => (words === null || `[${words}]` === "[…]" ? [] : [`[${words}]`.trim()]))
          .toSorted(),
      );
    }),
    { numRuns: 1000 },
  );
  expect(edited).toBeGreaterThan(100);
});
