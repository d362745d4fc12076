import { expect, test, vi } from "vitest";
import { clockOf, secondsLeft, Together } from "#lib/client/study/together.ts";
import { AFTER } from "#lib/domain/study/live.ts";

const board = "00000000-0000-4000-8000-000000000001";
const person = "00000000-0000-4000-8000-000000000002";
const view = { x: 0, y: 0, w: 10, h: 10 };

test("[B111] counts whole seconds, stays at none for a minute, and is then no more", () => {
  expect([0, 1, 59_000, 59_001, 60_000, 60_000 + AFTER, 60_001 + AFTER].map((now) => secondsLeft(60_000, now))).toEqual(
    [60, 60, 1, 1, 0, 0, null],
  );
  expect([0, 9, 60, 605, 3600].map(clockOf)).toEqual(["0:00", "0:09", "1:00", "10:05", "60:00"]);
});

test("[B110] a call waits until it is answered, and the newest counts", () => {
  const together = new Together(vi.fn());
  const told = vi.fn();
  together.subscribe(told);
  together.hear({ kind: "call", person, name: "Mari", board, view });
  together.hear({ kind: "call", person, name: "Tomos", board, view });
  expect(together.shared.call).toEqual({ person, name: "Tomos", board, view });
  together.answer();
  expect(together.shared.call).toBeNull();
  expect(told).toHaveBeenCalledTimes(3);
});

test("[B111] a timer is forgotten when it is stopped, or when the line is lost", () => {
  const together = new Together(vi.fn());
  together.hear({ kind: "timer", board, left: 5000 });
  expect(together.shared.timers.size).toBe(1);
  together.hear({ kind: "timer", board, left: null });
  expect(together.shared.timers.size).toBe(0);
  together.hear({ kind: "timer", board, left: 5000 });
  together.lost();
  expect(together.shared.timers.size).toBe(0);
});

test("[B111] what a person does goes out as it is meant", () => {
  const say = vi.fn();
  const together = new Together(say);
  together.startTimer(board, 5);
  together.moreTime(board);
  together.stopTimer(board);
  together.callTo(board, view);
  expect(say.mock.calls.map(([message]) => message as unknown)).toEqual([
    { kind: "timer.start", board, ms: 300_000 },
    { kind: "timer.more", board },
    { kind: "timer.stop", board },
    { kind: "call", board, view },
  ]);
});
