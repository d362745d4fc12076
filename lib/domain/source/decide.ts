import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { buryQuote, needsOfQuote } from "../quote/bury.ts";
import type { SourcePublish, SourceRemove, SourceSet, SpeakerSet } from "./word.ts";
import type * as z from "zod";

export const sourcePublish: Rule<z.infer<typeof SourcePublish>> = {
  needs: (_, { sources, speakers }) => [
    ...rows(
      "source",
      sources.map((source) => source.id),
    ),
    ...rows(
      "organisation",
      sources.map((source) => source.organisation),
    ),
    ...rows(
      "participant",
      [...sources, ...speakers].map((item) => item.participant),
    ),
    ...rows(
      "guide",
      sources.map((source) => source.guide),
    ),
    { need: "number", noun: "source" },
  ],
  decide: (view, { sources, speakers }) => {
    let number = view.nextNumber("source");
    const ids = new Set(sources.map((source) => source.id));
    for (const source of sources) {
      if (view.get("source", source.id)) return no({ code: "row.taken", noun: "source", id: source.id });
      const lost = lostReference(view, source);
      if (lost) return no(lost);
    }
    for (const speaker of speakers) {
      if (!ids.has(speaker.source)) return no(missing("source", speaker.source));
      if (speaker.participant && !view.live("participant", speaker.participant)) {
        return no(missing("participant", speaker.participant));
      }
    }
    return yes([
      ...sources.map((source) => make("source", { ...source, number: number++, gone: false })),
      ...speakers.map((speaker) => make("speaker", { ...speaker, gone: false })),
    ]);
  },
};

export const sourceSet: Rule<z.infer<typeof SourceSet>> = {
  needs: (_, { id, fields }) => [
    row("source", id),
    ...rows("organisation", [fields.organisation]),
    ...rows("participant", [fields.participant]),
    ...rows("guide", [fields.guide]),
  ],
  decide: (view, { id, fields }) => {
    const old = view.live("source", id);
    if (!old) return no(missing("source", id));
    const lost = lostReference(view, fields);
    return lost ? no(lost) : yes(patch("source", old, fields));
  },
};

/** Rule S1: what a source carries goes and comes back with it. */
export const sourceRemove: Rule<z.infer<typeof SourceRemove>> = {
  needs: (view, { ids }) => {
    const needs: Need[] = [];
    for (const id of ids) {
      needs.push(row("source", id), related("speakersOfSource", id), related("quotesOfSource", id));
      for (const quote of view.related("quotesOfSource", id)) needs.push(...needsOfQuote(quote.id));
    }
    return needs;
  },
  decide: (view, { ids }) => {
    const lost = ids.find((id) => !view.live("source", id));
    if (lost) return no(missing("source", lost));
    return yes(
      ids.flatMap((id) => {
        const source = view.live("source", id);
        if (!source) return [];
        return [
          ...view.related("quotesOfSource", id).flatMap((quote) => buryQuote(view, quote)),
          ...view.related("speakersOfSource", id).flatMap((speaker) => bury("speaker", speaker)),
          ...bury("source", source),
        ];
      }),
    );
  },
};

export const speakerSet: Rule<z.infer<typeof SpeakerSet>> = {
  needs: (_, { id, fields }) => [row("speaker", id), ...rows("participant", [fields.participant])],
  decide: (view, { id, fields }) => {
    const old = view.live("speaker", id);
    if (!old) return no(missing("speaker", id));
    if (fields.participant && !view.live("participant", fields.participant)) {
      return no(missing("participant", fields.participant));
    }
    return yes(patch("speaker", old, fields));
  },
};

type Refers = Readonly<{ organisation?: string | null; participant?: string | null; guide?: string | null }>;

function lostReference(view: View, source: Refers) {
  const { organisation, participant, guide } = source;
  if (organisation && !view.live("organisation", organisation)) return missing("organisation", organisation);
  if (participant && !view.live("participant", participant)) return missing("participant", participant);
  if (guide && !view.live("guide", guide)) return missing("guide", guide);
  return null;
}
