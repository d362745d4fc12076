/**
 * What a study's plan is made of: the names that it knows, and what detection is sure of and nobody has decided yet.
 *
 * What detection is sure of is kept until something else may have been found. It depends neither on what is decided nor on which
 * texts are there now: a source that was taken away may still be spoken of, and may come back.
 * Rules: docs/spec/identifier.md, I81 and I82.
 */
import { gather, keysOf } from "#lib/domain/identifier/candidate.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { sureOf, undecided } from "#lib/domain/identifier/sure.ts";
import type { Sure } from "#lib/domain/identifier/sure.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { detectionVersion, searchedTexts } from "../store/detection.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import type { Seal } from "../store/seal.ts";
import { namedOf, ordinaryOf } from "./named.ts";

const made = new Map<string, Readonly<{ version: number; sure: Promise<readonly Sure[]> }>>();

/** Everything that is to be looked for. */
export async function soughtOf(db: PrismaClient, vault: Seal, study: string, rows: Rows): Promise<readonly Named[]> {
  const known = await namedOf(db, vault, study, rows);
  const sure = await sureIn(db, study);
  if (sure.length === 0) return known;
  const ordinary = await ordinaryOf(db, vault, study, rows);
  return [...known, ...undecided(sure, plan(known, []).find, keysOf(ordinary))];
}

async function sureIn(db: PrismaClient, study: string): Promise<readonly Sure[]> {
  const version = await detectionVersion(db, study); // before the texts: what changes meanwhile is seen next time
  const last = made.get(study);
  if (last?.version === version) return last.sure;
  const sure = gather(searchedTexts(db, study, true), () => [], new Set()).then(({ candidates }) => sureOf(candidates));
  made.set(study, { version, sure });
  sure.catch(() => made.delete(study));
  return sure;
}
