/** The browser's way to the queue of what may identify somebody. */
import type { Queue, QueueAsked } from "#lib/domain/identifier/queue.ts";
import { fetchAnswer } from "../fetch-answer.ts";

export type QueueAnswer = Readonly<{ queue: Queue } | { failed: "denied" | "line" }>;

/** Asks for it. */
export async function fetchQueue(study: string, asked: QueueAsked, signal: AbortSignal): Promise<QueueAnswer> {
  const wish = new URLSearchParams(asked).toString();
  const answer = await fetchAnswer<Queue>(`/api/studies/${study}/identifiers?${wish}`, signal);
  return "got" in answer ? { queue: answer.got } : answer;
}
