/** The browser's way to what stands in the way of a report. */
import type { Check, Language } from "#lib/domain/report/check.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type CheckAnswer = Readonly<{ check: Check } | { failed: "denied" | "line" }>;

/** Asks for the check of one language's report. */
export async function fetchCheck(study: string, lang: Language, signal: AbortSignal): Promise<CheckAnswer> {
  const answer = await fetchAnswer<Check>(`/api/studies/${study}/report/check?language=${lang}`, signal);
  return "got" in answer ? { check: answer.got } : answer;
}
