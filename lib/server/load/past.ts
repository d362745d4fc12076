/** What is known of the corrections of a source, for those who may read its earlier revisions. */
import { idIn } from "#lib/domain/correction/wish.ts";
import type { Past } from "#lib/domain/correction/wish.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { slicePoints } from "#lib/domain/text/points.ts";
import { readText } from "#lib/server/store/reading.ts";
import { correctionsOf, timesOf, wordsBefore } from "#lib/server/store/revising.ts";
import type { Db } from "#lib/server/store/rows.ts";

export async function pastOf(db: Db, study: string, source: string): Promise<Past> {
  const ids = await correctionsOf(db, study, source);
  const times = await timesOf(
    db,
    study,
    ids.map((id) => idIn(id, "command")),
  );
  const before = await wordsBefore(db, study, source);
  return {
    corrections: ids.flatMap((id) => {
      const at = times.get(idIn(id, "command"));
      return at === undefined ? [] : [{ id, at }];
    }),
    before: Object.fromEntries(before.map(({ quote, words }) => [quote, words])),
  };
}

/** The turns of a revision with their words; null where the source has no such revision. */
export async function toldOf(db: Db, study: string, source: string, revision: string): Promise<Told[] | null> {
  const found = await readText(db, study, source, revision);
  if (!found) return null;
  const { text, astral } = found;
  return found.turns.map(({ id, line, start, end, speaker, question, startMs, endMs }) => ({
    id,
    line: line ?? id,
    words: slicePoints(text, astral, start, end),
    speaker,
    question,
    startMs,
    endMs,
  }));
}
