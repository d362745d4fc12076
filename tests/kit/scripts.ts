/** Texts that lie ready in a study's database: published, quoted and corrected by the commands that tests give. */
import { createHash } from "node:crypto";
import { placesOf, textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { astralOf } from "#lib/domain/text/points.ts";
import type { Rows, TurnAt } from "#lib/domain/study/rows.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { idBy } from "#tests/kit/chance.ts";
import type { Chance } from "#tests/kit/chance.ts";
import type { Script } from "#tests/kit/commands.ts";

const SAID = [
  ["How did it begin, then?", "How did it begin?"],
  ["We asked there team 😀 and nobody came. Nobody at all.", "We asked their team 😀 and nobody came. Nobody at all."],
  ["So um we did it by hand, every week, for a year.", "So we did it by hand, every week, for a year or more."],
] as const;

/** Two revisions each of some sources; the second is a correction of the first. */
export function makeScripts(chance: Chance, count: number): Script[] {
  return Array.from({ length: count }, (_, n) => {
    const source = idBy(chance);
    const [asks, tells] = [idBy(chance), idBy(chance)];
    const lines = SAID.map(() => idBy(chance));
    return ([0, 1] as const).map((which): Script => {
      const told = SAID.map((words, at): Told => {
        const line = lines[at] ?? source;
        const id = which === 0 ? line : idBy(chance);
        const speaker = at === 0 ? asks : tells;
        return { id, line, words: `${words[which]} (${n})`, speaker, question: null, startMs: null, endMs: null };
      });
      return { source, revision: idBy(chance), told };
    });
  }).flat();
}

/** Saves them as an import would: nobody sees them until they are published. */
export async function stageScripts(
  db: PrismaClient,
  study: string,
  by: string,
  scripts: readonly Script[],
): Promise<void> {
  for (const { source, revision, told } of scripts) {
    const text = textOf(told);
    const astral = astralOf(text);
    const sha256 = createHash("sha256").update(text).digest();
    const places = placesOf(told);
    const turns = told.map(({ id, line, speaker }, n) => ({ id, line, speaker, n, ...places[n] }));
    await db.$executeRaw`
      INSERT INTO "revision" ("study_id", "id", "source_id", "n", "text", "length", "astral", "sha256", "by_id")
      SELECT ${study}::uuid, ${revision}::uuid, ${source}::uuid, coalesce(max(r."n"), 0) + 1, ${text},
        ${text.length - astral.length}, ${[...astral]}::int[], ${sha256}, ${by}::uuid
      FROM "revision" r WHERE r."study_id" = ${study}::uuid AND r."source_id" = ${source}::uuid`;
    await db.$executeRaw`
      INSERT INTO "turn" ("study_id", "id", "revision_id", "n", "start_at", "end_at", "speaker_id", "line_id")
      SELECT ${study}::uuid, t.id, ${revision}::uuid, t.n, t.start, t."end", t.speaker, nullif(t.line, t.id)
      FROM jsonb_to_recordset(${JSON.stringify(turns)}::jsonb)
        AS t(id uuid, n int, start int, "end" int, speaker uuid, line uuid)`;
  }
}

/** The turn that holds most of a span, as the database finds it. */
export function turnAt(rows: Rows, script: Script, start: number, end: number): TurnAt | null {
  const places = placesOf(script.told);
  const [best] = script.told
    .map((turn, n) => {
      const place = places[n] ?? { start: 0, end: 0 };
      const asks = turn.speaker !== null && rows.get("speaker", turn.speaker)?.interviewer === true;
      return { turn, n, shared: Math.min(place.end, end) - Math.max(place.start, start), asks };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || Number(a.asks) - Number(b.asks) || a.n - b.n);
  if (!best) return null;
  const { id, speaker, question } = best.turn;
  return { turn: id, speaker, question, revisionEnd: Array.from(textOf(script.told)).length };
}
