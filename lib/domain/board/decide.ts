import { keyBehind, keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import type { Change, Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { say } from "../wording/decide.ts";
import { layCards, shut } from "./lay.ts";
import { DEEPEST } from "./shape.ts";
import type { CardRow } from "./shape.ts";
import { ancestors, height, within } from "./tree.ts";
import { burySummaries, needsOfSummaries } from "../summary/along.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

export const boardAdd: Rule<z.infer<typeof word.BoardAdd>> = {
  needs: (_, { id }) => [row("board", id), related("boards")],
  decide: (view, { id, name }) => {
    if (view.get("board", id)) return no({ code: "row.taken", noun: "board", id });
    const fellows = view.related("boards", "");
    const board = {
      id,
      analysis: fellows.length === 0,
      owner: null,
      origin: null,
      ord: keyBehind(fellows, lastOf(fellows)),
      gone: false,
    };
    return yes([make("board", board), ...say(id, "name", name)]);
  },
};

/** Rule B4: findings read exactly one board. */
export const boardAnalyse: Rule<z.infer<typeof word.BoardAnalyse>> = {
  needs: () => [related("boards")],
  decide: (view, { id }) => {
    const chosen = view.live("board", id);
    if (!chosen) return no(missing("board", id));
    if (chosen.owner !== null) return no({ code: "board.hidden", id });
    const boards = view.related("boards", "").toSorted((a, b) => Number(a.id === id) - Number(b.id === id));
    return yes(boards.flatMap((board) => patch("board", board, { analysis: board.id === id })));
  },
};

export const boardRemove: Rule<z.infer<typeof word.BoardRemove>> = {
  needs: (view, { id }) => [
    row("board", id),
    related("themesOfBoard", id),
    related("cardsOfBoard", id),
    related("votingsOfBoard", id),
    ...view.related("themesOfBoard", id).map((theme) => related("findingsOfTheme", theme.id)),
    ...needsOfSummaries(view.related("themesOfBoard", id).map((theme) => theme.id)),
    ...insightsOn(view, id).flatMap((insight) => [row("insight", insight), related("cardsOfInsight", insight)]),
  ],
  decide: (view, { id }) => {
    const old = view.live("board", id);
    if (!old) return no(missing("board", id));
    if (old.analysis) return no({ code: "board.analysis", id });
    return yes([
      ...view.related("cardsOfBoard", id).flatMap((card) => bury("card", card)),
      // Y67: an insight goes with its last card, as it does where cards are taken off.
      ...insightsOn(view, id).flatMap((one) => {
        const insight = view.live("insight", one);
        const left = view.related("cardsOfInsight", one).some((card) => card.board !== id);
        return insight && !left ? bury("insight", insight) : [];
      }),
      // What findings said of these themes goes with them, as it does where one theme is taken away.
      ...view
        .related("themesOfBoard", id)
        .flatMap((theme) => view.related("findingsOfTheme", theme.id).flatMap((link) => bury("findingTheme", link))),
      ...burySummaries(
        view,
        view.related("themesOfBoard", id).map((theme) => theme.id),
      ),
      ...view.related("themesOfBoard", id).flatMap((theme) => bury("theme", theme)),
      ...view.related("votingsOfBoard", id).flatMap((voting) => bury("voting", voting)),
      ...bury("board", old),
    ]);
  },
};

export const cardsAdd: Rule<z.infer<typeof word.CardsAdd>> = {
  needs: (_, { board, cards }) => [
    row("board", board),
    ...rows(
      "card",
      cards.map((card) => card.id),
    ),
    ...rows(
      "quote",
      cards.map((card) => card.quote),
    ),
    ...rows(
      "insight",
      cards.map((card) => card.insight),
    ),
    ...themesAndEnds(
      board,
      cards.map((card) => card.theme),
    ),
  ],
  decide: (view, { board, cards }) => {
    for (const { id, quote, insight } of cards) {
      if ((quote === null) === (insight === null)) return no(missing("quote", quote ?? id));
      if (quote && !view.live("quote", quote)) return no(missing("quote", quote));
      if (insight && !view.live("insight", insight)) return no(missing("insight", insight));
    }
    return layCards(view, board, cards);
  },
};

/** Rules B5 to B8: a card's place is written whole, never across boards, never into or out of a locked theme. */
export const cardsPlace: Rule<z.infer<typeof word.CardsPlace>> = {
  needs: (view, { cards, after }) => {
    const needs: Need[] = rows("card", [...cards.map((card) => card.id), after]);
    const boards = new Set<string>();
    for (const { id, theme } of cards) {
      const card = view.get("card", id);
      if (!card) continue;
      boards.add(card.board);
      if (card.theme) needs.push(row("theme", card.theme));
      if (theme) needs.push(row("theme", theme));
    }
    for (const theme of new Set(cards.map((card) => card.theme))) {
      for (const board of boards) {
        if (after === undefined) needs.push({ need: "last", board, theme });
        else needs.push({ need: "next", board, theme, after: after ? (view.get("card", after)?.ord ?? null) : null });
      }
    }
    return needs;
  },
  decide: (view, { cards, after }) => {
    const behind = after ? view.live("card", after) : undefined;
    if (after && !behind) return no(missing("card", after));
    const moving: { card: CardRow; to: (typeof cards)[number] }[] = [];
    for (const to of cards) {
      const card = view.live("card", to.id);
      if (!card) return no(missing("card", to.id));
      const left = to.theme === card.theme ? null : shut(view, card.board, card.theme);
      // A theme that is gone cannot hold its cards back.
      if (left && left.code === "theme.locked") return no(left);
      const fault = shut(view, card.board, to.theme);
      if (fault) return no(fault);
      if (behind && (behind.board !== card.board || behind.theme !== to.theme || behind.id === to.id)) {
        return no(missing("card", behind.id));
      }
      moving.push({ card, to });
    }

    const keyed = new Map<string, string>();
    const groups = Map.groupBy(
      moving.filter(({ card, to }) => after !== undefined || card.theme !== to.theme),
      ({ card, to }) => `${card.board}/${to.theme ?? ""}`,
    );
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const { board } = first.card;
      const from = after === undefined ? view.lastOrd(board, first.to.theme) : (behind?.ord ?? null);
      const until = after === undefined ? null : view.nextOrd(board, first.to.theme, from);
      const keys = keysBetween(from, until, group.length);
      group.forEach(({ card }, at) => keyed.set(card.id, keys[at] ?? card.ord));
    }
    return yes(
      moving.flatMap(({ card, to }) =>
        patch("card", card, { theme: to.theme, x: to.x, y: to.y, ord: keyed.get(card.id) ?? card.ord }),
      ),
    );
  },
};

export const cardsSet: Rule<z.infer<typeof word.CardsSet>> = {
  needs: (view, { ids, places = [] }) => {
    const cards = [...ids, ...places.map(({ id }) => id)];
    return [
      ...rows("card", cards),
      ...rows(
        "theme",
        cards.map((id) => view.get("card", id)?.theme),
      ),
    ];
  },
  decide: (view, { ids, fields, places = [] }) => {
    const to = new Map<string, Partial<CardRow>>(ids.map((id) => [id, fields]));
    for (const { id, x, y } of places) to.set(id, { ...to.get(id), x, y });
    const changes: Put[] = [];
    for (const [id, now] of to) {
      const card = view.live("card", id);
      // What was to make way and has gone, or been locked, makes way no more.
      const grows = now.size !== undefined;
      if (!card && grows) return no(missing("card", id));
      const fault = card ? shut(view, card.board, card.theme) : null;
      if (fault?.code === "theme.locked" && grows) return no(fault);
      if (card && fault?.code !== "theme.locked") changes.push(...patch("card", card, now));
    }
    return yes(changes);
  },
};

export const cardsRemove: Rule<z.infer<typeof word.CardsRemove>> = {
  needs: (view, { ids }) => [
    ...rows("card", ids),
    ...ids.flatMap((id) => {
      const card = view.get("card", id);
      if (!card) return [];
      return [
        ...rows("theme", [card.theme]),
        ...(card.insight ? [row("insight", card.insight), related("cardsOfInsight", card.insight)] : []),
      ];
    }),
  ],
  decide: (view, { ids }) => {
    const going = new Set(ids);
    const changes: Put[] = [];
    const insights = new Set<string>();
    for (const id of going) {
      const card = view.live("card", id);
      if (!card) return no(missing("card", id));
      const fault = shut(view, card.board, card.theme);
      if (fault?.code === "theme.locked") return no(fault);
      changes.push(...bury("card", card));
      if (card.insight) insights.add(card.insight);
    }
    for (const id of insights) {
      const insight = view.live("insight", id);
      const left = view.related("cardsOfInsight", id).filter((card) => !going.has(card.id));
      if (insight && left.length === 0) changes.push(...bury("insight", insight));
    }
    return yes(changes);
  },
};

export const themeMake: Rule<z.infer<typeof word.ThemeMake>> = {
  needs: (view, { id, board, parent, cards, themes }) => [
    row("theme", id),
    row("board", board),
    related("themesOfBoard", board),
    ...rows("theme", [parent, ...themes]),
    ...rows(
      "card",
      cards.map((card) => card.id),
    ),
    ...rows(
      "theme",
      cards.map((card) => view.get("card", card.id)?.theme),
    ),
  ],
  decide: (view, { id, board, parent, x, y, w, h, hue, name, cards, themes }) => {
    if (view.get("theme", id)) return no({ code: "row.taken", noun: "theme", id });
    if (!view.live("board", board)) return no(missing("board", board));
    const fault = shut(view, board, parent);
    if (fault) return no(fault);
    if (parent && ancestors(view, parent).length + 2 > DEEPEST) return no({ code: "theme.deep", id: parent });
    const above = new Set(parent ? [parent, ...ancestors(view, parent)] : []);
    for (const inner of themes) {
      const theme = view.live("theme", inner);
      if (!theme) return no(missing("theme", inner));
      if (theme.board !== board) return no({ code: "theme.elsewhere", id: inner });
      if (theme.locked) return no({ code: "theme.locked", id: inner });
      const left = theme.parent === parent ? null : shut(view, board, theme.parent);
      if (left?.code === "theme.locked") return no(left);
      if (above.has(inner)) return no({ code: "theme.cycle", id: inner });
    }

    const fellows = view.related("themesOfBoard", board);
    const theme = { id, board, parent, x, y, w, h, hue, ord: keyBehind(fellows, lastOf(fellows)) };
    const changes: Put[] = [
      make("theme", { ...theme, status: "candidate", locked: false, collapsed: false, gone: false }),
      ...say(id, "name", name),
    ];
    for (const inner of themes) {
      const moved = view.live("theme", inner);
      if (moved) changes.push(...patch("theme", moved, { parent: id }));
    }
    const keys = keysBetween(null, null, cards.length);
    for (const [at, to] of cards.entries()) {
      const card = view.live("card", to.id);
      if (!card) return no(missing("card", to.id));
      if (card.board !== board) return no({ code: "theme.elsewhere", id });
      const left = shut(view, board, card.theme);
      if (left?.code === "theme.locked") return no(left);
      changes.push(...patch("card", card, { theme: id, x: to.x, y: to.y, ord: keys[at] ?? card.ord }));
    }
    return yes(changes);
  },
};

export const themeSet: Rule<z.infer<typeof word.ThemeSet>> = {
  needs: (_, { id }) => [row("theme", id)],
  decide: (view, { id, fields }) => {
    const old = view.live("theme", id);
    if (!old) return no(missing("theme", id));
    // Whether a theme is shown as a pile is no change to what was locked.
    const touches = Object.keys(fields).some((field) => field !== "collapsed");
    if (old.locked && touches && fields.locked !== false) return no({ code: "theme.locked", id });
    return yes(patch("theme", old, fields));
  },
};

export const themeShift: Rule<z.infer<typeof word.ThemeShift>> = {
  needs: (view, { id, parent }) => [row("theme", id), ...rows("theme", [parent]), ...boardOf(view, id)],
  decide: (view, { id, dx, dy, parent }, who) => {
    const old = view.live("theme", id);
    if (!old) return no(missing("theme", id));
    if (old.locked) return no({ code: "theme.locked", id });
    const nested = parent === undefined ? yes([]) : themeNest.decide(view, { kind: "theme.nest", id, parent }, who);
    if (!nested.ok || (dx === 0 && dy === 0)) return nested;
    const shift: Change = { op: "shift", board: old.board, themes: within(view, id), dx, dy };
    return yes([shift, ...nested.value]);
  },
};

/** Rules B7 and B9: a theme never stands within itself, however deep, and leaves no locked one. */
export const themeNest: Rule<z.infer<typeof word.ThemeNest>> = {
  needs: (view, { id, parent, after }) => [row("theme", id), ...rows("theme", [parent, after]), ...boardOf(view, id)],
  decide: (view, { id, parent, after }) => {
    const old = view.live("theme", id);
    if (!old) return no(missing("theme", id));
    if (old.locked) return no({ code: "theme.locked", id });
    const left = parent === old.parent ? null : shut(view, old.board, old.parent);
    if (left?.code === "theme.locked") return no(left);
    if (parent) {
      const fault = shut(view, old.board, parent);
      if (fault) return no(fault);
      const above = [parent, ...ancestors(view, parent)];
      if (above.includes(id)) return no({ code: "theme.cycle", id });
      if (above.length + height(view, id) > DEEPEST) return no({ code: "theme.deep", id });
    }
    const fellows = view.related("themesOfBoard", old.board).filter((theme) => theme.id !== id);
    if (after === undefined && old.parent === parent) return yes([]);
    const behind = after ? view.live("theme", after) : undefined;
    if (after && (!behind || behind.parent !== parent)) return no(missing("theme", after));
    const ord = keyBehind(fellows, after === undefined ? lastOf(fellows) : (behind?.ord ?? null));
    return yes(patch("theme", old, { parent, ord }));
  },
};

/** Rule B10: taking a theme away never takes a card away. */
export const themeRemove: Rule<z.infer<typeof word.ThemeRemove>> = {
  needs: (view, { id }) => {
    const old = view.get("theme", id);
    return [
      row("theme", id),
      ...rows("theme", [old?.parent]),
      related("cardsOfTheme", id),
      related("themesOfParent", id),
      related("findingsOfTheme", id),
      ...needsOfSummaries([id]),
      ...(old ? [{ need: "last", board: old.board, theme: old.parent } as const] : []),
    ];
  },
  decide: (view, { id }) => {
    const old = view.live("theme", id);
    if (!old) return no(missing("theme", id));
    if (old.locked) return no({ code: "theme.locked", id });
    const fault = shut(view, old.board, old.parent);
    if (fault?.code === "theme.locked") return no(fault);
    const cards = view.related("cardsOfTheme", id).toSorted((a, b) => (a.ord < b.ord ? -1 : 1));
    const keys = keysBetween(view.lastOrd(old.board, old.parent), null, cards.length);
    return yes([
      ...cards.flatMap((card, at) => patch("card", card, { theme: old.parent, ord: keys[at] ?? card.ord })),
      ...view.related("themesOfParent", id).flatMap((theme) => patch("theme", theme, { parent: old.parent })),
      ...view.related("findingsOfTheme", id).flatMap((link) => bury("findingTheme", link)),
      ...burySummaries(view, [id]),
      ...bury("theme", old),
    ]);
  },
};

function insightsOn(view: View, board: string): string[] {
  return [...new Set(view.related("cardsOfBoard", board).flatMap(({ insight }) => insight ?? []))];
}

function boardOf(view: View, theme: string): Need[] {
  const board = view.get("theme", theme)?.board;
  return board ? [related("themesOfBoard", board)] : [];
}

function themesAndEnds(board: string, themes: readonly (string | null)[]): Need[] {
  return [...new Set(themes)].flatMap((theme) => [...rows("theme", [theme]), { need: "last", board, theme } as const]);
}
