import { pair } from "../field.ts";
import { bare } from "../identifier/bare.ts";
import { no, yes } from "../result.ts";
import { make, patch } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { buryMention } from "./bury.ts";
import { needsOfPlaces } from "./carry.ts";
import { asksSecond } from "./shape.ts";
import type { MentionRow } from "./shape.ts";
import type { MentionDecide, MentionSecond } from "./word.ts";
import type * as z from "zod";

type Decide = z.infer<typeof MentionDecide>;

/** Rules I95 to I97: one decision of a place and an identifier, on the text that is there now. */
export const mentionDecide: Rule<Decide> = {
  needs: (view, { id, identifier, of, source, revision, start, end }) => [
    row("mention", id),
    row("source", source),
    row(of === "term" ? "identifier" : of, identifier),
    { need: "turn", revision, start, end },
    ...needsOfPlaces(view, source),
  ],
  decide: (view, command, who) => {
    const { id, identifier, of, source, revision, start, end, ...said } = command;
    const from = view.live("source", source);
    if (!from) return no(missing("source", source));
    const term = of === "term" ? view.live("identifier", identifier) : undefined;
    if (of === "term" ? term?.kind !== "term" : !view.live(of, identifier))
      return no(missing("identifier", identifier));
    if (from.revision !== revision) return no({ code: "source.revised", id: source });
    const at = view.turnAt(revision, start, end);
    if (!at || start >= end || end > at.revisionEnd) return no({ code: "quote.span", id: source });
    const here = mentionAt(view, command);
    const { decision, replacement, replacementCy, reason } = said;
    if (decision === null) return yes(here ? buryMention(here) : []);
    const fault = bare(identifier, said) ?? (decision === "ordinary" && !reason ? lacking(identifier) : null);
    if (fault) return no(fault);
    const judged = { decision, replacement, replacementCy, reason, by: who.person, second: null };
    if (here) return yes(patch("mention", here, judged));
    if (view.get("mention", id)) return no({ code: "row.taken", noun: "mention", id });
    return yes([
      make("mention", { id, source, identifier, of, ...judged, gone: false }),
      make("mentionPlace", { id: pair(id, revision), mention: id, revision, start, end, gone: false }),
    ]);
  },
};

const lacking = (id: string) => ({ code: "decision.bare" as const, id });

/** What is decided of this place and identifier. */
function mentionAt(
  view: View,
  { identifier, source, revision, start, end }: Pick<Decide, "identifier" | "source" | "revision" | "start" | "end">,
): MentionRow | undefined {
  return view
    .related("mentionsOfSource", source)
    .find(
      (mention) =>
        mention.identifier === identifier &&
        view
          .related("placesOfMention", mention.id)
          .some((place) => place.revision === revision && place.start === start && place.end === end),
    );
}

/** Rules I98 and I101: somebody else has read the reason and agrees that the words are shown. */
export const mentionSecond: Rule<z.infer<typeof MentionSecond>> = {
  needs: (view, { shown }) => [
    ...rows(
      "mention",
      shown.map(({ id }) => id),
    ),
    ...rows(
      "identifier",
      shown.map(({ id }) => view.get("mention", id)?.identifier),
    ),
  ],
  decide: (view, { shown, on }, who) => {
    const changes = new Map<string, readonly Put[]>();
    for (const { id, reason } of shown) {
      const old = view.live("mention", id);
      if (!old) return no(missing("mention", id));
      if (old.decision === "replace" || old.reason !== reason) return no({ code: "decision.changed", id });
      if (on && !asksSecond(old, view.get("identifier", old.identifier))) continue; // it holds without anybody else
      if (on && old.by === who.person) return no({ code: "decision.yours", id });
      if (on && old.second !== null) continue;
      changes.set(id, patch("mention", old, { second: on ? who.person : null }));
    }
    return yes([...changes.values()].flat());
  },
};
