/** A board as rows, and the deciding of commands on it in memory, for tests of the domain. */
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id } from "./study.ts";

export const ME = id("me");
export const BOARD = id("board");

export type Board = Readonly<{
  rows: Rows;
  /** Gives a command; the code of the fault where it is refused, else its changes, which are then applied. */
  give: (command: Plain, person?: string) => string | readonly Change[];
  /** Makes a theme; see `id` for how a name becomes an id. */
  theme: (name: string, parent?: string | null, at?: Readonly<{ x: number; y: number }>, board?: string) => void;
  /** Writes an insight whose card has that name. */
  card: (name: string, theme?: string | null, at?: Readonly<{ x: number; y: number }>, board?: string) => void;
  /** The names given to the ids of a theme's cards, in order. */
  order: (theme: string | null, board?: string) => string[];
}>;

/** An empty board `BOARD`, the one that findings read. */
export function emptyBoard(): Board {
  const rows = new Rows();
  const names = new Map<string, string>();
  const named = (name: string) => {
    names.set(id(name), name);
    return id(name);
  };
  rows.put("board", { id: BOARD, analysis: true, owner: null, origin: null, ord: "a0", gone: false });
  const give: Board["give"] = (command, person = ME) => {
    const decided = decide(rows, command, { person });
    if (!decided.ok) return decided.fault.code;
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  return {
    rows,
    give,
    theme: (name, parent = null, at = { x: 0, y: 0 }, board = BOARD) => {
      give({
        kind: "theme.make",
        id: named(name),
        board,
        parent: parent && id(parent),
        ...at,
        w: 400,
        h: 300,
        hue: 1,
        name: { lang: "en", phrase: id(`f${name}`) },
        cards: [],
        themes: [],
      });
    },
    card: (name, theme = null, at = { x: 0, y: 0 }, board = BOARD) => {
      const card = { id: named(name), board, theme: theme && id(theme), ...at };
      give({ kind: "insight.write", id: id(`i${name}`), body: { lang: "en", phrase: id(`f${name}`) }, card });
    },
    order: (theme, board = BOARD) =>
      [...rows.all("card")]
        .filter((card) => card.board === board && card.theme === (theme && id(theme)))
        .toSorted((a, b) => (a.ord < b.ord ? -1 : 1))
        .map((card) => names.get(card.id) ?? card.id),
  };
}
