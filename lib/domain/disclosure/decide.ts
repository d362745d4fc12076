import { no, yes } from "../result.ts";
import { bury, make, raise, revive } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { lowered, sameLimits, THRESHOLDS } from "./threshold.ts";
import type { Thresholds } from "./threshold.ts";
import type { DisclosureAccept, DisclosureSet } from "./word.ts";
import type * as z from "zod";

type Said = Thresholds & Readonly<{ reason: string | null }>;
const USUAL: Said = { ...THRESHOLDS, reason: null };

const same = (one: Said, other: Said) => one.reason === other.reason && sameLimits(one, other);

/** Rules DC22 and Y112. */
export const disclosureSet: Rule<z.infer<typeof DisclosureSet>> = {
  needs: (_, { id }) => [row("study", id), row("disclosure", id)],
  decide: (view, { id, organisations, people, base, listed, reason: why, was, on }, who) => {
    if (!view.live("study", id)) return no(missing("study", id));
    const limits = { organisations, people, base, listed };
    const lower = lowered(limits).length > 0;
    if (lower && why === null) return no({ code: "disclosure.bare", id });
    const old = view.get("disclosure", id);
    const now = old && !old.gone ? old : USUAL;
    const next = { id, ...limits, reason: lower ? why : null, by: who.person, on, gone: false };
    if (same(now, next)) return yes([]);
    if (!same(now, was)) return no({ code: "disclosure.changed", id });
    if (!old) return yes([make("disclosure", next)]);
    if (old.gone) return yes([revive("disclosure", old, next)]);
    // The whole row, also where some of it stays: undo brings numbers back with their reason or not at all.
    return yes([{ op: "put", noun: "disclosure", id, before: old, after: next }]);
  },
};

/** Rule DC24. */
export const disclosureAccept: Rule<z.infer<typeof DisclosureAccept>> = {
  needs: (_, { of }) => [row("acceptance", of)],
  decide: (view, { of, reason, on }, who) => {
    const old = view.live("acceptance", of);
    if (reason === null) return yes(old ? bury("acceptance", old) : []);
    if (old?.reason === reason) return yes([]);
    return yes(raise(view, "acceptance", { id: of, reason, by: who.person, on, gone: false }));
  },
};
