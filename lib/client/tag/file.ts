/** The browser's way to what stands in a codebook that is to come in. */
import type { CodebookRead, CodebookWish } from "#lib/domain/tag/draft.ts";

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
