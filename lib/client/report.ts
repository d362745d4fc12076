/** The browser's way to what stands in the way of a report. */
import type { Appendix, Check, Language } from "#lib/domain/report/check.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type CheckAnswer = Readonly<{ check: Check } | { failed: "denied" | "line" }>;

/** Asks for the check of one language's report, with these appendices behind it. */
export async function fetchCheck(
  study: string,
  { lang, appendices }: Readonly<{ lang: Language; appendices: readonly Appendix[] }>,
  signal: AbortSignal,
): Promise<CheckAnswer> {
  const asked = new URLSearchParams({ language: lang, appendices: appendices.join(",") });
  const answer = await fetchAnswer<Check>(`/api/studies/${study}/report/check?${asked}`, signal);
  return "got" in answer ? { check: answer.got } : answer;
}
