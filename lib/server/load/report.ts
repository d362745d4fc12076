/**
 * What the report and boards are made of when they leave, put together: rows and words as `carthen_export`, names from the
 * identity module, sentences from the catalogues, letters from their font.
 */
import { EDITION } from "#lib/domain/detect/edition.ts";
import { yes } from "#lib/domain/result.ts";
import type { Seal as RiskSeal } from "#lib/domain/risk/seal-shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import type { Desk } from "#lib/server/handle/desk.ts";
import { detectionProgress, isSettled } from "#lib/server/store/detection.ts";
import { readExport, readWholeExport } from "#lib/server/store/export.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { coverageOf } from "./coverage.ts";
import { soughtOf } from "./found.ts";
import { letters } from "./letters.ts";
import { sayArchive, sayBoard, sayCodebook, sayNumbers, sayProject, sayReport } from "./say.ts";

/** The seals of judgements of the studies that were looked at last, each in one state. */
const sealed = new Map<string, { state: string; seals: Map<SignableId, Promise<RiskSeal>> }>();
const STUDIES = 50;

/** Judging a study takes seconds where it is large, and it is asked for with every file: each state of it is judged once. */
const remember: Desk["remember"] = (study, state, of, make) => {
  const known = sealed.get(study);
  const seals = known?.state === state ? known.seals : new Map<SignableId, Promise<RiskSeal>>();
  sealed.delete(study);
  sealed.set(study, { state, seals });
  const [oldest] = sealed.size > STUDIES ? sealed.keys() : [];
  if (oldest !== undefined) sealed.delete(oldest);
  const seal = seals.get(of) ?? make();
  seals.set(of, seal);
  seal.catch(() => seals.delete(of));
  return seal;
};

/** The desk that what leaves is written at, where nobody is told how far it is. */
export function reportDesk(db: PrismaClient, vault: Seal): Desk {
  return {
    read: (study) => readExport(db, study),
    readWhole: (study) => readWholeExport(db, study),
    names: (study, rows) => soughtOf(db, vault, study, rows),
    settled: async (study) => isSettled(await detectionProgress(db, study, EDITION)),
    tell: () => Promise.resolve(yes(undefined)),
    mark: vault.mark,
    remember,
    say: sayReport,
    sayBoard,
    sayCodebook,
    sayProject,
    sayNumbers,
    coverage: (study) => coverageOf(db, study),
    sayArchive,
    letters,
  };
}
