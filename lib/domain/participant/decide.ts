import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { drawNumbers } from "./number.ts";
import type { ParticipantRow } from "./shape.ts";
import type { NewParticipant, ParticipantAdd, ParticipantRemove, ParticipantSet } from "./word.ts";
import type * as z from "zod";

/** The row of somebody who is added under a number. */
export function joined(
  said: z.infer<typeof NewParticipant> & Readonly<{ id: string }>,
  number: number,
): ParticipantRow {
  return { agreedOn: null, agreedUntil: null, ...said, number, withdrawnOn: null, erased: false, gone: false };
}

export const participantAdd: Rule<z.infer<typeof ParticipantAdd>> = {
  needs: (_, { id, fields }) => [
    row("participant", id),
    ...rows("organisation", [fields.organisation]),
    { need: "taken" },
  ],
  decide: (view, { id, fields, role }) => {
    if (view.get("participant", id)) return no({ code: "row.taken", noun: "participant", id });
    if (fields.organisation && !view.live("organisation", fields.organisation)) {
      return no(missing("organisation", fields.organisation));
    }
    const [number = 0] = drawNumbers([id], view.numbersTaken());
    return yes([make("participant", joined({ id, ...fields }, number)), ...say(id, "role", role)]);
  },
};

export const participantSet: Rule<z.infer<typeof ParticipantSet>> = {
  needs: (_, { id, fields }) => [row("participant", id), ...rows("organisation", [fields.organisation])],
  decide: (view, { id, fields }) => {
    const old = view.live("participant", id);
    if (!old) return no(missing("participant", id));
    if (old.withdrawnOn !== null) return no({ code: "participant.withdrawn", id });
    if (fields.organisation && !view.live("organisation", fields.organisation)) {
      return no(missing("organisation", fields.organisation));
    }
    return yes(patch("participant", old, fields));
  },
};

/** Rules P1 and CO7: a participant who speaks in a source stays, and so does the place of one who has withdrawn. */
export const participantRemove: Rule<z.infer<typeof ParticipantRemove>> = {
  needs: (_, { id }) => [
    row("participant", id),
    related("speakersOfParticipant", id),
    related("sourcesOfParticipant", id),
    related("summariesOfParticipant", id),
  ],
  decide: (view, { id }) => {
    const old = view.live("participant", id);
    if (!old) return no(missing("participant", id));
    if (old.withdrawnOn !== null) return no({ code: "participant.withdrawn", id });
    if (view.related("speakersOfParticipant", id).length > 0) {
      return no({ code: "row.used", noun: "participant", id, by: "speaker" });
    }
    if (view.related("sourcesOfParticipant", id).length > 0) {
      return no({ code: "row.used", noun: "participant", id, by: "source" });
    }
    return yes([
      ...view.related("summariesOfParticipant", id).flatMap((summary) => bury("summary", summary)),
      ...bury("participant", old),
    ]);
  },
};
