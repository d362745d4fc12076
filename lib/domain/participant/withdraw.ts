/**
 * Somebody takes back that they took part: everything that they said leaves the study, and nothing brings it back.
 *
 * A source in which they alone answered goes as a whole; of one in which others answered too, the quotes that are theirs go. The
 * words themselves are overwritten afterwards (lib/server/erasing). Rules: docs/spec/consent.md, CO5 to CO9.
 */
import { buryMentions } from "../mention/bury.ts";
import { leftBy } from "../organisation/left.ts";
import { buryQuote, needsOfQuote } from "../quote/bury.ts";
import type { QuoteRow } from "../quote/shape.ts";
import type { SummaryRow } from "../summary/shape.ts";
import { no, yes } from "../result.ts";
import { burySource, needsOfSource } from "../source/bury.ts";
import type { SourceRow } from "../source/shape.ts";
import { bury, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import type { ParticipantRow } from "./shape.ts";
import type { ParticipantErased, ParticipantWithdraw } from "./word.ts";
import type * as z from "zod";

/** What of a study is one person's: sources in which nobody else answered, those in which others did, and quotes in those. */
export type Theirs = Readonly<{
  whole: readonly SourceRow[];
  shared: readonly SourceRow[];
  quotes: readonly QuoteRow[]; // of shared sources
}>;

/** What is a participant's, as far as this view shows. */
export function theirs(view: View, participant: string): Theirs {
  const speaks = view.related("speakersOfParticipant", participant);
  const ids = new Set([
    ...view.related("sourcesOfParticipant", participant).map(({ id }) => id),
    ...speaks.map(({ source }) => source),
  ]);
  const all = [...ids].flatMap((id) => view.live("source", id) ?? []).toSorted((a, b) => a.number - b.number);
  const whole = all.filter((source) => aloneIn(view, source, participant));
  const shared = all.filter((source) => !whole.includes(source));
  const here = new Set(shared.map(({ id }) => id));
  const quotes = speaks
    .filter(({ source }) => here.has(source))
    .flatMap(({ id }) => view.related("anchorsOfSpeaker", id))
    .flatMap(({ quote }) => view.live("quote", quote) ?? []);
  return { whole, shared, quotes: [...new Map(quotes.map((quote) => [quote.id, quote])).values()] };
}

/** Whether nobody else answered in a source. A speaker of whom nobody has said who it is may be somebody else. */
function aloneIn(view: View, source: SourceRow, participant: string): boolean {
  const answering = view.related("speakersOfSource", source.id).filter(({ interviewer }) => !interviewer);
  if (answering.length === 0) return source.participant === participant;
  return answering.every((speaker) => speaker.participant === participant);
}

/** The summaries of what they said (FW10); and of what their organisation did, where nobody else of it is left. */
function summariesOf(
  view: View,
  { id, organisation }: Pick<ParticipantRow, "id" | "organisation">,
): readonly SummaryRow[] {
  const last = organisation !== null && leftBy(view, organisation, id) !== null;
  return [
    ...view.related("summariesOfParticipant", id),
    ...(last ? view.related("summariesOfOrganisation", organisation) : []),
  ];
}

function needsOf(view: View, id: string): Need[] {
  const organisation = view.get("participant", id)?.organisation ?? null;
  const speaks = view.related("speakersOfParticipant", id);
  const sources = [
    ...view.related("sourcesOfParticipant", id).map((source) => source.id),
    ...speaks.map(({ source }) => source),
  ];
  return [
    row("participant", id),
    related("wordingsOf", id),
    related("summariesOfParticipant", id),
    ...(organisation === null
      ? []
      : [related("participantsOfOrganisation", organisation), related("summariesOfOrganisation", organisation)]),
    related("sourcesOfParticipant", id),
    related("speakersOfParticipant", id),
    ...sources.flatMap((source) => needsOfSource(view, source)),
    ...speaks.map((speaker) => related("anchorsOfSpeaker", speaker.id)),
    ...speaks.flatMap((speaker) =>
      view.related("anchorsOfSpeaker", speaker.id).flatMap(({ quote }) => needsOfQuote(quote)),
    ),
  ];
}

export const participantWithdraw: Rule<z.infer<typeof ParticipantWithdraw>> = {
  needs: (view, { id }) => needsOf(view, id),
  decide: (view, { id, on }) => {
    const old = view.live("participant", id);
    if (!old) return no(missing("participant", id));
    if (old.withdrawnOn !== null) return yes([]);
    const { whole, shared, quotes } = theirs(view, id);
    const stay = new Set(shared.map(({ id: source }) => source));
    return yes([
      ...whole.flatMap((source) => burySource(view, source)),
      ...quotes.flatMap((quote) => buryQuote(view, quote)),
      // What they were called there is a name too.
      ...view
        .related("speakersOfParticipant", id)
        .filter(({ source }) => stay.has(source))
        .flatMap((speaker) => patch("speaker", speaker, { label: null })),
      ...view.related("wordingsOf", id).flatMap((wording) => bury("wording", wording)),
      ...summariesOf(view, old).flatMap((summary) => bury("summary", summary)),
      ...patch("participant", old, { consent: "withdrawn", withdrawnOn: on }),
    ]);
  },
};

/**
 * Rule CO10: said by the server, once everything has been overwritten. Until then the name stays, for it is by the name that what
 * others said of them is masked.
 */
export const participantErased: Rule<z.infer<typeof ParticipantErased>> = {
  needs: (_, { id }) => [row("participant", id), row("identifier", id), related("mentionsOfIdentifier", id)],
  decide: (view, { id }) => {
    const old = view.live("participant", id);
    if (!old || old.withdrawnOn === null) return no(missing("participant", id));
    const decided = view.live("identifier", id);
    return yes([
      ...(decided ? bury("identifier", decided) : []),
      ...buryMentions(view, "mentionsOfIdentifier", id),
      ...patch("participant", old, { erased: true, name: null, contact: null }),
    ]);
  },
};
