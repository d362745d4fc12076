/** Looks through a study's texts as the server does by itself, with the real detection, and waits until that is done. */
import { expect } from "vitest";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import { EDITION } from "#lib/domain/detect/edition.ts";
import { makeAside } from "#lib/server/detecting/aside.ts";
import { makeDetectionWork } from "#lib/server/jobs/detection.ts";
import { detectionPorts } from "#lib/server/jobs/detection-ports.ts";
import { detectionProgress, isSettled } from "#lib/server/store/detection.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { Seal } from "#lib/server/store/seal.ts";

/** @param added - what an operator added to the lists */
export async function lookThrough(
  db: PrismaClient,
  vault: Seal,
  study: string,
  added: Added = NOTHING_ADDED,
): Promise<void> {
  const aside = makeAside(added);
  const fault = (what: string, error: unknown) => {
    throw new Error(what, { cause: error });
  };
  const work = makeDetectionWork(detectionPorts(db, vault, aside, fault), {
    soonMs: 10,
    laterMs: 50,
    sweepMs: 600_000,
  });
  work.wake(study);
  await expect
    .poll(async () => isSettled(await detectionProgress(db, study, EDITION)), { timeout: 60_000, interval: 30 })
    .toBe(true);
  await work.close();
  await aside.close();
}
