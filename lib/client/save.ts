/**
 * The browser's way to finished files: one is asked for, made by a job, fetched, and saved where the browser saves downloads.
 * Goes on while people look at other screens of the study. Rules: docs/spec/exports.md.
 */
import type * as z from "zod";
import type { ExportOrder } from "#lib/domain/export/order.ts";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { cancelJob } from "./cancel-job.ts";

/** What is asked for, as it is sent. */
export type Order = z.input<typeof ExportOrder>;

/** A file, or why there is none: what stands in its way, somebody cancelled it, the person may not have it, or the server did not answer. */
export type FileAnswer =
  | Readonly<{ file: Blob; name: string }>
  | Readonly<{ fault: ReportFault }>
  | Readonly<{ failed: "denied" | "line" }>
  | Readonly<{ cancelled: true }>;
export type TakeAnswer = Exclude<FileAnswer, { file: Blob }> | Readonly<{ done: true }>;

const AGAIN_MS = 300; // after the server has already waited a while
const TRIES = 3; // of a file that was out of date before it could be fetched

/** The jobs whose files this tab fetches by itself. */
const ours = new Set<string>();

/** Whether this tab fetches what a job makes, without being asked. */
export function isFetchedHere(job: string): boolean {
  return ours.has(job);
}

/**
 * Asks for a file and waits until it is there.
 *
 * @param signal - cancels it
 */
export async function askForFile(study: string, order: Order, signal?: AbortSignal): Promise<FileAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await makeAndFetch(study, order, signal);
    const stale = "fault" in answer && answer.fault.code === "export.stale";
    if (!stale || tries === TRIES) return answer;
  }
}

/**
 * Asks for a file, and hands it to the browser to save.
 *
 * @param signal - cancels it
 */
export async function takeFile(study: string, order: Order, signal?: AbortSignal): Promise<TakeAnswer> {
  const answer = await askForFile(study, order, signal);
  if (!("file" in answer)) return answer;
  save(answer.file, answer.name);
  return { done: true };
}

/** Fetches what a job has made, once it is there. */
export async function fetchMade(study: string, job: string, signal?: AbortSignal): Promise<FileAnswer> {
  for (;;) {
    const response = await post(`/api/studies/${study}/exports/${job}`, {});
    if (signal?.aborted || response?.status === 410) return { cancelled: true };
    if (response?.status !== 202) return fileIn(response);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

async function makeAndFetch(study: string, order: Order, signal?: AbortSignal): Promise<FileAnswer> {
  const id = crypto.randomUUID();
  ours.add(id);
  const cancel = () => void cancelJob(study, id);
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    const begun = await post(`/api/studies/${study}/exports`, { id, order });
    if (signal?.aborted) cancel(); // it may not have been there yet
    const answer = begun?.ok ? await fetchMade(study, id, signal) : fileIn(begun);
    if ("failed" in answer && answer.failed === "line") ours.delete(id); // should it be made all the same, it is offered
    return answer;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

async function post(address: string, body: unknown): Promise<Response | null> {
  const headers = { "Content-Type": "application/json" };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => null);
}

async function fileIn(response: Response | null): Promise<Exclude<FileAnswer, { cancelled: true }>> {
  if (response?.status === 409) return { fault: (await response.json()) as ReportFault }; // our own route's answer
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  const file = response?.ok ? await response.blob().catch(() => null) : null;
  return response && file ? { file, name: nameIn(response) } : { failed: "line" };
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
function nameIn(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "carthen";
}
