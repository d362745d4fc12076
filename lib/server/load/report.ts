/**
 * What the report and boards are made of when they leave, put together: rows and words as `carthen_export`, names from the
 * identity module, sentences from the catalogues, letters from their font.
 */
import { EDITION } from "#lib/domain/detect/edition.ts";
import { yes } from "#lib/domain/result.ts";
import type { Desk } from "#lib/server/handle/desk.ts";
import { detectionProgress, isSettled } from "#lib/server/store/detection.ts";
import { readExport, readWholeExport } from "#lib/server/store/export.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { coverageOf } from "./coverage.ts";
import { soughtOf } from "./found.ts";
import { remember } from "./judged.ts";
import { letters } from "./letters.ts";
import { sayArchive, sayBoard, sayCodebook, sayNumbers, sayProject, sayReport } from "./say.ts";

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
