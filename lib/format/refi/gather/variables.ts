/** What projects of ours say of cases and documents. The keys are those of the names in the catalogue. */
import { v5 } from "uuid";
import type { Say } from "#lib/format/report/say.ts";
import type { PaperVariable } from "../paper.ts";

export const VARIABLES = ["organisation", "kind", "seniority", "language"] as const;
export type Variable = (typeof VARIABLES)[number];

export function variableOf(what: Variable, study: string, say: Say): PaperVariable {
  return { id: v5(`variable ${what}`, study), name: say(`variable.${what}`) };
}
