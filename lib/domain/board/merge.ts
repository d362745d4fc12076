/**
 * Putting themes together.
 *
 * What lay in the others goes below what lies in the one that stays, so that nobody's arrangement is torn apart;
 * findings that named the others name the one that stays. Rules: docs/spec/board.md, B25.
 */
import { pair } from "../field.ts";
import { byOrd, keyBehind, keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, patch, raise } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { moveSummaries, needsOfSummaries } from "../summary/along.ts";
import { extent, layBelow } from "./arrange.ts";
import { GAP, HEM, SIZES } from "./measure.ts";
import { laidTheme, needsOfTree } from "./tidy.ts";
import { DEEPEST } from "./shape.ts";
import { ancestors, height, within } from "./tree.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

export const themeMerge: Rule<z.infer<typeof word.ThemeMerge>> = {
  needs: (view, { id, from }) => {
    const board = view.get("theme", id)?.board;
    return [
      ...rows("theme", [id, ...from]),
      ...[id, ...from].flatMap((theme) => needsOfTree(view, theme)),
      ...from.flatMap((theme) => [
        related("findingsOfTheme", theme),
        ...view.related("findingsOfTheme", theme).map((link) => row("findingTheme", pair(link.finding, id))),
      ]),
      ...needsOfSummaries(from),
      ...(board ? [{ need: "last", board, theme: id } as const] : []),
    ];
  },
  decide: (view, { id, from: named }) => {
    const from = [...new Set(named)]; // named twice, merged once
    const kept = view.live("theme", id);
    if (!kept) return no(missing("theme", id));
    if (kept.locked) return no({ code: "theme.locked", id });
    const going = new Set(from);
    const above = new Set(ancestors(view, id));
    for (const other of going) {
      const theme = view.live("theme", other);
      if (!theme) return no(missing("theme", other));
      if (theme.board !== kept.board) return no({ code: "theme.elsewhere", id: other });
      if (theme.locked) return no({ code: "theme.locked", id: other });
      if (other === id || above.has(other)) return no({ code: "theme.cycle", id: other }); // it would swallow itself
    }

    const { collapsed: _, ...open } = laidTheme(view, kept);
    const ground = extent({ ...open, collapsed: false });
    const left = ground.x + HEM;
    let top = ground.y + ground.h - HEM + GAP;
    const changes: Change[] = [];
    const cards = from.flatMap((theme) => view.related("cardsOfTheme", theme).toSorted(byOrd));
    const places = layBelow(cards, left, top, ground.w - 2 * HEM);
    const keys = keysBetween(view.lastOrd(kept.board, id), null, cards.length);
    cards.forEach((card, at) => {
      const place = places.get(card.id) ?? card;
      top = Math.max(top, place.y + SIZES[card.size].h + GAP);
      changes.push(
        ...patch("card", card, {
          theme: id,
          x: Math.round(place.x),
          y: Math.round(place.y),
          ord: keys[at] ?? card.ord,
        }),
      );
    });

    const findings = new Set<string>();
    const fellows = [...view.related("themesOfBoard", kept.board)];
    for (const other of from) {
      for (const inner of view.related("themesOfParent", other).toSorted(byOrd)) {
        if (going.has(inner.id) || inner.id === id) continue;
        if (inner.locked) return no({ code: "theme.locked", id: inner.id });
        if (above.size + 1 + height(view, inner.id) > DEEPEST) return no({ code: "theme.deep", id: inner.id });
        const box = extent(laidTheme(view, inner));
        const dx = Math.round(left - box.x);
        const dy = Math.round(top - box.y);
        top += box.h + GAP;
        const ord = keyBehind(fellows, lastOf(fellows));
        fellows.push({ ...inner, ord });
        if (dx !== 0 || dy !== 0)
          changes.push({ op: "shift", board: kept.board, themes: within(view, inner.id), dx, dy });
        changes.push(...patch("theme", inner, { parent: id, ord }));
      }
      for (const link of view.related("findingsOfTheme", other)) {
        changes.push(...bury("findingTheme", link));
        if (findings.has(link.finding)) continue;
        findings.add(link.finding);
        changes.push(
          ...raise(view, "findingTheme", { id: pair(link.finding, id), finding: link.finding, theme: id, gone: false }),
        );
      }
    }
    changes.push(...moveSummaries(view, from, id));
    for (const other of from) {
      const theme = view.live("theme", other);
      if (theme) changes.push(...bury("theme", theme));
    }
    return yes(changes);
  },
};
