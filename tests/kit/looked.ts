/** Waits until a server has looked through all texts of a study: nothing leaves before. */
import { expect } from "@playwright/test";
import type { APIRequestContext } from "@playwright/test";
import type { Queue } from "#lib/domain/identifier/queue.ts";

export async function lookedThrough(request: APIRequestContext, study: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await request.get(`/api/studies/${study}/identifiers?show=decided`);
        return ((await answer.json()) as Queue).progress.settled; // our own route's answer
      },
      { timeout: 60_000, intervals: [200] },
    )
    .toBe(true);
}
