/** The browser's way to what would be in the data for an archive. */
import type { ArchiveCheck } from "#lib/domain/report/archive.ts";
import type { Language } from "#lib/domain/report/check.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type ArchiveAnswer = Readonly<{ check: ArchiveCheck } | { failed: "denied" | "line" }>;

export async function fetchArchiveCheck(
  study: string,
  language: Language,
  signal: AbortSignal,
): Promise<ArchiveAnswer> {
  const query = new URLSearchParams({ language }).toString();
  const answer = await fetchAnswer<ArchiveCheck>(`/api/studies/${study}/archive/check?${query}`, signal);
  return "got" in answer ? { check: answer.got } : answer;
}
