/** What becomes of summaries when something else is done: to their words, or to their themes. Rules: docs/spec/framework.md, FW8 and FW9. */
import { bury, patch } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import type { View } from "../study/rows.ts";
import { related } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import type { SummaryRow } from "./shape.ts";

/** That somebody wrote in a summary that another began (FW8). */
export function writtenBy(summary: SummaryRow, person: string): Put[] {
  return summary.by === person ? [] : patch("summary", summary, { also: person });
}

/** What must be seen to take along all summaries of these themes. */
export function needsOfSummaries(themes: readonly string[]): Need[] {
  return themes.map((theme) => related("summariesOfTheme", theme));
}

/** The summaries of these themes go with them (FW9). */
export function burySummaries(view: View, themes: readonly string[]): Put[] {
  return themes.flatMap((theme) => view.related("summariesOfTheme", theme)).flatMap((one) => bury("summary", one));
}

/** The summaries of merged themes stand in the one that stays, beside its own: no words are lost (FW9). */
export function moveSummaries(view: View, from: readonly string[], to: string): Put[] {
  return from
    .flatMap((theme) => view.related("summariesOfTheme", theme))
    .flatMap((one) => patch("summary", one, { theme: to }));
}
