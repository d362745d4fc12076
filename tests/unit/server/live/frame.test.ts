import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST, MOST_SHOWN, Whereabouts } from "#lib/domain/study/live.ts";
import { packed, shortened, unpacked } from "#lib/server/live/frame.ts";
import type { Item, Said } from "#lib/server/live/frame.ts";

const id = fc.uuid();
const tenths = fc.integer({ min: -200_000, max: 200_000 }).map((n) => n / 10);
const size = fc.integer({ min: 1, max: 90_000 }).map((n) => n / 10);
const pointer = fc.option(fc.record({ x: tenths, y: tenths }));
const view = fc.record({ x: tenths, y: tenths, w: size, h: size });
const at: fc.Arbitrary<Whereabouts> = fc.record({
  page: fc.constantFrom(...Whereabouts.shape.page.options),
  source: fc.option(id),
  board: fc.option(id),
  pointer,
  selected: fc.oneof(
    { weight: 4, arbitrary: fc.array(id, { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(id, { minLength: MOST_SHOWN, maxLength: MOST_SHOWN }) },
  ),
  view: fc.option(view),
});
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ is: fc.constant("at" as const), tab: id, person: id, at: fc.option(at) }),
  fc.record({ is: fc.constant("to" as const), tab: id, pointer, view: fc.option(view) }),
  fc.record({ is: fc.constantFrom("still" as const, "left" as const), tab: id }),
  fc.record({ is: fc.constant("call" as const), person: id, board: id, view }),
);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    about: fc.constant("guests" as const),
    study: id,
    items: fc.array(item, { minLength: 1, maxLength: 120, size: "max" }),
  }),
  fc.record({
    about: fc.constant("studies" as const),
    studies: fc.array(id, { minLength: 1, maxLength: 800, size: "max" }),
    ask: fc.boolean(),
  }),
  fc.record({
    about: fc.constant("timers" as const),
    timers: fc.array(fc.record({ study: id, board: id, left: fc.option(fc.integer({ min: 0, max: LONGEST })) }), {
      minLength: 1,
      maxLength: 300,
      size: "max",
    }),
    known: fc.boolean(),
  }),
  fc.constant({ about: "goodbye" as const }),
);

/** What is said in several frames, put together again. */
function together(frames: readonly string[]): Said | null {
  return frames
    .map((frame) => unpacked(frame, () => true)?.said ?? null)
    .reduce((so, next) => {
      if (so?.about === "guests" && next?.about === "guests") return { ...so, items: [...so.items, ...next.items] };
      if (so?.about === "studies" && next?.about === "studies")
        return { ...so, studies: [...so.studies, ...next.studies] };
      if (so?.about === "timers" && next?.about === "timers") return { ...so, timers: [...so.timers, ...next.timers] };
      return null;
    });
}

test("[Y101] what is packed into frames comes out again, and no frame is longer than PostgreSQL carries", () => {
  fc.assert(
    fc.property(said, (one) => {
      const frames = packed("from-here", one);
      for (const frame of frames) expect(Buffer.byteLength(frame)).toBeLessThan(8000);
      expect(together(frames)).toEqual(one);
    }),
    { numRuns: 150 },
  );
});

test("[Y101] what is finer than anybody sees is left out, and a part of a board stays one", () => {
  const [tab, person] = [randomUUID(), randomUUID()];
  const where: Whereabouts = {
    page: "board",
    source: null,
    board: null,
    pointer: { x: 1.26, y: -1e21 },
    selected: [],
    view: { x: 0.04, y: 2, w: 0.01, h: 7.77 },
  };
  const frames = packed("me", { about: "guests", study: person, items: [{ is: "at", tab, person, at: where }] });
  expect(together(frames)).toMatchObject({
    items: [{ at: { pointer: { x: 1.3, y: -1e21 }, view: { x: 0, y: 2, w: 0.1, h: 7.8 } } }],
  });
});

test("[Y101] what is none of ours, or newer than this, is passed over", () => {
  const [study, tab] = [randomUUID(), randomUUID()];
  expect(unpacked("", () => true)).toBeNull();
  expect(unpacked("me * {}", () => true)).toBeNull();
  expect(unpacked("me something []", () => true)).toBeNull();
  const frame = `me ${shortened(study)} [["waves","${shortened(tab)}"],["left","${shortened(tab)}"]]`;
  expect(unpacked(frame, () => true)?.said).toEqual({ about: "guests", study, items: [{ is: "left", tab }] });
  expect(unpacked(frame, () => false)?.said).toEqual({ about: "guests", study, items: [] });
});
