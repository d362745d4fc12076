/** The browser's way to the report's routes: what stands in the way of it, and the finished file. */
import { nameIn, save } from "./save.ts";
import type { Check, Language, ReportFault, ReportFormat } from "#lib/domain/report/check.ts";

export type CheckAnswer = Readonly<{ check: Check } | { failed: "denied" | "line" }>;
export type DownloadAnswer = Readonly<{ done: true } | { fault: ReportFault } | { failed: "denied" | "line" }>;

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

/** Asks for a file and hands it to the browser to save. */
export async function fetchFile(study: string, format: ReportFormat, lang: Language): Promise<DownloadAnswer> {
  const response = await fetch(`/api/studies/${study}/report/download`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ format, language: lang }),
  }).catch(() => null);
  if (response?.status === 409) return { fault: (await response.json()) as ReportFault }; // as above
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "line" };
  save(await response.blob(), nameIn(response) ?? `findings.${format}`);
  return { done: true };
}
