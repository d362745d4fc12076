/**
 * Loads what commands need to see: for each round one query a noun and one a relation,
 * so that a command costs the same in a study of a hundred cards and of a hundred thousand.
 */
import type { Need } from "#lib/domain/study/rule.ts";
import type { AnyRow, Noun, Relation, RowOf, Rows } from "#lib/domain/study/rows.ts";
import { rowsById, rowsByRelation } from "./rows.ts";
import type { Db } from "./rows.ts";

type Edge = Extract<Need, { need: "last" | "next" }>;
type TurnNeed = Extract<Need, { need: "turn" }>;

/** Remembers what has been loaded, so that a later round asks only for what is new. */
export class Loader {
  private readonly seen = new Set<string>();
  private readonly db: Db;
  private readonly study: string;
  private readonly rows: Rows;

  constructor(db: Db, study: string, rows: Rows) {
    this.db = db;
    this.study = study;
    this.rows = rows;
  }

  /** Loads what is needed and not there yet. Returns whether anything was. */
  async load(needs: readonly Need[]): Promise<boolean> {
    const fresh = needs.filter((need) => !this.seen.has(keyOf(need)) && this.seen.add(keyOf(need)));
    if (fresh.length === 0) return false;

    const ids = new Map<Noun, Set<string>>();
    const keys = new Map<Relation, Set<string>>();
    const numbers = new Set<"organisation" | "source">();
    let taken = false;
    const edges: Edge[] = [];
    const turns: TurnNeed[] = [];
    for (const need of fresh) {
      if (need.need === "row") push(ids, need.noun, need.id);
      else if (need.need === "related") push(keys, need.relation, need.key);
      else if (need.need === "number") numbers.add(need.noun);
      else if (need.need === "taken") taken = true;
      else if (need.need === "turn") turns.push(need);
      else edges.push(need);
    }
    for (const [noun, wanted] of ids) this.keep(noun, await rowsById(this.db, this.study, noun, [...wanted]));
    for (const [relation, wanted] of keys) {
      const { noun, rows } = await rowsByRelation(this.db, this.study, relation, [...wanted]);
      this.keep(noun, rows);
    }
    for (const noun of numbers) this.rows.learn({ kind: "number", noun, greatest: await this.greatest(noun) });
    if (taken) this.rows.learn({ kind: "taken", numbers: await this.taken() });
    await this.learnEdges(edges);
    await this.learnTurns(turns);
    return true;
  }

  // A row that this view already holds may have been changed by an earlier command of the batch: it stays.
  private keep(noun: Noun, found: readonly AnyRow[]): void {
    for (const row of found) if (!this.rows.get(noun, row.id)) this.rows.put(noun, row as RowOf<typeof noun>); // read as rows of that noun
  }

  private async greatest(noun: "organisation" | "source"): Promise<number> {
    const { db, study } = this;
    const found =
      noun === "organisation"
        ? await db.$queryRaw<
            { n: number | null }[]
          >`SELECT max("number") AS n FROM "organisation" WHERE "study_id" = ${study}::uuid`
        : await db.$queryRaw<
            { n: number | null }[]
          >`SELECT max("number") AS n FROM "source" WHERE "study_id" = ${study}::uuid`;
    return found[0]?.n ?? 0;
  }

  private async taken(): Promise<number[]> {
    const found = await this.db.$queryRaw<
      { number: number }[]
    >`SELECT "number" FROM "participant" WHERE "study_id" = ${this.study}::uuid`;
    return found.map(({ number }) => number);
  }

  private async learnEdges(edges: readonly Edge[]): Promise<void> {
    if (edges.length === 0) return;
    const asked = edges.map((edge, n) => ({
      n,
      board: edge.board,
      theme: edge.theme,
      last: edge.need === "last",
      after: edge.need === "next" ? edge.after : null,
    }));
    const found = await this.db.$queryRaw<{ n: number; ord: string | null }[]>`
      SELECT a.n, CASE
        WHEN a.last AND a.theme IS NULL THEN
          (SELECT c."ord" FROM "card" c WHERE c."study_id" = ${this.study}::uuid AND c."board_id" = a.board
           AND c."theme_id" IS NULL AND NOT c."gone" ORDER BY c."ord" DESC LIMIT 1)
        WHEN a.last THEN
          (SELECT c."ord" FROM "card" c WHERE c."study_id" = ${this.study}::uuid AND c."board_id" = a.board
           AND c."theme_id" = a.theme AND NOT c."gone" ORDER BY c."ord" DESC LIMIT 1)
        WHEN a.theme IS NULL THEN
          (SELECT c."ord" FROM "card" c WHERE c."study_id" = ${this.study}::uuid AND c."board_id" = a.board
           AND c."theme_id" IS NULL AND NOT c."gone" AND c."ord" > coalesce(a.after, '') ORDER BY c."ord" LIMIT 1)
        ELSE
          (SELECT c."ord" FROM "card" c WHERE c."study_id" = ${this.study}::uuid AND c."board_id" = a.board
           AND c."theme_id" = a.theme AND NOT c."gone" AND c."ord" > coalesce(a.after, '') ORDER BY c."ord" LIMIT 1)
        END AS ord
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(n int, board uuid, theme uuid, last boolean, after text)`;
    for (const { n, ord } of found) {
      const edge = edges[n];
      if (!edge) continue;
      const { board, theme } = edge;
      if (edge.need === "last") this.rows.learn({ kind: "last", board, theme, ord });
      else this.rows.learn({ kind: "next", board, theme, after: edge.after, ord });
    }
  }

  private async learnTurns(turns: readonly TurnNeed[]): Promise<void> {
    if (turns.length === 0) return;
    const asked = turns.map(({ revision, start, end }, n) => ({ n, revision, start, end }));
    // The turn that holds most of the span; among equals a participant's before the interviewer's, then the first.
    const found = await this.db.$queryRaw<
      { n: number; turn: string; speaker: string | null; question: string | null; length: number }[]
    >`
      SELECT a.n, t."id" AS turn, t."speaker_id" AS speaker, t."question_id" AS question, r."length"
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(n int, revision uuid, "start" int, "end" int)
      JOIN "revision" r ON r."study_id" = ${this.study}::uuid AND r."id" = a.revision
      JOIN LATERAL (
        SELECT t.* FROM "turn" t
        LEFT JOIN "speaker" s ON s."study_id" = t."study_id" AND s."id" = t."speaker_id"
        WHERE t."study_id" = ${this.study}::uuid AND t."revision_id" = a.revision
          AND t."start_at" < a."end" AND t."end_at" > a."start"
        ORDER BY least(t."end_at", a."end") - greatest(t."start_at", a."start") DESC, coalesce(s."interviewer", false), t."n"
        LIMIT 1
      ) t ON true`;
    for (const { n, turn, speaker, question, length } of found) {
      const need = turns[n];
      if (!need) continue;
      const { revision, start, end } = need;
      this.rows.learn({ kind: "turn", revision, start, end, at: { turn, speaker, question, revisionEnd: length } });
    }
  }
}

function push<K>(map: Map<K, Set<string>>, key: K, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function keyOf(need: Need): string {
  return need.need === "row" ? `${need.noun}/${need.id}` : JSON.stringify(need);
}
