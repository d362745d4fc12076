import fc from "fast-check";
import { expect, test } from "vitest";
import { bound, courseOf, place } from "#lib/domain/correction/course.ts";
import { correct } from "#lib/domain/correction/edit.ts";
import type { Edit } from "#lib/domain/correction/shape.ts";
import { lengthOf, placesOf, textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";

const told = (...words: string[]): Told[] =>
  words.map((said, n) => ({
    id: `t${n}`,
    line: `t${n}`,
    words: said,
    speaker: "a",
    question: null,
    startMs: n * 1000,
    endMs: n * 1000 + 900,
  }));

let made = 0;
function revised(turns: readonly Told[], edits: readonly Edit[]): Told[] {
  made += 1;
  const next = correct(turns, edits, (n) => `r${made}/${n}`);
  if (!next.ok) throw new Error(next.fault.code);
  return next.value;
}
const slice = (turns: readonly Told[], start: number, end: number) =>
  Array.from(textOf(turns)).slice(start, end).join("");

// Turns that say the same, signs of two units, words cut by an apostrophe: what is easily mistaken for something else.
const saying = fc.constantFrom(
  "Yes.",
  "Yes, yes.",
  "We didn’t know 😀 then.",
  "Ie, dw i’n meddwl",
  "a b a b",
  "我们不知道",
  "Yes.\n\nNo.",
);
const text = fc.array(saying, { minLength: 2, maxLength: 9 });
type Wished = Readonly<{ at: number; how: string; words: string }>;
const wish: fc.Arbitrary<Wished> = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom("word", "rewrite", "cut", "out", "join", "speaker"),
  words: saying,
});

/** What a person might do to the turns that are not `kept`. */
function editsFor(turns: readonly Told[], kept: ReadonlySet<string>, { at, how, words }: Wished): Edit[] {
  const n = at % turns.length;
  const turn = turns[n];
  const next = turns[n + 1];
  if (!turn || kept.has(turn.line)) return [];
  const one = (...said: string[]) => [{ turn: turn.id, parts: said.map((each) => ({ words: each, speaker: "a" })) }];
  switch (how) {
    case "word":
      return one(`${turn.words} ${words}`);
    case "cut":
      return one(words, turn.words);
    case "out":
      return turns.length > 1 ? one() : [];
    case "join":
      return next && !kept.has(next.line) ? [...one(`${turn.words} ${next.words}`), { turn: next.id, parts: [] }] : [];
    case "speaker":
      return [{ turn: turn.id, parts: [{ words: turn.words, speaker: "b" }] }];
    default:
      return one(`${words}!`);
  }
}

test("[K5] a quote survives any sequence of corrections elsewhere in the text, word for word", () => {
  fc.assert(
    fc.property(text, fc.nat(30), fc.nat(2), fc.array(wish, { maxLength: 8 }), (words, at, more, wishes) => {
      let turns = told(...words);
      const first = at % turns.length;
      const last = Math.min(first + more, turns.length - 1);
      const places = placesOf(turns);
      let quote = { start: places[first]?.start ?? 0, end: places[last]?.end ?? 0 };
      const said = slice(turns, quote.start, quote.end);
      const kept = new Set(turns.slice(first, last + 1).map(({ line }) => line));
      for (const one of wishes) {
        const edits = editsFor(turns, kept, one);
        const next = correct(turns, edits, (n) => `${one.at}/${made++}/${n}`);
        if (!next.ok) continue; // nothing would have changed
        const to = place(courseOf(turns, next.value), quote);
        expect(to.state).toBe("same");
        if (to.state === "lost") return;
        quote = to;
        turns = next.value;
        expect(slice(turns, quote.start, quote.end)).toBe(said);
      }
    }),
  );
});

test("[K6] places keep their order, and what stands in both is the same in both", () => {
  fc.assert(
    fc.property(text, fc.array(wish, { maxLength: 4 }), (words, wishes) => {
      const old = told(...words);
      let next = old;
      for (const one of wishes) {
        const edited = correct(next, editsFor(next, new Set(), one), (n) => `${one.at}/${made++}/${n}`);
        if (edited.ok) next = edited.value;
      }
      // Also between revisions that are further apart, forth and back.
      for (const [from, to] of [
        [old, next],
        [next, old],
      ] as const) {
        let [end, stop] = [0, 0];
        const ended = [`${textOf(from)}\n\n`, `${textOf(to)}\n\n`].map((whole) => Array.from(whole));
        for (const [start, until, at] of courseOf(from, to)) {
          expect(start >= end && at >= stop && until > start).toBe(true);
          expect(ended[0]?.slice(start, until)).toEqual(ended[1]?.slice(at, at + until - start));
          [end, stop] = [until, at + until - start];
        }
      }
    }),
  );
});

const was = told("Shall we begin?", "So um we asked there housing team, and they said no.", "I see.");
/** Where words of the second turn stand. */
function at(turns: readonly Told[], words: string) {
  const start = Array.from(textOf(turns).slice(0, textOf(turns).indexOf(words))).length;
  return { start, end: start + lengthOf(words) };
}
function moved(words: string, said: string): string {
  const next = revised(was, [{ turn: "t1", parts: [{ words: said, speaker: "a" }] }]);
  const to = place(courseOf(was, next), at(was, words));
  return to.state === "lost" ? "lost" : `${to.state}: ${slice(next, to.start, to.end)}`;
}

