/** Takes a source away with everything that it carries: quotes, corrections, speakers, links to questions, who read it, mentions. */
import { bury } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { related, row } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { buryQuote, needsOfQuote } from "../quote/bury.ts";
import { buryMentions } from "../mention/bury.ts";
import type { SourceRow } from "./shape.ts";

export function needsOfSource(view: View, id: string): Need[] {
  return [
    row("source", id),
    related("speakersOfSource", id),
    related("quotesOfSource", id),
    related("correctionsOfSource", id),
    row("readThrough", id),
    related("passagesOfSource", id),
    related("mentionsOfSource", id),
    ...view.related("quotesOfSource", id).flatMap((quote) => needsOfQuote(quote.id)),
  ];
}

export function burySource(view: View, source: SourceRow): Put[] {
  const { id } = source;
  const read = view.live("readThrough", id);
  return [
    ...view.related("quotesOfSource", id).flatMap((quote) => buryQuote(view, quote)),
    ...view.related("correctionsOfSource", id).flatMap((correction) => bury("correction", correction)),
    ...view.related("speakersOfSource", id).flatMap((speaker) => bury("speaker", speaker)),
    ...view.related("passagesOfSource", id).flatMap((passage) => bury("passage", passage)),
    ...(read ? bury("readThrough", read) : []),
    ...buryMentions(view, "mentionsOfSource", id),
    ...bury("source", source),
  ];
}
