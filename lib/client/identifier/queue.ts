/** The browser's way to the queue of what may identify somebody. */
import type { Queue, QueueAsked } from "#lib/domain/identifier/queue.ts";

export type QueueAnswer = Readonly<{ queue: Queue } | { failed: "denied" | "line" }>;

/** Asks for it. */
export async function fetchQueue(study: string, asked: QueueAsked, signal: AbortSignal): Promise<QueueAnswer> {
  const response = await fetch(`/api/studies/${study}/identifiers?${new URLSearchParams(asked).toString()}`, {
    signal,
    cache: "no-store",
  }).catch(() => null);
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "line" };
  return { queue: (await response.json()) as Queue }; // our own route's answer, of the same version as this page
}
