/**
 * A board made like another: a snapshot to try another clustering, or a person's own arrangement that nobody
 * else sees until it is shared.
 *
 * The copies' ids follow from the new board's id and the originals' (RFC 9562, version 5), so that browser and
 * server make the same without saying ten thousand ids. Rules: docs/spec/board.md, B26 to B28.
 */
import { v5 } from "uuid";
import { keyBehind, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { make, patch } from "../study/change.ts";
import type { Change, Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { say } from "../wording/decide.ts";
import { parentsFirst } from "./tree.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

export const boardCopy: Rule<z.infer<typeof word.BoardCopy>> = {
  needs: (view, { id, from }) => [row("board", id), ...needsOfBoard(view, from)],
  decide: (view, { id, from, hidden, name }, who) => {
    if (view.get("board", id)) return no({ code: "row.taken", noun: "board", id });
    const source = view.live("board", from);
    if (!source || (source.owner !== null && source.owner !== who.person)) return no(missing("board", from));
    const fellows = view.related("boards", "");
    const ord = keyBehind(fellows, lastOf(fellows));
    const owner = hidden ? who.person : null;
    const changes: Put[] = [
      make("board", { id, analysis: false, owner, origin: from, ord, gone: false }),
      ...say(id, "name", name),
    ];
    const of = (original: string) => copyOf(original, id);
    const themes = view.related("themesOfBoard", from);
    const known = new Set(themes.map((theme) => theme.id));
    for (const theme of parentsFirst(themes)) {
      const parent = theme.parent !== null && known.has(theme.parent) ? of(theme.parent) : null;
      changes.push(make("theme", { ...theme, id: of(theme.id), board: id, parent, locked: false }));
      for (const { field, lang, phrase } of view.related("wordingsOf", theme.id)) {
        if (phrase !== null) changes.push(...say(of(theme.id), field, { lang, phrase }));
      }
    }
    for (const card of view.related("cardsOfBoard", from)) {
      const theme = card.theme !== null && known.has(card.theme) ? of(card.theme) : null;
      changes.push(make("card", { ...card, id: of(card.id), board: id, theme }));
    }
    return yes(changes);
  },
};

/** The id that a theme or a card has on a board that was made like its own. */
export function copyOf(original: string, board: string): string {
  return v5(original, board);
}

/** Gives everybody the rows that only the owner has seen so far. */
export const boardShare: Rule<z.infer<typeof word.BoardShare>> = {
  needs: (view, { id }) => [
    ...needsOfBoard(view, id),
    ...subjectsOf(view, id).flatMap((subject) => [
      related("memosOf", subject),
      related("findingsOfTheme", subject),
      ...view
        .related("memosOf", subject)
        .flatMap((memo) => [related("wordingsOf", memo.id), related("callsOfMemo", memo.id)]),
    ]),
  ],
  decide: (view, { id }, who) => {
    const board = view.live("board", id);
    if (!board || (board.owner !== null && board.owner !== who.person)) return no(missing("board", id));
    if (board.owner === null) return yes([]);
    const changes: Change[] = [...patch("board", board, { owner: null })].map((change) => ({
      ...change,
      after: { ...board, owner: null },
    }));
    for (const wording of view.related("wordingsOf", id)) changes.push(shown("wording", wording));
    for (const theme of parentsFirst(view.related("themesOfBoard", id))) {
      changes.push(shown("theme", theme));
      for (const wording of view.related("wordingsOf", theme.id)) changes.push(shown("wording", wording));
    }
    for (const card of view.related("cardsOfBoard", id)) changes.push(shown("card", card));
    for (const voting of view.related("votingsOfBoard", id)) changes.push(shown("voting", voting));
    // What was said of it, and what findings say of its themes, was seen by nobody else either.
    for (const subject of subjectsOf(view, id)) {
      for (const finding of view.related("findingsOfTheme", subject)) changes.push(shown("findingTheme", finding));
      for (const memo of view.related("memosOf", subject)) {
        changes.push(shown("memo", memo));
        for (const wording of view.related("wordingsOf", memo.id)) changes.push(shown("wording", wording));
        for (const call of view.related("callsOfMemo", memo.id)) changes.push(shown("call", call));
      }
    }
    return yes(changes);
  },
};

/** A change that changes nothing, and brings a whole row to those who have not seen it. */
function shown<N extends "wording" | "theme" | "card" | "voting" | "memo" | "call" | "findingTheme">(
  noun: N,
  whole: Put["after"],
): Put {
  return { op: "put", noun, id: String(whole["id"]), before: {}, after: whole };
}

/** What of a board may be spoken of: itself, its themes and its cards. */
function subjectsOf(view: View, id: string): string[] {
  return [
    id,
    ...view.related("themesOfBoard", id).map((theme) => theme.id),
    ...view.related("cardsOfBoard", id).map((card) => card.id),
  ];
}

function needsOfBoard(view: View, id: string): Need[] {
  return [
    row("board", id),
    related("boards"),
    related("themesOfBoard", id),
    related("cardsOfBoard", id),
    related("wordingsOf", id),
    related("votingsOfBoard", id),
    ...view.related("themesOfBoard", id).map((theme) => related("wordingsOf", theme.id)),
  ];
}
