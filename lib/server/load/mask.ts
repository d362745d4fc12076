/**
 * The overlay of a study as it stands: every name of its organisations, participants and hand-added terms
 * replaced by what was decided, or by a neutral word in brackets where nothing was.
 *
 * What was decided to be kept stays. Rules: docs/spec/identifier.md, I15 to I18.
 */
import { organisationAliases, personAliases } from "#lib/domain/identifier/alias.ts";
import { finder } from "#lib/domain/identifier/find.ts";
import type { Term } from "#lib/domain/identifier/find.ts";
import { neutral, overlay, spoken } from "#lib/domain/identifier/overlay.ts";
import type { Masked, Segment } from "#lib/domain/identifier/overlay.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { clockOf } from "#lib/server/store/events.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { readNames } from "#lib/server/store/identity.ts";
import { readPhrases } from "#lib/server/store/phrases.ts";
import { studyRows } from "#lib/server/store/rows.ts";
import type { Seal } from "#lib/server/store/seal.ts";

/** Replaces names in a text of a language: as segments with the original's bounds, or as plain text. */
export type Mask = Readonly<{
  segments: (text: string, lang: string) => readonly Segment[];
  text: (text: string, lang: string) => string;
}>;

const NAMED: readonly Noun[] = ["organisation", "participant", "identifier"];
const made = new Map<string, { seq: number; mask: Promise<Mask> }>();

/** The overlay of a study; made anew when the study has changed. */
export async function maskOf(db: PrismaClient, vault: Seal, study: string): Promise<Mask> {
  const seq = (await clockOf(db, study))?.seq ?? 0;
  const known = made.get(study);
  if (known && known.seq === seq) return known.mask;
  const mask = makeMask(db, vault, study);
  made.set(study, { seq, mask });
  mask.catch(() => made.delete(study));
  return mask;
}

async function makeMask(db: PrismaClient, vault: Seal, study: string): Promise<Mask> {
  const rows = await studyRows(db, study, NAMED);
  const names = await readNames(db, vault, study, nameIds(rows));
  const phrases = new Map(
    (await readPhrases(db, study, [...rows.all("identifier")].flatMap((row) => [row.replacement, row.replacementCy]).filter((id) => id !== null))).map(
      ({ id, words }) => [id, words],
    ),
  );
  const kinds = new Map<string, Masked>();
  const terms: Term[] = [];
  const add = (id: string, kind: Masked, words: string | undefined, aliases: Term["aliases"]) => {
    if (!words) return;
    kinds.set(id, kind);
    terms.push({ id, words, aliases: aliases ?? [] });
  };
  for (const row of rows.all("organisation")) {
    const words = row.name ? names.get(row.name) : undefined;
    const others = row.aliases ? names.get(row.aliases) : undefined;
    add(row.id, "organisation", words, organisationAliases(words ?? "", others));
  }
  for (const row of rows.all("participant")) {
    const words = row.name ? names.get(row.name) : undefined;
    add(row.id, "person", words, personAliases(words ?? ""));
  }
  for (const row of rows.all("identifier")) if (row.term) add(row.id, "name", names.get(row.term), []);

  const find = finder(terms);
  const segments = (text: string, lang: string): readonly Segment[] =>
    overlay(text, find(text), ({ term, also }) => {
      // Where two names are written alike, one that is kept does not uncover the other.
      const decided = [term, ...also].map((id) => rows.live("identifier", id));
      if (decided.every((row) => row?.decision === "keep")) return null;
      const row = decided.find((one) => one?.decision === "replace");
      const welsh = row?.replacementCy ? phrases.get(row.replacementCy) : undefined;
      const english = row?.replacement ? phrases.get(row.replacement) : undefined;
      const said = lang.startsWith("cy") ? (welsh ?? english) : (english ?? welsh);
      return said ?? neutral(kinds.get(term) ?? "name", lang);
    });
  return { segments, text: (text, lang) => spoken(segments(text, lang)) };
}

function nameIds(rows: Rows): string[] {
  return [
    ...[...rows.all("organisation")].flatMap((row) => [row.name, row.aliases]),
    ...[...rows.all("participant")].map((row) => row.name),
    ...[...rows.all("identifier")].map((row) => row.term),
  ].filter((id) => id !== null);
}
