/** Rules B95 to B98: what waits, what is found, how many there would be, and into which groups it falls. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  ALL,
  FACETS,
  groupsOf,
  NONE,
  orderOf,
  quotesOf,
  sieve,
  waiting,
  waitingCount,
} from "#lib/client/board/tray.ts";
import type { TrayQuote, Wanted } from "#lib/client/board/tray.ts";
import { pair } from "#lib/domain/field.ts";
import { BOARD, emptyBoard, ME } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

const gone = false;

/** A board beside two sources, the second numbered first: quotes q1 and q2 in one, q3 (tagged twice) in the other. */
function withQuotes() {
  const board = emptyBoard();
  const { rows } = board;
  rows.put("question", { id: id("why"), ord: "a0", gone });
  rows.put("tag", { id: id("late"), parent: null, hue: 2, ord: "a1", example: null, gone });
  rows.put("tag", { id: id("early"), parent: null, hue: 3, ord: "a0", example: null, gone });
  for (const [name, number] of [
    ["s2", 2],
    ["s1", 1],
  ] as const) {
    rows.put("source", {
      id: id(name),
      number,
      kind: "interview",
      revision: id(`r${name}`),
      title: null,
      organisation: null,
      participant: null,
      guide: null,
      heldOn: null,
      minutes: null,
      lang: "en",
      original: null,
      gone,
    });
  }
  const quote = (name: string, source: string, start: number, question: string | null, tags: readonly string[]) => {
    const revision = id(`r${source}`);
    rows.put("quote", { id: id(name), source: id(source), by: ME, gone });
    const at = { start, end: start + 5, turn: id("t"), speaker: null, question: question && id(question), gone };
    rows.put("anchor", { id: pair(id(name), revision), quote: id(name), revision, ...at, state: "sound" });
    for (const tag of tags) rows.put("tagging", { id: pair(id(name), id(tag)), quote: id(name), tag: id(tag), gone });
  };
  quote("q3", "s1", 0, null, ["late", "early"]);
  quote("q2", "s2", 40, "why", []);
  quote("q1", "s2", 7, null, ["late"]);
  return board;
}

test("[B95] a quote without a live card on this board waits, by source and in the order of its text", () => {
  const { rows, give } = withQuotes();
  const all = quotesOf(rows);
  const ids = () => waiting(rows, BOARD, all).map((quote) => quote.id);
  expect(ids()).toEqual([id("q3"), id("q1"), id("q2")]);
  const card = { id: id("c"), theme: null, x: 0, y: 0, quote: id("q1"), insight: null };
  give({ kind: "board.add", id: id("other"), name: null });
  give({ kind: "cards.add", board: id("other"), cards: [{ ...card, id: id("d"), quote: id("q3") }] });
  give({ kind: "cards.add", board: BOARD, cards: [card] });
  expect(ids()).toEqual([id("q3"), id("q2")]);
  expect(waitingCount(rows, BOARD)).toBe(2);
  give({ kind: "cards.remove", ids: [id("c")] });
  expect(waitingCount(rows, BOARD)).toBe(3);
});

test("[B96] a quote is found by each of its tags and by having none", () => {
  const { rows } = withQuotes();
  const all = quotesOf(rows);
  const found = (wanted: Partial<Wanted>, says: (quote: string) => boolean = () => true) =>
    sieve(all, { ...ALL, ...wanted }, says).quotes.map((quote) => quote.id);
  expect(found({ tag: id("late") })).toEqual([id("q3"), id("q1")]);
  expect(found({ tag: id("early") })).toEqual([id("q3")]);
  expect(found({ tag: NONE })).toEqual([id("q2")]);
  expect(found({ source: id("s2") }, (quote) => quote === id("q1"))).toEqual([id("q1")]);
});

const value = fc.constantFrom("a", "b", "c");
const values = fc.record({
  source: value.map((one) => [one]),
  participant: fc.oneof(
    value.map((one) => [one]),
    fc.constant([]),
  ),
  question: fc.oneof(
    value.map((one) => [one]),
    fc.constant([]),
  ),
  tag: fc.uniqueArray(value),
});
const quotes: fc.Arbitrary<TrayQuote[]> = fc
  .array(values, { maxLength: 40 })
  .map((list) => list.map((each, at) => ({ id: `q${at}`, values: each })));
const choice = fc.constantFrom(null, null, "a", "b", NONE);
const wanted = fc.record({ source: choice, participant: choice, question: choice, tag: choice });

test("[B96] what stands beside a choice is how many that choice finds", () => {
  fc.assert(
    fc.property(quotes, wanted, (all, now) => {
      const says = (quote: string) => !quote.endsWith("3");
      const { counts } = sieve(all, now, says);
      for (const facet of FACETS) {
        for (const each of ["a", "b", "c", NONE]) {
          const then = sieve(all, { ...now, [facet]: each }, says).quotes.length;
          expect(counts[facet].get(each) ?? 0).toBe(then);
        }
      }
    }),
  );
});

test("[B98] a quote with several tags goes by the first of the codebook, one without lies apart and last", () => {
  const { rows } = withQuotes();
  const all = quotesOf(rows);
  const most = { quotes: 5000, groups: 200 };
  expect(groupsOf(all, "tag", orderOf(rows, "tag"), most)).toEqual([
    { value: id("early"), quotes: [id("q3")] },
    { value: id("late"), quotes: [id("q1")] },
    { value: null, quotes: [id("q2")] },
  ]);
  expect(groupsOf(all, "source", orderOf(rows, "source"), most).map((group) => group.value)).toEqual([
    id("s1"),
    id("s2"),
  ]);
  expect(groupsOf(all, "source", orderOf(rows, "source"), { quotes: 2, groups: 200 })).toEqual([
    { value: id("s1"), quotes: [id("q3")] },
    { value: id("s2"), quotes: [id("q1")] },
  ]);
});

test("[B98] grouping puts every quote in one group", () => {
  fc.assert(
    fc.property(quotes, fc.constantFrom(...FACETS), (all, facet) => {
      const groups = groupsOf(all, facet, ["c", "a"], { quotes: 5000, groups: 200 });
      expect(groups.flatMap((group) => group.quotes).toSorted()).toEqual(all.map((quote) => quote.id).toSorted());
      expect(new Set(groups.map((group) => group.value)).size).toBe(groups.length);
    }),
  );
});