test("[K7] a quote within which a word was mis-heard goes on with the right word", () => {
  const right = "So um we asked their housing team, and they said no.";
  expect(moved("we asked there housing team", right)).toBe("changed: we asked their housing team");
  expect(moved("there housing team", right)).toBe("changed: their housing team");
  expect(moved("we asked there", right)).toBe("changed: we asked their");
  expect(moved("and they said no.", right)).toBe("same: and they said no.");
  expect(moved("um we asked", "So we asked there housing team, and they said no.")).toBe("changed: we asked");
  expect(moved("and they said no.", "So um we asked there housing team, and they said never!")).toBe(
    "changed: and they said never!",
  );
  // At the very end of the text, and of a word that became longer.
  const end = told("They have a polic");
  const next = revised(end, [{ turn: "t0", parts: [{ words: "They have policies", speaker: "a" }] }]);
  expect(place(courseOf(end, next), { start: 0, end: 17 })).toEqual({ state: "changed", start: 0, end: 18 });
});

test("[K8] a quote whose words are gone is lost, and so is one that begins in the midst of what was rewritten", () => {
  const gone = "So um we asked nobody at all.";
  expect(moved("they said no", gone)).toBe("lost");
  expect(moved("housing team, and", gone)).toBe("lost");
  expect(moved("we asked", gone)).toBe("same: we asked");
  const out = revised(was, [{ turn: "t1", parts: [] }]);
  expect(place(courseOf(was, out), at(was, "we asked there housing team"))).toEqual({
    state: "lost",
    near: { start: 15, end: 15 },
  });
});

test("[K2] [K3] a turn is cut, joined or taken out, and keeps its question, its line and its times at the ends", () => {
  const turns = told("One. Two.", "Three.").map((turn) => ({ ...turn, question: "q" }));
  const cut = revised(turns, [
    {
      turn: "t0",
      parts: [
        { words: " One.\r\n", speaker: "a" },
        { words: "Two.", speaker: "b" },
      ],
    },
  ]);
  expect(
    cut.map(({ words, speaker, question, startMs, endMs }) => ({ words, speaker, question, startMs, endMs })),
  ).toEqual([
    { words: "One.", speaker: "a", question: "q", startMs: 0, endMs: null },
    { words: "Two.", speaker: "b", question: "q", startMs: null, endMs: 900 },
    { words: "Three.", speaker: "a", question: "q", startMs: 1000, endMs: 1900 },
  ]);
  expect(cut.map(({ id, line }) => (line === id ? "own" : line))).toEqual(["t0", "own", "t1"]);
  expect(textOf(cut)).toBe("One.\n\nTwo.\n\nThree.");
  const out = correct(turns, [{ turn: "t0", parts: [{ words: " \n ", speaker: "a" }] }], (n) => `x${n}`);
  expect(out.ok && out.value.map(({ line }) => line)).toEqual(["t1"]);
  const all = ["t0", "t1"].map((turn) => ({ turn, parts: [] }));
  expect(correct(turns, all, (n) => `x${n}`)).toEqual({ ok: false, fault: { code: "text.empty" } });
});

test("[K1] a correction that changes nothing is none, and one of a turn that is not there is refused", () => {
  const same = [{ turn: "t0", parts: [{ words: "Shall we begin?\r\n", speaker: "a" }] }];
  expect(correct(was, same, (n) => `x${n}`)).toEqual({ ok: false, fault: { code: "text.same" } });
  expect(correct(was, [{ turn: "t9", parts: [] }], (n) => `x${n}`)).toMatchObject({ fault: { code: "turn.missing" } });
  expect(correct(was, [...same, ...same], (n) => `x${n}`)).toMatchObject({ fault: { code: "turn.missing" } });
});

test("[K9] a turn written anew from one end to the other is compared up to a limit", () => {
  const many = (word: string) => Array.from({ length: 30_000 }, (_, n) => `${word}${n}`).join(" ");
  const old = told(many("a"), "Kept.");
  const next = revised(old, [{ turn: "t0", parts: [{ words: many("b"), speaker: "a" }] }]);
  const before = performance.now();
  const course = courseOf(old, next);
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(place(course, at(old, "Kept.")).state).toBe("same");
  expect(place(course, { start: 0, end: 20 }).state).toBe("lost");
});

test("[PA8] a passage goes on from the turns at which it began and ended, whatever is corrected", () => {
  fc.assert(
    fc.property(text, fc.nat(30), fc.nat(3), fc.array(wish, { maxLength: 6 }), (words, at, more, wishes) => {
      let turns = told(...words);
      const first = at % turns.length;
      const last = Math.min(first + 1 + more, turns.length);
      // From the beginning of a turn to that of another, or to the end of the text.
      const begin = turns[first]?.line;
      const stop = turns[last]?.line;
      const places = placesOf(turns);
      let passage = { start: places[first]?.start ?? 0, end: places[last]?.start ?? lengthOf(textOf(turns)) };
      const kept = new Set([begin, stop].flatMap((line) => line ?? []));
      for (const one of wishes) {
        // Turns at the bounds may be rewritten; only those that are taken out, or joined to the one before, are spared.
        const spared = one.how === "out" || one.how === "join" ? kept : new Set<string>();
        const next = correct(turns, editsFor(turns, spared, one), (n) => `${one.at}/${made++}/${n}`);
        if (!next.ok) continue;
        const course = courseOf(turns, next.value);
        passage = { start: bound(course, passage.start), end: bound(course, passage.end) };
        turns = next.value;
        const now = placesOf(turns);
        expect(passage.start).toBe(now[turns.findIndex(({ line }) => line === begin)]?.start);
        const to = turns.findIndex(({ line }) => line === stop);
        expect(passage.end).toBe(to < 0 ? lengthOf(textOf(turns)) : now[to]?.start);
      }
    }),
  );
});
