import { no, yes } from "../result.ts";
import { make } from "../study/change.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { RiskGuessed } from "./word.ts";
import type * as z from "zod";

/** Rule RK25. */
export const riskGuessed: Rule<z.infer<typeof RiskGuessed>> = {
  needs: (_, { id }) => [row("guess", id)],
  decide: (view, { id, outcome, on }, who) =>
    view.get("guess", id)
      ? no({ code: "row.taken", noun: "guess", id })
      : yes([make("guess", { id, ...outcome, by: who.person, on, gone: false })]),
};
