/** The ladder of people. Rules: docs/spec/identifier.md, I24 and I94. */
import type { Seniority } from "../../participant/shape.ts";
import { plainly, weighed } from "./rung.ts";
import type { Level, Rung } from "./rung.ts";

const SENIORITY: Readonly<Record<Seniority, Rung>> = {
  leader: { en: "senior manager", cy: "uwch-reolwr" },
  practitioner: { en: "officer", cy: "swyddog" },
};

/**
 * The ladder of a participant.
 *
 * @param organisations - of how many organisations of the study somebody of that seniority takes part
 * @param least - how many of them there must be
 */
export function personLevels(seniority: Seniority | null, organisations: number, least: number): readonly Level[] {
  return [
    ...(seniority === null ? [] : [weighed(SENIORITY[seniority], organisations, "many", least)]),
    plainly({ en: "colleague", cy: "cydweithiwr" }),
    plainly({ en: "person", cy: "unigolyn" }),
  ];
}
