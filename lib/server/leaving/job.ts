/** Sees a file on its way out to its end: makes it and keeps it, or why there is none. Rules: docs/spec/exports.md. */
import { no, yes } from "#lib/domain/result.ts";
import type { Desk } from "../handle/desk.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { holdJob } from "../store/job.ts";
import type { TakenExport } from "../store/job.ts";
import { keepFault, keepMade } from "../store/made.ts";
import type { Seal } from "../store/seal.ts";
import { makeFile } from "./file.ts";

const TRIES = 3; // of a file under which names or agreements change while it is made

/** What became of it, for the log: codes and numbers. */
export type Became = Readonly<{ made: number }> | Readonly<{ refused: string }>;

export type LeavingParts = Readonly<{
  db: PrismaClient;
  vault: Seal;
  remember: Desk["remember"];
  /** Is told that the study's jobs have changed. */
  changed: () => void;
}>;

/**
 * Makes a file and keeps it, or why there is none; neither where the job is not ours any more, which is null.
 *
 * @param signal - that it is not to be gone on with
 */
export async function leaveBy(
  { db, vault, remember, changed }: LeavingParts,
  taken: TakenExport,
  signal: AbortSignal,
): Promise<Became | null> {
  const { study } = taken;
  const tell: Desk["tell"] = async (stage, done = 0, total) => {
    const held = !signal.aborted && (await holdJob(db, study, taken, { stage, done, total: total ?? null }));
    changed();
    return held ? yes(undefined) : no({ code: "job.over" });
  };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = await makeFile(db, vault, taken, { tell, remember });
    if (!made.ok) {
      if (made.fault.code === "job.over") return null;
      await keepFault(db, vault, taken, made.fault);
      return { refused: made.fault.code };
    }
    const { about, bytes } = made.value;
    try {
      if (!(await holdJob(db, study, taken, { stage: "publishing", done: 0, total: null }))) return null;
      const kept = await keepMade(db, vault, taken, about, bytes());
      if (kept !== "stale") return kept === "kept" ? { made: about.size } : null;
    } finally {
      await made.value.drop();
    }
  }
  const fault = { code: "export.stale" };
  await keepFault(db, vault, taken, fault);
  return { refused: fault.code };
}
