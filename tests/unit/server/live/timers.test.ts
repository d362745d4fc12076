import { expect, test } from "vitest";
import { AFTER, LONGEST } from "#lib/domain/study/live.ts";
import { Timers } from "#lib/server/live/timers.ts";

function clock() {
  let now = 1000;
  return { timers: new Timers(() => now), pass: (ms: number) => (now += ms) };
}

test("[Y28] tells the time that is left, and forgets a timer a minute after its end", () => {
  const { timers, pass } = clock();
  expect(timers.start("s", "a", 60_000)).toBe(60_000);
  pass(20_000);
  expect(timers.of("s")).toEqual([{ board: "a", left: 40_000 }]);
  expect(timers.of("other")).toEqual([]);
  pass(50_000);
  expect(timers.of("s")).toEqual([{ board: "a", left: 0 }]);
  pass(AFTER);
  expect(timers.of("s")).toEqual([]);
});

test("[Y28] gives a minute more, also after the end, never more than the longest; and none where there is no timer", () => {
  const { timers, pass } = clock();
  expect(timers.more("s", "a")).toBeNull();
  timers.start("s", "a", 30_000);
  expect(timers.more("s", "a")).toBe(90_000);
  pass(100_000);
  expect(timers.more("s", "a")).toBe(60_000);
  timers.start("s", "a", LONGEST);
  expect(timers.more("s", "a")).toBe(LONGEST);
});

test("[Y28] stops one, and holds at most twenty in a study, the newest", () => {
  const { timers } = clock();
  timers.start("s", "a", 30_000);
  expect([timers.stop("s", "a"), timers.stop("s", "a")]).toEqual([true, false]);
  for (let at = 0; at < 25; at++) timers.start("s", `b${at}`, 30_000);
  expect(timers.of("s").map(({ board }) => board)).toEqual(Array.from({ length: 20 }, (_, at) => `b${at + 5}`));
});
