/** The browser's way to what would be in a project file for other software. */
import type { Language } from "#lib/domain/report/check.ts";
import type { ProjectCheck, ThemesAs } from "#lib/domain/report/project.ts";
import { fetchAnswer } from "./fetch-answer.ts";

export type ProjectAnswer = Readonly<{ check: ProjectCheck } | { failed: "denied" | "line" }>;

export async function fetchProjectCheck(
  study: string,
  asked: Readonly<{ themes: ThemesAs; language: Language }>,
  signal: AbortSignal,
): Promise<ProjectAnswer> {
  const query = new URLSearchParams(asked).toString();
  const answer = await fetchAnswer<ProjectCheck>(`/api/studies/${study}/project/check?${query}`, signal);
  return "got" in answer ? { check: answer.got } : answer;
}
