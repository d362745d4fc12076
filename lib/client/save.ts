/** The browser's way to finished files: a route is asked for one, and it is saved where the browser saves downloads. */
import type { ReportFault } from "#lib/domain/report/check.ts";

/** A file, or why there is none: what stands in its way, the person may not have it, or the server did not answer. */
export type FileAnswer<Fault = ReportFault> =
  | Readonly<{ file: Blob; name: string }>
  | Readonly<{ fault: Fault }>
  | Readonly<{ failed: "denied" | "line" }>;
export type TakeAnswer = Exclude<FileAnswer, { file: Blob }> | Readonly<{ done: true }>;

/**
 * Asks a route for a file.
 *
 * @param otherwise - what it is called where the answer does not say
 * `More`: what else this route may answer that stands in the way
 */
export async function askForFile<More = never>(
  route: string,
  order: unknown,
  otherwise: string,
  signal?: AbortSignal,
): Promise<FileAnswer<ReportFault | More>> {
  const response = await fetch(route, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(order),
    ...(signal && { signal }),
  }).catch(() => null);
  if (response?.status === 409) return { fault: (await response.json()) as ReportFault | More }; // our own route's answer
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  const file = response?.ok ? await response.blob().catch(() => null) : null;
  return response && file ? { file, name: nameIn(response) ?? otherwise } : { failed: "line" };
}

/** Asks a route for a file, and hands it to the browser to save. */
export async function takeFile(route: string, order: unknown, otherwise: string): Promise<TakeAnswer> {
  const answer = await askForFile(route, order, otherwise);
  if (!("file" in answer)) return answer;
  save(answer.file, answer.name);
  return { done: true };
}

/** Hands a file to the browser, which saves it where it saves downloads. */
export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(file);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name that an answer gives to its file. */
function nameIn(response: Response): string | null {
  return /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? null;
}
