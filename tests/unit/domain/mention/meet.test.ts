import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decided } from "#lib/domain/identifier/decided.ts";
import { overlay, spoken, verbatim } from "#lib/domain/identifier/overlay.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import type { Said } from "#lib/domain/mention/meet.ts";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";

const named: readonly Named[] = [
  { id: "p", kind: "participant", full: "Huw Davies", others: "" },
  { id: "q", kind: "participant", full: "Grace Davies", others: "" },
  { id: "t", kind: "term", full: "Wrecsam", others: "" },
];
const replace = (id: string, replacement: string): Decided => ({
  id,
  decision: "replace",
  replacement,
  replacementCy: null,
});
const keep = (id: string): Decided => ({ id, decision: "keep", replacement: null, replacementCy: null });
const decided: readonly Decided[] = [replace("p", "an officer"), replace("q", "a manager"), replace("t", "a town")];
const here = (of: Decided, start: number, end: number): Said => ({
  ...of,
  mention: `m${start}`,
  revision: "r",
  start,
  end,
});
const read = (text: string, said: readonly Said[], all = decided, start = 0, revision = "r") => {
  const { find, choose } = plan(named, all, said);
  return spoken(overlay(text, find(text, { revision, start }), (one) => choose(one, "en")));
};
const TEXT = "Huw met Huw in Wrecsam.";

test("[I95] a mention is kept, means nobody, or is replaced by other words; the others go by the identifier", () => {
  expect(read(TEXT, [])).toBe("[an officer] met [an officer] in [a town].");
  expect(read(TEXT, [here(keep("p"), 8, 11)])).toBe("[an officer] met Huw in [a town].");
  expect(read(TEXT, [here({ ...keep("p"), decision: "ordinary" }, 0, 3)])).toBe("Huw met [an officer] in [a town].");
  expect(read(TEXT, [here(replace("p", "a colleague"), 8, 11)])).toBe("[an officer] met [a colleague] in [a town].");
  // In another revision the place is another one; in a part of the text it is the same.
  expect(read(TEXT, [here(keep("p"), 8, 11)], decided, 0, "other")).toBe("[an officer] met [an officer] in [a town].");
  expect(read(TEXT.slice(4), [here(keep("p"), 8, 11)], decided, 4)).toBe("met Huw in [a town].");
});

test("[I95] what is said of one of several whom a place may mean leaves the others as they are", () => {
  const text = "Davies said.";
  expect(read(text, [here(keep("p"), 0, 6)])).toBe("[a manager] said.");
  expect(read(text, [here(keep("p"), 0, 6)], [replace("p", "an officer")])).toBe("[person] said.");
  expect(read(text, [here(keep("p"), 0, 6), here({ ...keep("q"), decision: "ordinary" }, 0, 6)])).toBe(text);
  expect(read(text, [here(replace("q", "somebody"), 0, 6)], [keep("p"), keep("q")])).toBe("[somebody] said.");
});

test("[I96] what is replaced at a place is so also where nothing is found; what is shown only where exactly that is found", () => {
  expect(read("Our boss met us.", [here(replace("p", "a colleague"), 4, 8)])).toBe("Our [a colleague] met us.");
  const longer = "Huw Davies met us.";
  expect(read(longer, [here(keep("p"), 0, 3)])).toBe("[an officer] met us.");
  expect(read(longer, [here(replace("p", "a colleague"), 0, 3)], [keep("p"), keep("q")])).toBe("[a colleague] met us.");
});

test("[I95] [I21] a place of its own is settled, open and kept by what was said there", () => {
  const { find, open, settled, kept, spared } = plan(named, [replace("t", "a town")], [here(keep("p"), 0, 3)]);
  expect(
    find(TEXT, { revision: "r", start: 0 }).map((one) => [open(one), settled(one), kept(one), spared(one)]),
  ).toEqual([
    [[], true, true, true],
    [["p"], false, false, false],
    [[], true, false, false],
  ]);
  expect(find(TEXT).map((one) => spared(one))).toEqual([false, false, false]);
});

test("[I95] [I96] [I18] whatever is decided of places, no sign of what is replaced is shown, and of names only what is kept there", () => {
  const word = fc.constantFrom("Huw Davies", "Huw", "Davies", "Grace", "Wrecsam", "yng Ngwrecsam", "we", "🧶", "said");
  const judged = fc.record({
    id: fc.constantFrom("p", "q", "t"),
    decision: fc.constantFrom("replace" as const, "keep" as const, "ordinary" as const),
    exact: fc.boolean(),
    a: fc.nat(),
    b: fc.nat(),
  });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 14 }),
      fc.array(judged, { maxLength: 5 }),
      fc.constantFrom<typeof decided>(decided, []),
      (words, wished, all) => {
        const text = words.join(" ");
        const astral = astralOf(text);
        const length = lengthOf(text);
        const bare = plan(named, all);
        const found = bare.find(text);
        const said = wished.flatMap(({ id, decision, exact, a, b }): Said[] => {
          const at = found[a % Math.max(1, found.length)];
          const [from, to] = [a % length, b % length].toSorted((one, other) => one - other) as [number, number];
          const span = exact && at ? at : { start: from, end: to + 1 };
          const of = { id, decision, replacement: decision === "replace" ? "somebody" : null, replacementCy: null };
          return [here(of, span.start, span.end)];
        });
        const { find, choose } = plan(named, all, said);
        const met = find(text, { revision: "r", start: 0 });
        const segments = overlay(text, met, (one) => choose(one, "en"));
        expect(verbatim(text, segments)).toBe(true);
        const shown = segments.filter(({ term }) => term === null);
        const isShown = ({ start, end }: { start: number; end: number }) =>
          shown.some((one) => one.start < end && one.end > start);
        for (const one of said) if (one.decision === "replace") expect(isShown(one)).toBe(false);
        for (const one of found) {
          const terms = [one.term, ...one.also];
          const may = terms.every((id) =>
            said.some(
              (held) =>
                held.id === id && held.decision !== "replace" && held.start === one.start && held.end === one.end,
            ),
          );
          if (!may) expect(isShown(one)).toBe(false);
        }
        // Elsewhere nothing changes: what no decision touches reads as before.
        const before = overlay(text, found, (one) => bare.choose(one, "en"));
        for (const one of before) {
          if (one.term !== null || said.some((held) => held.start < one.end && held.end > one.start)) continue;
          expect(segments.some(({ term, start, end }) => term === null && start <= one.start && end >= one.end)).toBe(
            true,
          );
        }
        // A part of the text, as a turn or a quote is, hides the same.
        const from = Math.floor(length / 2);
        const part = slicePoints(text, astral, from, length);
        const cut = overlay(part, find(part, { revision: "r", start: from }), (one) => choose(one, "en"));
        for (const one of said) {
          if (one.decision !== "replace" || one.end <= from) continue;
          const [start, end] = [Math.max(0, one.start - from), one.end - from];
          expect(cut.some((other) => other.term === null && other.start < end && other.end > start)).toBe(false);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
