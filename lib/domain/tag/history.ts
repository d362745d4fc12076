/** What became of a tag: what was merged into it and split off, and what those that came into it had been through before. */
import { timeOf } from "../memo/id.ts";
import type { TagStepRow } from "./shape.ts";

export type Step = Readonly<{
  step: TagStepRow;
  /** milliseconds since 1970; null where the id does not tell */
  at: number | null;
}>;

/** The steps that concern a tag, the latest first. Rule CB9. */
export function historyOf(steps: Iterable<TagStepRow>, tag: string): Step[] {
  const all = [...steps];
  const line = new Set([tag]); // the tag, and those that went into it
  for (const id of line) for (const step of all) if (step.kind === "merge" && step.into === id) line.add(step.from);
  return all
    .filter((step) => line.has(step.into) || (step.kind === "split" && line.has(step.from)))
    .map((step) => ({ step, at: timeOf(step.id) }))
    .toSorted((a, b) => (a.step.id < b.step.id ? 1 : -1));
}
