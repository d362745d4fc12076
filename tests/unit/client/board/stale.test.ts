import { expect, test } from "vitest";
import { pixelsOf, Stale } from "#lib/client/board/stale.ts";

test("[B63] what has changed is drawn again with all that it touches, and nothing twice", () => {
  const stale = new Stale();
  expect(stale.take()).toBe("all"); // nothing had been drawn
  expect(stale.take()).toBeNull();
  stale.add(10, 20, 30, 40);
  stale.add(-5, 50, 1, 1);
  expect(stale.take()).toEqual({ x: -5, y: 20, w: 45, h: 40 });
  stale.add(0, 0, 1, 1);
  stale.addAll();
  expect(stale.take()).toBe("all");
  expect(stale.take()).toBeNull();
});

test("[B63] a box of the board covers whole pixels within the view", () => {
  const size = { w: 100, h: 80 };
  expect(pixelsOf({ x: 10.2, y: 10.2, w: 1, h: 1 }, 2, { x: 0, y: 0 }, size, 3)).toEqual({ x: 17, y: 17, w: 9, h: 9 });
  expect(pixelsOf({ x: -50, y: -50, w: 500, h: 500 }, 1, { x: 0, y: 0 }, size, 3)).toEqual({ x: 0, y: 0, ...size });
  expect(pixelsOf({ x: 300, y: 0, w: 5, h: 5 }, 1, { x: 0, y: 0 }, size, 3)).toBeNull();
});
