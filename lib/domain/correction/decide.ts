import { pair } from "../field.ts";
import { carryMentions, needsOfCarrying } from "../mention/carry.ts";
import type { AnchorRow, QuoteRow } from "../quote/shape.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch, raise, revive } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { say } from "../wording/decide.ts";
import { askedAt, passagesOf } from "../passage/at.ts";
import { questionAt } from "../passage/lay.ts";
import { bound, place } from "./course.ts";
import type { Course } from "./shape.ts";
import type { QuoteAccept, QuotePlace, SourceRevise } from "./word.ts";
import type * as z from "zod";

/** Rules K10 to K14 and K21, and I99 of docs/spec/identifier.md: a correction takes every quote and mention along that finds its place, and leaves the others as they are. */
export const sourceRevise: Rule<z.infer<typeof SourceRevise>> = {
  needs: (view, { id, source, was, revision, course, speakers = [] }) => {
    const needs: Need[] = [
      row("correction", id),
      row("source", source),
      ...(speakers.length > 0 ? [related("speakersOfSource", source)] : []),
      ...speakers.map((speaker) => row("speaker", speaker.id)),
      ...rows(
        "participant",
        speakers.map(({ participant }) => participant),
      ),
      related("correctionsOfSource", source),
      related("passagesOfSource", source),
      related("quotesOfSource", source),
      ...needsOfCarrying(view, source, revision),
    ];
    for (const quote of view.related("quotesOfSource", source)) {
      const there = pair(quote.id, revision);
      needs.push(related("anchorsOfQuote", quote.id), row("anchor", there));
      const anchor = anchorAt(view, quote, was);
      if (!anchor || view.get("anchor", there)) continue;
      const to = place(course, anchor);
      if (to.state !== "lost") needs.push({ need: "turn", revision, start: to.start, end: to.end });
    }
    return needs;
  },
  decide: (view, { id, source, was, revision, course, speakers = [], reason }, who) => {
    if (view.get("correction", id)) return no({ code: "row.taken", noun: "correction", id });
    const from = view.live("source", source);
    if (!from) return no(missing("source", source));
    if (from.revision !== was) return no({ code: "source.revised", id: source });
    if (was === revision) return yes([]);
    const fresh = speakers.filter((speaker) => view.get("speaker", speaker.id)?.source !== source);
    const taken = fresh.find((speaker) => view.get("speaker", speaker.id));
    if (taken) return no({ code: "row.taken", noun: "speaker", id: taken.id });
    for (const { participant } of fresh)
      if (participant !== null && !view.live("participant", participant))
        return no(missing("participant", participant));
    const voices = view.related("speakersOfSource", source).reduce((most, one) => Math.max(most, one.number), 0);
    const n = view.related("correctionsOfSource", source).reduce((most, one) => Math.max(most, one.n), 0) + 1;
    const changes: Put[] = [
      ...patch("source", from, { revision }),
      make("correction", { id, source, n, was, revision, by: who.person, gone: false }),
      ...fresh.map((speaker, at) => make("speaker", { ...speaker, source, number: voices + 1 + at, gone: false })),
      ...say(id, "note", reason),
    ];
    const passages = passagesOf(view, source, was).map((old) => ({
      old,
      start: bound(course, old.start),
      end: bound(course, old.end),
      question: old.question,
    }));
    for (const { old, start, end } of passages)
      changes.push(...(start < end ? patch("passage", old, { revision, start, end }) : bury("passage", old)));
    changes.push(...carryMentions(view, source, was, revision, course));
    for (const quote of view.related("quotesOfSource", source)) {
      const followed = follow(view, quote, was, revision, course, passages);
      if (!followed) return no({ code: "quote.span", id: quote.id });
      changes.push(...followed);
    }
    return yes(changes);
  },
};

/** What becomes of a quote; null where the course leads out of the text. */
function follow(
  view: View,
  quote: QuoteRow,
  was: string,
  revision: string,
  course: Course,
  passages: Parameters<typeof questionAt>[0],
): Put[] | null {
  const there = view.get("anchor", pair(quote.id, revision));
  if (there) return [...settle(there), ...others(view, quote.id, there.id)];
  const anchor = anchorAt(view, quote, was);
  if (!anchor) return []; // it was lost before, and still waits for a person
  const to = place(course, anchor);
  if (to.state === "lost") return [];
  const at = view.turnAt(revision, to.start, to.end);
  if (!at || to.end > at.revisionEnd) return null;
  const { turn, speaker } = at;
  const question = questionAt(passages, to.start, to.end) ?? at.question;
  const state = to.state === "changed" ? "changed" : anchor.state;
  const { start, end } = to;
  return [
    make("anchor", {
      ...anchor,
      id: pair(quote.id, revision),
      revision,
      start,
      end,
      turn,
      speaker,
      question,
      state,
    }),
    ...bury("anchor", anchor),
  ];
}

/** An anchor that is the quote's place again, as it was. */
function settle(anchor: AnchorRow): Put[] {
  const state = anchor.state === "kept" ? "sound" : anchor.state;
  return anchor.gone ? [revive("anchor", anchor, { state })] : patch("anchor", anchor, { state });
}

function others(view: View, quote: string, but: string): Put[] {
  return view.related("anchorsOfQuote", quote).flatMap((anchor) => (anchor.id === but ? [] : bury("anchor", anchor)));
}

function anchorAt(view: View, quote: QuoteRow, revision: string): AnchorRow | undefined {
  return view.related("anchorsOfQuote", quote.id).find((anchor) => anchor.revision === revision);
}

/** Rule K15. */
export const quoteAccept: Rule<z.infer<typeof QuoteAccept>> = {
  needs: (view, { ids }) =>
    ids.flatMap((id) => [
      row("quote", id),
      related("anchorsOfQuote", id),
      ...rows("source", [view.get("quote", id)?.source]),
    ]),
  decide: (view, { ids }) => {
    const lost = ids.find((id) => !view.live("quote", id));
    if (lost) return no(missing("quote", lost));
    return yes(
      ids.flatMap((id) => {
        const now = view.get("source", view.get("quote", id)?.source ?? "")?.revision;
        return view
          .related("anchorsOfQuote", id)
          .flatMap((anchor) => patch("anchor", anchor, { state: anchor.revision === now ? "sound" : "kept" }));
      }),
    );
  },
};

const passagesFor = (quote: QuoteRow | undefined) => (quote ? [related("passagesOfSource", quote.source)] : []);

/** Rule K16. */
export const quotePlace: Rule<z.infer<typeof QuotePlace>> = {
  needs: (view, { id, revision, start, end }) => [
    row("quote", id),
    row("anchor", pair(id, revision)),
    related("anchorsOfQuote", id),
    { need: "turn", revision, start, end },
    ...rows("source", [view.get("quote", id)?.source]),
    ...passagesFor(view.get("quote", id)),
  ],
  decide: (view, { id, revision, start, end }) => {
    const quote = view.live("quote", id);
    if (!quote) return no(missing("quote", id));
    const at = view.turnAt(revision, start, end);
    if (!at || view.get("source", quote.source)?.revision !== revision || start >= end || end > at.revisionEnd)
      return no({ code: "quote.span", id });
    const { turn, speaker } = at;
    const question = askedAt(view, { source: quote.source, revision, start, end }, at);
    const anchor: AnchorRow = {
      id: pair(id, revision),
      quote: id,
      revision,
      start,
      end,
      turn,
      speaker,
      question,
      state: "sound",
      gone: false,
    };
    return yes([...raise(view, "anchor", anchor), ...others(view, id, anchor.id)]);
  },
};
