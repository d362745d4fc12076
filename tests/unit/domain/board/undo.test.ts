/** Rule B83: whatever is done to boards is taken back exactly, and done again exactly, with no trace between. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { pair } from "#lib/domain/field.ts";
import { voteId } from "#lib/domain/vote/shape.ts";
import { emptyBoard, ME } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";
import { everything, takeBack, without } from "#tests/kit/undo.ts";

/** What a person might do next; numbers pick among the rows that are there when it is done. */
type Deed = Readonly<{
  kind: Plain["kind"];
  picks: readonly number[];
  x: number;
  y: number;
  side: number;
  yes: boolean;
}>;

const KINDS = [
  "board.add",
  "board.copy",
  "board.share",
  "board.tidy",
  "board.analyse",
  "board.remove",
  "cards.add",
  "cards.place",
  "cards.set",
  "cards.remove",
  "theme.make",
  "theme.set",
  "theme.merge",
  "theme.arrange",
  "theme.shift",
  "theme.nest",
  "theme.remove",
  "insight.write",
  "insights.write",
] as const satisfies readonly Plain["kind"][];

const place = fc.integer({ min: -3000, max: 3000 });
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  x: place,
  y: place,
  side: fc.integer({ min: 1, max: 1500 }),
  yes: fc.boolean(),
});

/** A deed as a command on these rows; null where nothing is there to do it to. `fresh` makes an id that no row has. */
function said({ kind, picks, x, y, side, yes }: Deed, rows: Rows, fresh: () => string): Plain | null {
  const [a = 0, b = 0, c = 0, d = 0] = picks;
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  const ids = (noun: Noun) => [...rows.all(noun)].map((row) => row.id).toSorted();
  const board = pick(ids("board"), a);
  const themes = [...rows.all("theme")].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const theme = pick(themes, b);
  const fellows = themes.filter((other) => other.board === (theme?.board ?? board));
  const other = pick(fellows, c)?.id ?? null;
  const onBoard = themes.filter((each) => each.board === board).map((each) => each.id);
  const ground = yes ? null : (pick(onBoard, d) ?? null);
  const cards = [...rows.all("card")].toSorted((one, two) => (one.id < two.id ? -1 : 1));
  const some = (of: readonly (typeof cards)[number][]) => of.filter((_, at) => (c + at * at + d) % 3 === 0).slice(0, 6);
  const body = () => ({ lang: "en" as const, phrase: fresh() });
  if (board === undefined) return null;
  const here = cards.filter((card) => card.board === board);
  switch (kind) {
    case "board.add":
      return { kind, id: fresh(), name: yes ? body() : null };
    case "board.copy":
      return rows.related("boards", "").length > 3
        ? null
        : { kind, id: fresh(), from: board, hidden: yes, name: body() };
    case "board.share":
    case "board.tidy":
    case "board.analyse":
    case "board.remove":
      return { kind, id: board };
    case "cards.add": {
      const insight = pick(ids("insight"), c);
      if (insight === undefined) return null;
      const add = (at: number) => ({ id: fresh(), theme: ground, x: x + at, y, quote: null, insight });
      return { kind, board, cards: [add(0), { ...add(300), size: "l" }] };
    }
    case "cards.place": {
      const moving = some(here);
      const to = moving.map((card, at) => ({ id: card.id, theme: ground, x: x + at * 7, y }));
      const behind = here.find((card) => card.theme === ground && !moving.includes(card))?.id ?? null;
      return to.length === 0 ? null : { kind, cards: to, ...(b % 2 === 0 ? { after: behind } : {}) };
    }
    case "cards.set":
    case "cards.remove": {
      const list = some(cards).map((card) => card.id);
      if (list.length === 0) return null;
      if (kind === "cards.remove") return { kind, ids: list };
      const fields = { size: pick(["s", "m", "l"] as const, side) ?? "m" };
      const places = some(here).map((card, at) => ({ id: card.id, x: x + at * 11, y }));
      return { kind, ids: list, fields, ...(yes && places.length > 0 ? { places } : {}) };
    }
    case "theme.make": {
      const into = some(here).map((card, at) => ({ id: card.id, x: x + at * 9, y }));
      const inner = onBoard.filter((_, at) => (at + d) % 4 === 0);
      const box = { x, y, w: side, h: side, hue: (b % 10) + 1 };
      return {
        kind,
        id: fresh(),
        board,
        parent: ground,
        ...box,
        name: yes ? body() : null,
        cards: into,
        themes: inner,
      };
    }
    case "insight.write":
      return { kind, id: fresh(), body: body(), card: { id: fresh(), board, theme: ground, x, y } };
    case "insights.write": {
      const one = (at: number) => ({
        id: fresh(),
        body: body(),
        card: { id: fresh(), board, theme: ground, x, y: y + at },
      });
      return { kind, insights: [one(0), one(216)] };
    }
    default:
  }
  if (!theme) return null;
  switch (kind) {
    case "theme.set": {
      const fields = [
        { locked: yes },
        { locked: false },
        { collapsed: yes },
        { x, y, w: side, h: side },
        { hue: (c % 10) + 1 },
        { status: pick(["candidate", "agreed", "retired"] as const, c) ?? "agreed" },
      ];
      return { kind, id: theme.id, fields: pick(fields, d) ?? {} };
    }
    case "theme.merge":
      return other === null
        ? null
        : { kind, id: theme.id, from: yes ? [other] : [other, ...fellows.slice(0, 2).map((each) => each.id)] };
    case "theme.arrange":
    case "theme.remove":
      return { kind, id: theme.id };
    case "theme.shift":
      return { kind, id: theme.id, dx: x, dy: y, ...(yes ? {} : { parent: d % 3 === 0 ? null : other }) };
    case "theme.nest":
      return { kind, id: theme.id, parent: d % 3 === 0 ? null : other };
    default:
      return null;
  }
}

