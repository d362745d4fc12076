/** Which entries of the log are one line. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { deedOfLine, gather } from "#lib/domain/activity/gather.ts";
import type { Entry } from "#lib/domain/activity/shape.ts";
import { id } from "#tests/kit/study.ts";

/** A card that somebody moved into a theme at a second of one minute or another. */
function moved(seq: number, actor: string, second: number, card: string, theme = "trust"): Entry {
  const at = new Date(Date.UTC(2026, 2, 3, 14, 0, second)).toISOString();
  const ref = (noun: "card" | "theme", name: string) => ({ noun, id: id(name), up: null });
  const nothing = { others: [], amount: null, was: null, now: null, word: null };
  const deed = {
    ...nothing,
    say: "moved",
    noun: "card" as const,
    count: 1,
    one: ref("card", card),
    place: ref("theme", theme),
  };
  return { seq, at, actor: id(actor), kind: "cards.place", mode: "do", deed };
}

test("[AC4] moves of one person to one theme are one line, also with others' in between", () => {
  const log = [
    moved(5, "ann", 50, "c3"),
    moved(4, "ben", 45, "c9"),
    moved(3, "ann", 40, "c2"),
    moved(2, "ann", 30, "c1"),
    moved(1, "ann", 20, "c1"),
  ];
  const lines = gather(log);
  expect(lines.map((line) => line.map(({ seq }) => seq))).toEqual([[5, 3, 2, 1], [4]]);
  expect(lines.map((line) => deedOfLine(line).count)).toEqual([3, 1]); // c1 was moved twice
});

test("[AC4] another theme, another mode, and a pause of more than a minute begin a line of their own", () => {
  const log = [
    moved(9, "ann", 200, "c1"),
    moved(8, "ann", 100, "c2"),
    moved(7, "ann", 90, "c3", "cost"),
    { ...moved(6, "ann", 80, "c3", "cost"), mode: "undo" as const },
  ];
  expect(gather(log).map((line) => line.map(({ seq }) => seq))).toEqual([[9], [8], [7], [6]]);
});

test("[AC4] older entries lengthen lines and move none", () => {
  const entry = fc.tuple(
    fc.constantFrom("ann", "ben"),
    fc.nat(70),
    fc.constantFrom("a", "b"),
    fc.constantFrom("x", "y"),
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), fc.nat(30), (all, cut) => {
      let second = 4000;
      const log = all.map(([actor, pause, card, theme], at) =>
        moved(all.length - at, actor, (second -= pause), card, theme),
      );
      const few = gather(log.slice(0, cut)).map((line) => line.map(({ seq }) => seq));
      const more = gather(log).map((line) => line.map(({ seq }) => seq));
      few.forEach((line, at) => expect(more[at]?.slice(0, line.length)).toEqual(line));
      expect(more.flat().toSorted((a, b) => b - a)).toEqual(log.map(({ seq }) => seq));
    }),
  );
});
