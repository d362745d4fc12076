/** The browser's way to the risk report. */
import type { Beside } from "#lib/domain/risk/beside.ts";
import type { SignableReport } from "#lib/domain/signature/standing.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type RiskAnswer = Awaited<ReturnType<typeof fetchRisk>>;

export function fetchRisk(study: string, beside: Beside, signal: AbortSignal) {
  return fetchAnswer<SignableReport>(`/api/studies/${study}/report/risk?beside=${beside}`, signal);
}
