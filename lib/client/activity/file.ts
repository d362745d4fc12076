/** The browser's way to the log as a file. */
import { nameIn, save } from "#lib/client/save.ts";
import type { Language, ReportFault } from "#lib/domain/report/check.ts";

export type TakeAnswer = Readonly<{ done: true } | { fault: ReportFault } | { failed: "denied" | "failed" }>;

/** Asks for the file and hands it to the browser to save. */
export async function takeActivity(study: string, language: Language): Promise<TakeAnswer> {
  const response = await fetch(`/api/studies/${study}/activity/download`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ language }),
  }).catch(() => null);
  if (response?.status === 409) return { fault: (await response.json()) as ReportFault }; // our own route's answer
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "failed" };
  save(await response.blob(), nameIn(response) ?? "activity.csv");
  return { done: true };
}
