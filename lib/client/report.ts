/** The browser's way to what stands in the way of a report. */
import type { Check, ReportWish } from "#lib/domain/report/check.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type CheckAnswer = Readonly<{ check: Check } | { failed: "denied" | "line" }>;

/** Asks for the check of a report as it is wished for. */
export async function fetchCheck(
  study: string,
  { lang, appendices, beside }: ReportWish,
  signal: AbortSignal,
): Promise<CheckAnswer> {
  const asked = new URLSearchParams({ language: lang, appendices: appendices.join(","), beside });
  const answer = await fetchAnswer<Check>(`/api/studies/${study}/report/check?${asked}`, signal);
  return "got" in answer ? { check: answer.got } : answer;
}
