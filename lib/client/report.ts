/** The browser's way to what stands in the way of a report. */
import type { Check, Language } from "#lib/domain/report/check.ts";

export type CheckAnswer = Readonly<{ check: Check } | { failed: "denied" | "line" }>;

/** Asks for the check of one language's report. */
export async function fetchCheck(study: string, lang: Language, signal: AbortSignal): Promise<CheckAnswer> {
  const response = await fetch(`/api/studies/${study}/report/check?language=${lang}`, {
    signal,
    cache: "no-store",
  }).catch(() => null);
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "line" };
  return { check: (await response.json()) as Check }; // our own route's answer, of the same version as this page
}
