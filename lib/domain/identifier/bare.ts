import type { Fault } from "../study/fault.ts";
import type { Decision } from "./shape.ts";

/** Rule D1: replacing needs words to put there, keeping needs a reason. */
export function bare(
  id: string,
  said: Readonly<{
    decision: Decision | null;
    replacement: string | null;
    replacementCy: string | null;
    reason: string | null;
  }>,
): Fault | null {
  const lacks =
    said.decision === "replace" ? !said.replacement && !said.replacementCy : said.decision === "keep" && !said.reason;
  return lacks ? { code: "decision.bare", id } : null;
}
