/** A study as it was, folded from the beginning and taken back from now. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Internal, Plain } from "#lib/domain/study/command.ts";
import { backward, forward } from "#lib/domain/study/past.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id } from "#tests/kit/study.ts";
import { played } from "#tests/unit/domain/activity/script.ts";

type Event = Readonly<{ changes: readonly Change[] }>;

/** Every live row, as it is. */
function live(rows: Rows): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const noun of NOUNS) for (const row of rows.all(noun)) found.set(`${noun} ${row.id}`, row);
  return found;
}

/** Holds both ways to every place of a log against what the rows were there. */
function holds(rows: Rows, log: readonly Event[], was: readonly Map<string, unknown>[]): void {
  const from = new Rows();
  log.forEach((event, at) => {
    forward(from, [event]);
    expect(live(from)).toEqual(was[at]);
  });
  for (let at = log.length - 1; at > 0; at--) {
    backward(rows, log.slice(at, at + 1));
    expect(live(rows)).toEqual(was[at - 1]);
  }
}

test("[AC20] [AC21] every place of a log with commands of every kind is found from both ends", () => {
  const log: Event[] = [];
  const was: Map<string, unknown>[] = [];
  let last = new Rows();
  played(({ changes }, rows) => {
    log.push({ changes });
    was.push(live(rows));
    last = rows;
  });
  holds(last, log, was);
});

const theme = fc.nat(4).map((n) => id(`h${n}`));
const tag = fc.nat(4).map((n) => id(`t${n}`));
const card = fc.nat(3).map((n) => id(`k${n}`));
const place = fc.integer({ min: -500, max: 500 });
const board = id("board");

const command: fc.Arbitrary<Plain> = fc.oneof(
  fc.record({
    kind: fc.constant("theme.make" as const),
    id: theme,
    board: fc.constant(board),
    parent: fc.option(theme),
    x: place,
    y: place,
    w: fc.constant(300),
    h: fc.constant(300),
    hue: fc.constant(1),
    name: fc.constant(null),
    cards: fc.array(fc.record({ id: card, x: place, y: place }), { maxLength: 2 }),
    themes: fc.array(theme, { maxLength: 1 }),
  }),
  fc.record({
    kind: fc.constant("theme.shift" as const),
    id: theme,
    dx: place,
    dy: place,
    parent: fc.option(theme, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("theme.nest" as const), id: theme, parent: fc.option(theme) }),
  fc.record({
    kind: fc.constant("theme.merge" as const),
    id: theme,
    from: fc.array(theme, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant("theme.remove" as const), id: theme }),
  fc.record({ kind: fc.constant("board.tidy" as const), id: fc.constant(board) }),
  fc.record({
    kind: fc.constant("cards.place" as const),
    cards: fc.uniqueArray(fc.record({ id: card, theme: fc.option(theme), x: place, y: place }), {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.id,
    }),
  }),
  fc.record({ kind: fc.constant("cards.remove" as const), ids: fc.uniqueArray(card, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    kind: fc.constant("tag.add" as const),
    id: tag,
    parent: fc.option(tag),
    hue: fc.constant(null),
    name: fc.constant({ lang: "en" as const, phrase: id("said") }),
  }),
  fc.record({
    kind: fc.constant("tags.nest" as const),
    ids: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }),
    parent: fc.option(tag),
  }),
  fc.record({ kind: fc.constant("tag.remove" as const), id: tag }),
  fc.record({ id: tag, from: tag, step: fc.uuid() }).map(({ id: into, from, step }) => ({
    kind: "tag.merge" as const,
    id: into,
    from: [{ tag: from, step }],
    reason: null,
  })),
);

test("[AC20] [AC21] both ways hold over any log, with undo and redo in it", () => {
  const what = fc.oneof({ weight: 4, arbitrary: command }, { weight: 1, arbitrary: fc.record({ back: fc.nat(20) }) });
  fc.assert(
    fc.property(fc.array(what, { minLength: 5, maxLength: 30 }), (wanted) => {
      const rows = new Rows();
      const log: Event[] = [];
      const was: Map<string, unknown>[] = [];
      const give = (each: Plain | Internal) => {
        const decided = decide(rows, each, { person: id("me") });
        if (decided.ok) keep(decided.value);
      };
      const keep = (changes: readonly Change[]) => {
        if (changes.length === 0) return;
        for (const change of changes) evolve(rows, change);
        log.push({ changes });
        was.push(live(rows));
      };
      const title = { lang: "en" as const, phrase: id("title") };
      give({ kind: "study.found", study: id("study"), lang: "en", owner: id("me"), title, board, guides: [] });
      const insights = [0, 1, 2, 3].map((n) => ({
        id: id(`i${n}`),
        body: { lang: "en" as const, phrase: id(`b${n}`) },
        card: { id: id(`k${n}`), board, theme: null, x: 300 * n, y: 0 },
      }));
      give({ kind: "insights.write", insights });
      for (const each of wanted) {
        if ("kind" in each) give(each);
        else {
          const target = log[log.length - 1 - each.back];
          const undone = target ? decideUndo(rows, target.changes, false) : null;
          if (undone?.ok) keep(undone.value);
        }
      }
      holds(rows, log, was);
    }),
    { numRuns: 60 },
  );
});
