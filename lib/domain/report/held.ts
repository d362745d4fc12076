/** What keeps a report back. Rules: docs/spec/report.md, G5, and docs/spec/identifier.md, I87. */
import { waits } from "../identifier/shape.ts";
import type { Check, Found } from "./check.ts";

/** How many of these names stand in the report or its quotes where nothing holds of them, and how many of those wait for a second person. */
export function held(identifiers: readonly Found[]): Pick<Check, "open" | "waiting"> {
  const open = identifiers.filter((one) => one.open > 0);
  return { open: open.length, waiting: open.filter(waits).length };
}
