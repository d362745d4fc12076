import { no, yes } from "../result.ts";
import { make, patch } from "../study/change.ts";
import { joined } from "../participant/decide.ts";
import { drawNumbers } from "../participant/number.ts";
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import { row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { burySource, needsOfSource } from "./bury.ts";
import type { SourcePublish, SourceRemove, SourceSet, SpeakerSet } from "./word.ts";
import type * as z from "zod";

/** Rule S2: who came with the sources is made with them, and goes with them in one step. */
export const sourcePublish: Rule<z.infer<typeof SourcePublish>> = {
  needs: (_, { organisations = [], participants = [], sources, speakers }) => [
    ...rows(
      "source",
      sources.map((source) => source.id),
    ),
    ...rows("organisation", [
      ...organisations.map((organisation) => organisation.id),
      ...[...participants, ...sources].map((item) => item.organisation),
    ]),
    ...rows("participant", [
      ...participants.map((participant) => participant.id),
      ...[...sources, ...speakers].map((item) => item.participant),
    ]),
    ...rows(
      "guide",
      sources.map((source) => source.guide),
    ),
    { need: "number", noun: "source" },
    ...(organisations.length > 0 ? [{ need: "number", noun: "organisation" } as const] : []),
    ...(participants.length > 0 ? [{ need: "taken" } as const] : []),
  ],
  decide: (view, { organisations = [], participants = [], sources, speakers }) => {
    const taken = (noun: "organisation" | "participant" | "source", all: readonly Readonly<{ id: string }>[]) => {
      const one = all.find(({ id }) => view.get(noun, id));
      return one && no({ code: "row.taken" as const, noun, id: one.id });
    };
    const known =
      taken("organisation", organisations) ?? taken("participant", participants) ?? taken("source", sources);
    if (known) return known;
    const made: Made = {
      organisations: new Set(organisations.map(({ id }) => id)),
      participants: new Set(participants.map(({ id }) => id)),
    };
    const ids = new Set(sources.map((source) => source.id));
    for (const item of [...participants, ...sources]) {
      const lost = lostReference(view, item, made);
      if (lost) return no(lost);
    }
    for (const speaker of speakers) {
      if (!ids.has(speaker.source)) return no(missing("source", speaker.source));
      const lost = lostReference(view, { participant: speaker.participant }, made);
      if (lost) return no(lost);
    }
    const body = numbering(view, "organisation", organisations);
    const source = numbering(view, "source", sources);
    const drawn = drawNumbers(
      participants.map(({ id }) => id),
      participants.length > 0 ? view.numbersTaken() : new Set(),
    );
    return yes([
      ...organisations.map((row, at) => make("organisation", { ...row, number: body + at, gone: false })),
      ...participants.map((row, at) => make("participant", joined(row, drawn[at] ?? 0))),
      ...sources.map((row, at) => make("source", { ...row, number: source + at, gone: false })),
      ...speakers.map((speaker) => make("speaker", { ...speaker, gone: false })),
    ]);
  },
};

/** The number of the first of these. */
function numbering(view: View, noun: "organisation" | "source", all: readonly unknown[]): number {
  return all.length === 0 ? 1 : view.nextNumber(noun);
}

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
  needs: (view, { ids }) => ids.flatMap((id) => needsOfSource(view, id)),
  decide: (view, { ids }) => {
    const lost = ids.find((id) => !view.live("source", id));
    if (lost) return no(missing("source", lost));
    return yes(
      ids.flatMap((id) => {
        const source = view.live("source", id);
        return source ? burySource(view, source) : [];
      }),
    );
  },
};

export const speakerSet: Rule<z.infer<typeof SpeakerSet>> = {
  needs: (_, { id, fields }) => [row("speaker", id), ...rows("participant", [fields.participant])],
  decide: (view, { id, fields }) => {
    const old = view.live("speaker", id);
    if (!old) return no(missing("speaker", id));
    const lost = lostReference(view, { participant: fields.participant ?? null });
    return lost ? no(lost) : yes(patch("speaker", old, fields));
  },
};

type Refers = Readonly<{ organisation?: string | null; participant?: string | null; guide?: string | null }>;
/** What the same command makes. */
type Made = Readonly<{ organisations: ReadonlySet<string>; participants: ReadonlySet<string> }>;
const NOTHING: Made = { organisations: new Set(), participants: new Set() };

function lostReference(view: View, source: Refers, made: Made = NOTHING): Fault | null {
  const { organisation, participant, guide } = source;
  if (organisation && !made.organisations.has(organisation) && !view.live("organisation", organisation))
    return missing("organisation", organisation);
  if (participant && !made.participants.has(participant)) {
    const person = view.live("participant", participant);
    if (!person) return missing("participant", participant);
    if (person.withdrawnOn !== null) return { code: "participant.withdrawn" as const, id: participant };
  }
  if (guide && !view.live("guide", guide)) return missing("guide", guide);
  return null;
}
