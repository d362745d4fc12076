/** What keeps a report back. Rules: docs/spec/report.md, G5, and docs/spec/identifier.md, I87. */
import { holding, waits } from "../identifier/shape.ts";
import type { Check, Found } from "./check.ts";

/** How many of these names stand in the report or its quotes while nothing holds of them, and how many of those wait for a second person. */
export function held(identifiers: readonly Found[]): Pick<Check, "open" | "waiting"> {
  const open = identifiers.filter((one) => holding(one) === null && one.count > one.elsewhere);
  return { open: open.length, waiting: open.filter(waits).length };
}
