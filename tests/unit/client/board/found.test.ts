import { expect, test } from "vitest";
import { Found } from "#lib/client/board/found.ts";

test("[B68] goes through what was found round and round, and dims only while something is looked for", () => {
  const found = new Found();
  expect(found.dims(3)).toBe(false);
  found.set([90, 2, 5]);
  expect([found.dims(3), found.dims(90), found.count, found.place]).toEqual([true, false, 3, 0]);
  expect([found.step(1), found.step(1), found.step(1), found.step(1)]).toEqual([90, 2, 5, 90]);
  expect(found.step(-1)).toBe(5);
  found.end();
  expect([found.on, found.dims(3), found.current, found.step(1)]).toEqual([false, false, -1, -1]);
});

test("[B68] where we are is kept through changes, unless that card is no match any more", () => {
  const found = new Found();
  found.set([1, 2, 3]);
  found.step(-1);
  found.set([3, 1]);
  expect([found.current, found.place]).toEqual([3, 1]);
  found.forget(3);
  expect(found.current).toBe(-1);
  found.set([1]);
  expect(found.step(-1)).toBe(1);
});
