import { pair } from "../field.ts";
import { keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, raise } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { layCard, needsOfCardAt } from "../board/lay.ts";
import { buryQuote, needsOfQuote } from "./bury.ts";
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
    const keys = newTags.length > 0 ? keysBetween(lastOf(view.related("tags", "")), null, newTags.length) : [];
    return yes([
      make("quote", { id, source, by: who.person, gone: false }),
      make("anchor", {
        id: pair(id, revision),
        quote: id,
        revision,
        start,
        end,
        turn: at.turn,
        speaker: at.speaker,
        question: at.question,
        gone: false,
      }),
      ...newTags.flatMap((tag, at) => [
        make("tag", { id: tag.id, parent: null, hue: null, ord: keys[at] ?? "a0", example: null, gone: false }),
        ...say(tag.id, "name", tag),
      ]),
      ...[...tags, ...newTags.map((tag) => tag.id)].map((tag) =>
        make("tagging", { id: pair(id, tag), quote: id, tag, gone: false }),
      ),
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
  needs: (_, { quotes, tag }) => [
    row("tag", tag),
    ...rows("quote", quotes),
    ...rows(
      "tagging",
      quotes.map((quote) => pair(quote, tag)),
    ),
  ],
  decide: (view, { quotes, tag, on }) => {
    if (!view.live("tag", tag)) return no(missing("tag", tag));
    const lost = quotes.find((quote) => !view.live("quote", quote));
    if (lost) return no(missing("quote", lost));
    return yes(
      quotes.flatMap((quote) => {
        const id = pair(quote, tag);
        const old = view.live("tagging", id);
        if (on) return raise(view, "tagging", { id, quote, tag, gone: false });
        return old ? bury("tagging", old) : [];
      }),
    );
  },
};