test("[B83] undo of any command on boards gives the state before, and redo the state after, whole", () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 40 }), (deeds) => {
      const { rows, card, theme } = emptyBoard();
      theme("A");
      theme("B", "A", { x: 24, y: 300 });
      theme("C", null, { x: 900, y: 0 });
      for (const at of ["1", "2", "3", "4", "5", "6"])
        card(at, at < "5" ? pickTheme(at) : null, { x: 40 * Number(at), y: 60 });
      rows.put("finding", { id: id("F"), status: "draft", ord: "a0", gone: false });
      for (const name of ["A", "C"]) {
        rows.put("findingTheme", { id: pair(id("F"), id(name)), finding: id("F"), theme: id(name), gone: false });
      }
      // A second board, on which a vote is held.
      rows.put("board", { id: id("other"), analysis: false, owner: null, origin: null, ord: "a1", gone: false });
      card("7", null, { x: 0, y: 0 }, id("other"));
      rows.put("voting", { id: id("v"), board: id("other"), dots: 3, revealed: false, by: ME, gone: false });
      const vote = { voting: id("v"), card: id("7"), person: ME, dots: 2, gone: false };
      rows.put("vote", { id: voteId(vote.voting, vote.card, vote.person), ...vote });
      let made = 0;
      const fresh = () => id(`n${made++}`);
      for (const each of deeds) {
        const command = said(each, rows, fresh);
        if (!command) continue;
        const before = everything(rows);
        const decided = decide(rows, command, { person: ME });
        if (!decided.ok) continue;
        for (const change of decided.value) evolve(rows, change);
        accepted.add(command.kind);
        const after = everything(rows);
        const back = takeBack(rows, decided.value);
        expect(without(everything(rows), before)).toEqual(before);
        takeBack(rows, back);
        expect(everything(rows)).toEqual(after);
      }
    }),
    { numRuns: 300 },
  );
  expect([...accepted].toSorted()).toEqual(KINDS.toSorted());
});

const pickTheme = (at: string) => ["A", "B", "C"][Number(at) % 3] ?? null;
