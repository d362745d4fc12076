/** What must have been before anything leaves: a server has looked through all texts of a study, and somebody has read them through. */
import { expect } from "@playwright/test";
import type { Queue } from "#lib/domain/identifier/queue.ts";
import { give, sent } from "./board.ts";
import type { At } from "./bring.ts";
import { rowsOf } from "./rows.ts";

export async function lookedThrough(at: At): Promise<void> {
  const { request, study } = at;
  await expect
    .poll(
      async () => {
        const answer = await request.get(`/api/studies/${study}/identifiers?show=decided`);
        return ((await answer.json()) as Queue).progress.settled; // our own route's answer
      },
      { timeout: 60_000, intervals: [200] },
    )
    .toBe(true);
  const sources = (await rowsOf(request, study, "source")).map(({ id, revision }) => ({ id, revision }));
  await give(at, [sent({ kind: "sources.read", sources, read: true })]);
}
