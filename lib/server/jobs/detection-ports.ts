/** What looking through the texts of all studies needs, of this process. */
import { randomUUID } from "node:crypto";
import { EDITION } from "#lib/domain/detect/edition.ts";
import type { Aside } from "../detecting/aside.ts";
import { namedOf } from "../load/named.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import * as store from "../store/detection.ts";
import { studyRows } from "../store/rows.ts";
import type { Seal } from "../store/seal.ts";
import type { DetectionPorts } from "./detection.ts";

const PORTION = 60_000; // signs; about a second of looking through
const PORTION_BY_NAMES = 1_000_000;

export function detectionPorts(
  db: PrismaClient,
  vault: Seal,
  aside: Aside,
  fault: (what: string, error: unknown) => void,
): DetectionPorts {
  const holder = randomUUID();
  return {
    studies: () => store.studiesToDetect(db, EDITION),
    hold: (study) => store.holdDetecting(db, study, holder),
    release: (study) => store.releaseDetecting(db, study, holder),
    marks: (study) => store.namesMarks(db, study),
    names: async (study) => namedOf(db, vault, study, await studyRows(db, study, ["organisation", "participant"])),
    unsearched: (study) => store.unsearched(db, study, EDITION, PORTION),
    searchedAfter: (study, after) => store.searchedAfter(db, study, after, PORTION_BY_NAMES),
    detect: aside.detect,
    save: (study, all) => store.saveDetected(db, study, EDITION, all),
    saveOwn: (study, all) => store.saveOwn(db, study, all),
    searchedWith: (study, names) => store.searchedWith(db, study, names),
    fault,
  };
}
