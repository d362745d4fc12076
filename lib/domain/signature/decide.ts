import { yes } from "../result.ts";
import { bury, make, revive } from "../study/change.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { RiskSign } from "./word.ts";
import type * as z from "zod";

/**
 * Rule RK15. What was signed is not held against what is: a signature of anything else stands for nothing, as every file compares it
 * with what it would hold (RK17).
 */
export const riskSign: Rule<z.infer<typeof RiskSign>> = {
  needs: (_, { of }) => [row("signature", of)],
  decide: (view, { of, signed, on }, who) => {
    const old = view.get("signature", of);
    if (signed === null) return yes(old ? bury("signature", old) : []);
    const next = { id: of, ...signed, by: who.person, on, gone: false };
    if (!old) return yes([make("signature", next)]);
    if (old.gone) return yes([revive("signature", old, next)]);
    if (old.judgement === next.judgement && old.digest === next.digest) return yes([]);
    // The whole row, also where some of it stays: undo brings a judgement back with what was judged or not at all.
    return yes([{ op: "put", noun: "signature", id: of, before: old, after: next }]);
  },
};
