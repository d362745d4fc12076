import { no, yes } from "../result.ts";
import { bury, make, raise } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { IdentifierAdd, IdentifierDecide, IdentifierRemove } from "./word.ts";
import type * as z from "zod";

const OPEN = { decision: null, replacement: null, replacementCy: null, reason: null, by: null, gone: false } as const;

export const identifierAdd: Rule<z.infer<typeof IdentifierAdd>> = {
  needs: (_, { id }) => [row("identifier", id)],
  decide: (view, { id, term }) => {
    if (view.get("identifier", id)) return no({ code: "row.taken", noun: "identifier", id });
    return yes([make("identifier", { id, kind: "term", term, ...OPEN })]);
  },
};

export const identifierRemove: Rule<z.infer<typeof IdentifierRemove>> = {
  needs: (_, { id }) => [row("identifier", id)],
  decide: (view, { id }) => {
    const old = view.live("identifier", id);
    return old ? yes(bury("identifier", old)) : no(missing("identifier", id));
  },
};

/** Rule D1: replacing needs words to put there, keeping needs a reason. */
export const identifierDecide: Rule<z.infer<typeof IdentifierDecide>> = {
  needs: (_, { id, of }) => [row("identifier", id), ...(of === "term" ? [] : [row(of, id)])],
  decide: (view, { id, of, decision, replacement, replacementCy, reason }, who) => {
    const old = view.get("identifier", id);
    if (of === "term" ? old?.kind !== "term" || old.gone : !view.live(of, id)) return no(missing("identifier", id));
    if (decision === "replace" && !replacement && !replacementCy) return no({ code: "decision.bare", id });
    if (decision === "keep" && !reason) return no({ code: "decision.bare", id });
    const term = old?.term ?? null;
    const by = decision === null ? null : who.person;
    const decided = { id, kind: of, term, decision, replacement, replacementCy, reason, by, gone: false };
    return yes(raise(view, "identifier", decided));
  },
};
