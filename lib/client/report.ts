/** The browser's way to the report's routes: what stands in the way of it, and the finished file. */
import type { Check, Format, Language, ReportFault } from "#lib/domain/report/check.ts";

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
export async function fetchFile(study: string, format: Format, lang: Language): Promise<DownloadAnswer> {
  const response = await fetch(`/api/studies/${study}/report/download`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ format, language: lang }),
  }).catch(() => null);
  if (response?.status === 409) return { fault: (await response.json()) as ReportFault }; // as above
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "line" };
  const name =
    /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? `findings.${format}`;
  const link = document.createElement("a");
  const address = URL.createObjectURL(await response.blob());
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { done: true };
}
