/** Takes a quote away with everything that shows it: its anchors, tags, cards and its place in findings. */
import { bury } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { related, row } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import type { QuoteRow } from "./shape.ts";

export function needsOfQuote(id: string): Need[] {
  return [
    row("quote", id),
    related("anchorsOfQuote", id),
    related("taggingsOfQuote", id),
    related("cardsOfQuote", id),
    related("evidenceOfQuote", id),
  ];
}

export function buryQuote(view: View, quote: QuoteRow): Put[] {
  return [
    ...view.related("evidenceOfQuote", quote.id).flatMap((evidence) => bury("evidence", evidence)),
    ...view.related("cardsOfQuote", quote.id).flatMap((card) => bury("card", card)),
    ...view.related("taggingsOfQuote", quote.id).flatMap((tagging) => bury("tagging", tagging)),
    ...view.related("anchorsOfQuote", quote.id).flatMap((anchor) => bury("anchor", anchor)),
    ...bury("quote", quote),
  ];
}
