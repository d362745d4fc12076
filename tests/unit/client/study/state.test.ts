import { expect, test } from "vitest";
import { StudyState } from "#lib/client/study/state.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { Event, Sent } from "#lib/domain/study/outcome.ts";
import type { Rows } from "#lib/domain/study/rows.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const [ME, YOU, BOARD, CARD, THEME, QUOTE] = [1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const gone = false;
const ROWS = {
  board: [{ id: BOARD, analysis: true, ord: "a0", gone }],
  theme: [
    {
      id: THEME,
      board: BOARD,
      parent: null,
      ord: "a0",
      x: 0,
      y: 0,
      w: 9,
      h: 9,
      hue: 1,
      status: "candidate",
      locked: false,
      gone,
    },
  ],
  card: [{ id: CARD, board: BOARD, quote: QUOTE, insight: null, theme: null, x: 0, y: 0, ord: "a0", gone }],
};

function open() {
  const state = new StudyState(ME);
  state.load({ epoch: id(9), seq: 0, rows: ROWS });
  return state;
}
const place = (x: number, theme: string | null = null): Plain => ({
  kind: "cards.place",
  cards: [{ id: CARD, theme, x, y: 0 }],
});
let count = 100;
const sent = (command: Plain): Sent => ({ cmdId: id(count++), command, phrases: [], names: [] });

/** What a server that stands at the same rows would log. */
function log(seq: number, from: Rows, what: Sent, actor = ME): Event {
  const decided = decide(from, what.command as Plain, { person: actor });
  if (!decided.ok) throw new Error(decided.fault.code);
  return {
    seq,
    cmdId: what.cmdId,
    actor,
    kind: what.command.kind,
    mode: "do",
    at: "2026-11-24T00:00:00.000Z",
    changes: [...decided.value],
  };
}

test("[Y10] a pending command shows at once", () => {
  const state = open();
  state.add(sent(place(7)));
  expect(state.rows.get("card", CARD)?.x).toBe(7);
  expect(state.waiting.unsent).toBe(1);
});

test("[Y11] a colleague's event goes under what is still pending", () => {
  const state = open();
  const server = open().rows;
  state.add(sent(place(7)));
  const theirs = sent({ kind: "theme.shift", id: THEME, dx: 3, dy: 0 });
  state.hear([log(1, server, theirs, YOU)]);
  expect(state.rows.get("card", CARD)?.x).toBe(7);
  expect(state.rows.get("theme", THEME)?.x).toBe(3);
});

test("[Y12] a command is pending until its event has been applied", () => {
  const state = open();
  const mine = sent(place(7));
  const event = log(1, open().rows, mine);
  state.add(mine);
  state.settle({ cmdId: mine.cmdId, seq: 1 });
  expect(state.waiting).toEqual({ unsent: 0, furthest: 1 });
  expect(state.rows.get("card", CARD)?.x).toBe(7);
  state.hear([event]);
  expect(state.waiting).toEqual({ unsent: 0, furthest: 0 });
  expect(state.rows.get("card", CARD)?.x).toBe(7);
});

test("[Y13] events that were applied are passed over, and a gap is not skipped", () => {
  const state = open();
  const event = log(1, open().rows, sent(place(7)), YOU);
  expect(state.hear([event])).toBe(true);
  expect(state.hear([event])).toBe(true);
  expect(state.hear([{ ...event, seq: 5 }])).toBe(false);
  expect(state.seq).toBe(1);
});

test("[Y14] a refused command is taken off and kept with its reason", () => {
  const state = open();
  const mine = sent(place(7));
  state.add(mine);
  state.settle({ cmdId: mine.cmdId, refused: "theme.locked", id: THEME });
  expect(state.rows.get("card", CARD)?.x).toBe(0);
  expect(state.refused).toEqual([{ sent: mine, code: "theme.locked", detail: { id: THEME } }]);
  state.dismiss(mine.cmdId);
  expect(state.refused).toEqual([]);
});

test("[Y11] a guess at a whole theme's move is taken off exactly", () => {
  const state = open();
  state.add(sent(place(2, THEME)));
  const shift = sent({ kind: "theme.shift", id: THEME, dx: 10, dy: 10 });
  state.add(shift);
  expect(state.rows.get("card", CARD)).toMatchObject({ x: 12, y: 10 });
  state.settle({ cmdId: shift.cmdId, refused: "theme.locked" });
  expect(state.rows.get("card", CARD)).toMatchObject({ x: 2, y: 0, theme: THEME });
});

test("[Y68] what another log acknowledged and was not heard is given again; what is in the log is settled by its receipt", () => {
  const state = open();
  const [mine, later] = [sent(place(7)), sent(place(8))];
  state.add(mine);
  state.add(later);
  state.settle({ cmdId: mine.cmdId, seq: 4 });
  expect(state.load({ epoch: id(9), seq: 2, rows: ROWS })).toEqual([]);
  expect(state.load({ epoch: id(10), seq: 1, rows: ROWS })).toEqual([mine]);
  expect(state.waiting).toEqual({ unsent: 2, furthest: 0 });
  state.settle({ cmdId: mine.cmdId, seq: 1 });
  expect([state.awaits(mine.cmdId), state.awaits(later.cmdId)]).toEqual([false, true]);
});

test("[Y96] a refusal is kept once, whether it was told by this page, by another or by an earlier one", () => {
  const state = open();
  const mine = sent(place(7));
  state.add(mine);
  state.recall([{ sent: mine, code: "theme.locked", detail: { id: THEME } }]);
  state.settle({ cmdId: mine.cmdId, refused: "theme.locked", id: THEME });
  expect(state.refused).toHaveLength(1);
  expect(state.waiting.unsent).toBe(0);
});
