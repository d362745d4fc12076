/** The browser's way to the risk report. */
import type { Attribution } from "#lib/domain/report/check.ts";
import type { RiskReport } from "#lib/domain/risk/shape.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type RiskAnswer = Awaited<ReturnType<typeof fetchRisk>>;

export function fetchRisk(study: string, beside: Attribution, signal: AbortSignal) {
  return fetchAnswer<RiskReport>(`/api/studies/${study}/report/risk?beside=${beside}`, signal);
}
