import { no, yes } from "../result.ts";
import { make } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { layCards, needsOfCardAt } from "../board/lay.ts";
import { say } from "../wording/decide.ts";
import type { InsightsWrite, InsightWrite } from "./word.ts";
import type * as z from "zod";

export const insightWrite: Rule<z.infer<typeof InsightWrite>> = {
  needs: (view, { id, body, card }) => insightsWrite.needs(view, several([{ id, body, card }])),
  decide: (view, { id, body, card }, who) => insightsWrite.decide(view, several([{ id, body, card }]), who),
};

/** Several at once, as from pasted lines: all on one board. */
export const insightsWrite: Rule<z.infer<typeof InsightsWrite>> = {
  needs: (view, { insights }) => insights.flatMap(({ id, card }) => [row("insight", id), ...needsOfCardAt(view, card)]),
  decide: (view, { insights }, who) => {
    const changes: Put[] = [];
    for (const { id, body } of insights) {
      if (view.get("insight", id)) return no({ code: "row.taken", noun: "insight", id });
      changes.push(make("insight", { id, by: who.person, gone: false }), ...say(id, "body", body));
    }
    for (const [board, on] of Map.groupBy(insights, ({ card }) => card.board)) {
      const laid = layCards(
        view,
        board,
        on.map(({ id, card: { id: card, theme, x, y } }) => ({ id: card, theme, x, y, quote: null, insight: id })),
      );
      if (!laid.ok) return laid;
      changes.push(...laid.value);
    }
    return yes(changes);
  },
};

const several = (insights: z.infer<typeof InsightsWrite>["insights"]) => ({
  kind: "insights.write" as const,
  insights,
});
