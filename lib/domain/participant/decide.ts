import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import type { ParticipantAdd, ParticipantRemove, ParticipantSet } from "./word.ts";
import type * as z from "zod";

export const participantAdd: Rule<z.infer<typeof ParticipantAdd>> = {
  needs: (_, { id, fields }) => [
    row("participant", id),
    ...rows("organisation", [fields.organisation]),
    { need: "number", noun: "participant" },
  ],
  decide: (view, { id, fields, role }) => {
    if (view.get("participant", id)) return no({ code: "row.taken", noun: "participant", id });
    if (fields.organisation && !view.live("organisation", fields.organisation)) {
      return no(missing("organisation", fields.organisation));
    }
    const made = make("participant", { id, number: view.nextNumber("participant"), ...fields, gone: false });
    return yes([made, ...say(id, "role", role)]);
  },
};

export const participantSet: Rule<z.infer<typeof ParticipantSet>> = {
  needs: (_, { id, fields }) => [row("participant", id), ...rows("organisation", [fields.organisation])],
  decide: (view, { id, fields }) => {
    const old = view.live("participant", id);
    if (!old) return no(missing("participant", id));
    if (fields.organisation && !view.live("organisation", fields.organisation)) {
      return no(missing("organisation", fields.organisation));
    }
    return yes(patch("participant", old, fields));
  },
};

/** Rule P1: a participant who speaks in a source stays. */
export const participantRemove: Rule<z.infer<typeof ParticipantRemove>> = {
  needs: (_, { id }) => [
    row("participant", id),
    related("speakersOfParticipant", id),
    related("sourcesOfParticipant", id),
  ],
  decide: (view, { id }) => {
    const old = view.live("participant", id);
    if (!old) return no(missing("participant", id));
    if (view.related("speakersOfParticipant", id).length > 0) {
      return no({ code: "row.used", noun: "participant", id, by: "speaker" });
    }
    if (view.related("sourcesOfParticipant", id).length > 0) {
      return no({ code: "row.used", noun: "participant", id, by: "source" });
    }
    return yes(bury("participant", old));
  },
};
