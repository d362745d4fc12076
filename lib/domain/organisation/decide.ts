import { no, yes } from "../result.ts";
import { bury, make, patch } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { leftBy } from "./left.ts";
import { related, row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { OrganisationAdd, OrganisationRemove, OrganisationSet } from "./word.ts";
import type * as z from "zod";

export const organisationAdd: Rule<z.infer<typeof OrganisationAdd>> = {
  needs: (_, { id }) => [row("organisation", id), { need: "number", noun: "organisation" }],
  decide: (view, { id, fields }) => {
    if (view.get("organisation", id)) return no({ code: "row.taken", noun: "organisation", id });
    return yes([make("organisation", { id, number: view.nextNumber("organisation"), ...fields, gone: false })]);
  },
};

/** Rule CO24: nobody names an organisation of which everybody has withdrawn. */
export const organisationSet: Rule<z.infer<typeof OrganisationSet>> = {
  needs: (_, { id, fields }) => [
    row("organisation", id),
    ...(fields.named === true ? [related("participantsOfOrganisation", id)] : []),
  ],
  decide: (view, { id, fields }) => {
    const old = view.live("organisation", id);
    if (!old) return no(missing("organisation", id));
    const left = fields.named === true && !old.named ? leftBy(view, id) : null;
    return left === null ? yes(patch("organisation", old, fields)) : no({ code: "participant.withdrawn", id: left });
  },
};

/** Rule O1: an organisation that people or sources belong to stays. */
export const organisationRemove: Rule<z.infer<typeof OrganisationRemove>> = {
  needs: (_, { id }) => [
    row("organisation", id),
    related("participantsOfOrganisation", id),
    related("sourcesOfOrganisation", id),
    related("summariesOfOrganisation", id),
  ],
  decide: (view, { id }) => {
    const old = view.live("organisation", id);
    if (!old) return no(missing("organisation", id));
    if (view.related("participantsOfOrganisation", id).length > 0) {
      return no({ code: "row.used", noun: "organisation", id, by: "participant" });
    }
    if (view.related("sourcesOfOrganisation", id).length > 0) {
      return no({ code: "row.used", noun: "organisation", id, by: "source" });
    }
    return yes([
      ...view.related("summariesOfOrganisation", id).flatMap((summary) => bury("summary", summary)),
      ...bury("organisation", old),
    ]);
  },
};
