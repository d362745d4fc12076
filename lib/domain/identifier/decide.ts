import { no, yes } from "../result.ts";
import { make, patch, raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { buryMentions } from "../mention/bury.ts";
import { bare } from "./bare.ts";
import { direct } from "./shape.ts";
import type {
  IdentifierAdd,
  IdentifierDecide,
  IdentifierRemove,
  IdentifierSecond,
  IdentifierSet,
  IdentifiersAdd,
} from "./word.ts";
import type * as z from "zod";

const BARE = { decision: null, replacement: null, replacementCy: null, reason: null, by: null, second: null } as const;

export const identifierAdd: Rule<z.infer<typeof IdentifierAdd>> = {
  needs: (_, { id }) => [row("identifier", id)],
  decide: (view, { id, term, thing = null }) => {
    if (view.get("identifier", id)) return no({ code: "row.taken", noun: "identifier", id });
    return yes([make("identifier", { id, kind: "term", term, thing, ...BARE, gone: false })]);
  },
};

/** Rules I91 and I101: whoever agreed to keep it, or a mention of it, did so while it was taken for something else (I88). */
export const identifierSet: Rule<z.infer<typeof IdentifierSet>> = {
  needs: (_, { id }) => [row("identifier", id), related("mentionsOfIdentifier", id)],
  decide: (view, { id, thing }) => {
    const old = view.live("identifier", id);
    if (old?.kind !== "term") return no(missing("identifier", id));
    if (old.thing === thing) return yes([]);
    const mentions = view.related("mentionsOfIdentifier", id);
    return yes([
      ...patch("identifier", old, { thing, second: null }),
      ...mentions.flatMap((mention) => patch("mention", mention, { second: null })),
    ]);
  },
};

export const identifierRemove: Rule<z.infer<typeof IdentifierRemove>> = {
  needs: (_, { id }) => [row("identifier", id), related("mentionsOfIdentifier", id)],
  decide: (view, { id }) => {
    const old = view.live("identifier", id);
    if (!old) return no(missing("identifier", id));
    // Rule I88: whoever brings it back does not bring back that somebody agreed.
    return yes([
      ...buryMentions(view, "mentionsOfIdentifier", id),
      ...patch("identifier", old, { second: null, gone: true }),
    ]);
  },
};

/** Rules D1 and D3: all of them with one decision, by one step. */
export const identifiersAdd: Rule<z.infer<typeof IdentifiersAdd>> = {
  needs: (_, { terms }) =>
    rows(
      "identifier",
      terms.map(({ id }) => id),
    ),
  decide: (view, { terms, ...said }, who) => {
    const { decision, replacement, replacementCy, reason } = said;
    const first = terms[0]?.id ?? "";
    const fault = bare(first, said);
    if (fault) return no(fault);
    const taken = terms.find(
      ({ id }, at) => view.get("identifier", id) || terms.findIndex((one) => one.id === id) < at,
    );
    if (taken) return no({ code: "row.taken", noun: "identifier", id: taken.id });
    const decided = { decision, replacement, replacementCy, reason, by: who.person, second: null, gone: false };
    return yes(
      terms.map(({ id, term, thing = null }) => make("identifier", { id, kind: "term", term, thing, ...decided })),
    );
  },
};

/** Rules D1 and D2: only a term may turn out to be none; an organisation or a participant names somebody whatever is said. */
export const identifierDecide: Rule<z.infer<typeof IdentifierDecide>> = {
  needs: (_, { id, of }) => [row("identifier", id), ...(of === "term" ? [] : [row(of, id)])],
  decide: (view, { id, of, ...said }, who) => {
    const old = view.get("identifier", id);
    if (of === "term" ? old?.kind !== "term" || old.gone : !view.live(of, id)) return no(missing("identifier", id));
    const fault = bare(id, said);
    if (fault) return no(fault);
    const { decision, replacement, replacementCy, reason } = said;
    if (decision === "ordinary" && of !== "term") return no({ code: "decision.own", id });
    const term = old?.term ?? null;
    const what = { id, kind: of, term, thing: old?.thing ?? null, gone: false };
    const by = decision === null ? null : who.person;
    return yes(raise(view, "identifier", { ...what, decision, replacement, replacementCy, reason, by, second: null }));
  },
};

/** Rules I86 to I88: of two people one decides to keep it, and the other has read the reason and agrees. */
export const identifierSecond: Rule<z.infer<typeof IdentifierSecond>> = {
  needs: (_, { kept }) =>
    rows(
      "identifier",
      kept.map(({ id }) => id),
    ),
  decide: (view, { kept, on }, who) => {
    const changes = new Map<string, readonly Put[]>();
    for (const { id, reason } of kept) {
      const old = view.live("identifier", id);
      if (!old) return no(missing("identifier", id));
      if (old.decision !== "keep" || old.reason !== reason) return no({ code: "decision.changed", id });
      if (on && !direct(old)) continue; // it holds without anybody else
      if (on && old.by === who.person) return no({ code: "decision.yours", id });
      if (on && old.second !== null) continue;
      changes.set(id, patch("identifier", old, { second: on ? who.person : null }));
    }
    return yes([...changes.values()].flat());
  },
};
