/** The browser's way to the codebook's routes: the finished file, and what stands in one that is to come in. */
import { nameIn, save } from "#lib/client/save.ts";
import type { Language, ReportFault } from "#lib/domain/report/check.ts";
import type { CodebookRead, CodebookWish } from "#lib/domain/tag/draft.ts";

export type TakeAnswer = Readonly<{ done: true } | { fault: ReportFault } | { failed: "denied" | "line" }>;

/** Asks for the file and hands it to the browser to save. */
export async function takeCodebook(study: string, language: Language): Promise<TakeAnswer> {
  const response = await fetch(`/api/studies/${study}/codebook/download`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ language }),
  }).catch(() => null);
  if (response?.status === 409) return { fault: (await response.json()) as ReportFault }; // our own route's answer
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "line" };
  save(await response.blob(), nameIn(response) ?? "codebook.csv");
  return { done: true };
}

export type ReadAnswer = Readonly<
  { read: CodebookRead } | { refused: Readonly<{ code: string } & Record<string, unknown>> }
>;

/** Has a file read; nothing is saved. */
export async function readFile(study: string, file: File, wish: CodebookWish): Promise<ReadAnswer> {
  const form = new FormData();
  form.set("wish", JSON.stringify(wish));
  form.set("file", file, file.name);
  const response = await fetch(`/api/studies/${study}/codebook/preview`, { method: "POST", body: form }).catch(
    () => null,
  );
  const body: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { read: body as CodebookRead }; // our own route's answer, of the same version as this page
  const refused = (body ?? {}) as Readonly<{ refused?: string }>; // as `refuse` answers, or nothing
  return { refused: { ...refused, code: refused.refused ?? "line.down" } };
}
