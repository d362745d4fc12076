import { pair } from "../field.ts";
import { keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, raise } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { layCard, needsOfCardAt } from "../board/lay.ts";
import { askedAt } from "../passage/at.ts";
import { buryQuote, needsOfQuote } from "./bury.ts";
import { makeQuote } from "./make.ts";
import type { QuoteMake, QuoteRemove, QuoteTag } from "./word.ts";
import type * as z from "zod";

/** Rules Q1 to Q3: a quote lies within the text that its source has now, and belongs to the turn that holds most of it. */
export const quoteMake: Rule<z.infer<typeof QuoteMake>> = {
  needs: (view, { id, source, revision, start, end, tags, newTags, card }) => [
    row("quote", id),
    row("source", source),
    { need: "turn", revision, start, end },
    ...rows("tag", [...tags, ...newTags.map((tag) => tag.id)]),
    ...(newTags.length > 0 ? [related("tags")] : []),
    ...needsOfCardAt(view, card),
    related("passagesOfSource", source),
  ],
  decide: (view, { id, source, revision, start, end, tags, newTags, card }, who) => {
    if (view.get("quote", id)) return no({ code: "row.taken", noun: "quote", id });
    const from = view.live("source", source);
    if (!from) return no(missing("source", source));
    const at = view.turnAt(revision, start, end);
    if (!at || from.revision !== revision || start >= end || end > at.revisionEnd)
      return no({ code: "quote.span", id });
    const lost = tags.find((tag) => !view.live("tag", tag));
    if (lost) return no(missing("tag", lost));
    const taken = newTags.find((tag) => view.get("tag", tag.id));
    if (taken) return no({ code: "row.taken", noun: "tag", id: taken.id });

    const laid = card ? layCard(view, card, { quote: id, insight: null }) : yes([]);
    if (!laid.ok) return laid;
    const { turn, speaker } = at;
    const question = askedAt(view, { source, revision, start, end }, at);
    return yes([
      ...makeTags(view, newTags),
      ...makeQuote({ id, source, by: who.person }, { revision, start, end, turn, speaker, question }, [
        ...tags,
        ...newTags.map((tag) => tag.id),
      ]),
      ...laid.value,
    ]);
  },
};

export const quoteRemove: Rule<z.infer<typeof QuoteRemove>> = {
  needs: (_, { ids }) => ids.flatMap(needsOfQuote),
  decide: (view, { ids }) => {
    const lost = ids.find((id) => !view.live("quote", id));
    if (lost) return no(missing("quote", lost));
    return yes(
      ids.flatMap((id) => {
        const quote = view.live("quote", id);
        return quote ? buryQuote(view, quote) : [];
      }),
    );
  },
};

export const quoteTag: Rule<z.infer<typeof QuoteTag>> = {
  needs: (_, { quotes, on, newTags, off }) => [
    ...rows("tag", [...on, ...newTags.map((tag) => tag.id)]),
    ...(newTags.length > 0 ? [related("tags")] : []),
    ...rows("quote", quotes),
    ...rows(
      "tagging",
      quotes.flatMap((quote) => [...on, ...off].map((tag) => pair(quote, tag))),
    ),
  ],
  decide: (view, { quotes, on, newTags, off }) => {
    const lost = on.find((tag) => !view.live("tag", tag));
    if (lost) return no(missing("tag", lost));
    const taken = newTags.find((tag) => view.get("tag", tag.id));
    if (taken) return no({ code: "row.taken", noun: "tag", id: taken.id });
    const gone = quotes.find((quote) => !view.live("quote", quote));
    if (gone) return no(missing("quote", gone));
    const keep = new Set(on);
    const drop = new Set(off.filter((tag) => !keep.has(tag)));
    return yes([
      ...makeTags(view, newTags),
      ...[...new Set(quotes)].flatMap((quote) => [
        ...[...keep].flatMap((tag) => raise(view, "tagging", { id: pair(quote, tag), quote, tag, gone: false })),
        ...newTags.map((tag) => make("tagging", { id: pair(quote, tag.id), quote, tag: tag.id, gone: false })),
        ...[...drop].flatMap((tag) => {
          const old = view.live("tagging", pair(quote, tag));
          return old ? bury("tagging", old) : [];
        }),
      ]),
    ]);
  },
};

/** New tags, behind those that are there, with their names. */
function makeTags(view: View, newTags: z.infer<typeof QuoteTag>["newTags"]): Change[] {
  if (newTags.length === 0) return [];
  const keys = keysBetween(lastOf(view.related("tags", "")), null, newTags.length);
  return newTags.flatMap((tag, at) => [
    make("tag", { id: tag.id, parent: null, hue: null, ord: keys[at] ?? "a0", example: null, gone: false }),
    ...say(tag.id, "name", tag),
  ]);
}
