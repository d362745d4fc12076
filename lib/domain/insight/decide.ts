import { no, yes } from "../result.ts";
import { make } from "../study/change.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { layCard, needsOfCardAt } from "../board/lay.ts";
import { say } from "../wording/decide.ts";
import type { InsightWrite } from "./word.ts";
import type * as z from "zod";

export const insightWrite: Rule<z.infer<typeof InsightWrite>> = {
  needs: (view, { id, card }) => [row("insight", id), ...needsOfCardAt(view, card)],
  decide: (view, { id, body, card }, who) => {
    if (view.get("insight", id)) return no({ code: "row.taken", noun: "insight", id });
    const laid = layCard(view, card, { quote: null, insight: id });
    if (!laid.ok) return laid;
    return yes([make("insight", { id, by: who.person, gone: false }), ...say(id, "body", body), ...laid.value]);
  },
};
