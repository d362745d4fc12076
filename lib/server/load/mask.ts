/**
 * The overlay of a study as it stands: every name of its organisations, participants and terms, and what detection is sure of,
 * replaced by what was decided, or by a neutral word in brackets where nothing was.
 *
 * What was decided to be kept stays. Rules: docs/spec/identifier.md, I15 to I18.
 */
import { cutSegments } from "#lib/domain/quote/around.ts";
import type { Around } from "#lib/domain/quote/around.ts";
import { lengthOf } from "#lib/domain/text/points.ts";
import { neutral, overlay, spoken } from "#lib/domain/identifier/overlay.ts";
import type { Segment } from "#lib/domain/identifier/overlay.ts";
import { decidedOf } from "#lib/domain/identifier/decided.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { saidOf } from "#lib/domain/mention/meet.ts";
import type { Where } from "#lib/domain/mention/meet.ts";
import { clockOf } from "#lib/server/store/events.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { studyRows } from "#lib/server/store/rows.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { detectionVersion } from "#lib/server/store/detection.ts";
import { soughtOf } from "./found.ts";
import { decisionWords, NAMED } from "./named.ts";

/** Replaces names in a text of a language: as segments with the original's bounds, or as plain text. */
export type Mask = Readonly<{
  /** @param where - where the text stands, if it is of a source */
  segments: (text: string, lang: string, where?: Where) => readonly Segment[];
  text: (text: string, lang: string) => string;
  /** A quote with its names replaced, also those that it begins or ends within. */
  quote: (words: string, around: Around, lang: string) => string;
}>;

const made = new Map<string, { mark: string; mask: Promise<Mask> }>();

/** The overlay of a study; made anew when the study has changed, or something else was found in it. */
export async function maskOf(db: PrismaClient, vault: Seal, study: string): Promise<Mask> {
  const mark = `${(await clockOf(db, study))?.seq ?? 0} ${await detectionVersion(db, study)}`;
  const known = made.get(study);
  if (known?.mark === mark) return known.mask;
  const mask = makeMask(db, vault, study);
  made.set(study, { mark, mask });
  mask.catch(() => made.delete(study));
  return mask;
}

async function makeMask(db: PrismaClient, vault: Seal, study: string): Promise<Mask> {
  const rows = await studyRows(db, study, NAMED);
  const words = await decisionWords(db, study, rows);
  const { find, choose } = plan(
    await soughtOf(db, vault, study, rows),
    decidedOf(rows.all("identifier"), words),
    saidOf(rows, words),
  );
  // A replacement is words that somebody wrote, and may name another.
  const unnamed = (said: string, lang: string): string =>
    spoken(overlay(said, find(said), (one) => (choose(one, lang) === null ? null : neutral("name", lang))));
  const segments = (text: string, lang: string, where?: Where): readonly Segment[] =>
    overlay(text, find(text, where), (one) => {
      const said = choose(one, lang);
      return said === null ? null : unnamed(said, lang);
    });
  return {
    segments,
    text: (text, lang) => spoken(segments(text, lang)),
    quote: (text, { before, after, where }, lang) => {
      const start = lengthOf(before);
      return spoken(cutSegments(segments(before + text + after, lang, where), { start, end: start + lengthOf(text) }));
    },
  };
}
