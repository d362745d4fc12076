/** Reads and writes rows of any noun, many at once, one statement for each noun. */
import type { AnyRow, Noun, Relation, RowOf } from "#lib/domain/study/rows.ts";
import { NOUNS, RELATIONS, Rows, SHAPES } from "#lib/domain/study/rows.ts";
import { Prisma } from "./generated/client.ts";
import { TABLES, columnOf } from "./tables.ts";

/** What statements run on: the client, or a transaction of it. */
export type Db = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;

// Names come from TABLES only, never from outside.
const name = (identifier: string) => Prisma.raw(`"${identifier}"`);
/** The table of a noun, called `t`. */
export const from = (noun: Noun): Prisma.Sql => Prisma.raw(`"${TABLES[noun].name}" AS t`);

/** The fields of a noun as one JSON object, under the names that the domain uses. */
function asJson(noun: Noun): Prisma.Sql {
  const fields = Object.keys(TABLES[noun].columns).map((field) => `'${field}', t."${columnOf(noun, field).name}"`);
  return Prisma.raw(`jsonb_build_object('id', t."id", ${[...fields, `'gone', t."gone"`].join(", ")}) AS "row"`);
}

/** The fields of a noun as columns, under the names that the domain uses; days as texts. */
function asColumns(noun: Noun): Prisma.Sql {
  const fields = Object.keys(TABLES[noun].columns).map((field) => {
    const { name: column, type } = columnOf(noun, field);
    return `t."${column}"${type === "date" ? "::text" : ""} AS "${field}"`;
  });
  return Prisma.raw(['t."id"', ...fields, 't."gone"'].join(", "));
}

type Found = { readonly row: unknown };

function parse<N extends Noun>(noun: N, found: readonly Found[]): RowOf<N>[] {
  return found.map(({ row }) => SHAPES[noun].parse(row) as RowOf<N>); // parsed by the shape of N
}

/** The rows with these ids, gone ones too. */
export async function rowsById<N extends Noun>(
  db: Db,
  study: string,
  noun: N,
  ids: readonly string[],
): Promise<RowOf<N>[]> {
  const list = Prisma.sql`${ids}::${Prisma.raw(TABLES[noun].id)}[]`;
  return parse(
    noun,
    await db.$queryRaw<
      Found[]
    >`SELECT ${asJson(noun)} FROM ${from(noun)} WHERE t."study_id" = ${study}::uuid AND t."id" = ANY(${list})`,
  );
}

/** The rows with these ids, gone ones too, whichever of these nouns they are of. One statement. */
export async function rowsOfAny(
  db: Db,
  study: string,
  nouns: readonly Noun[],
  ids: readonly string[],
): Promise<{ noun: Noun; row: AnyRow }[]> {
  const parts = nouns.map(
    (noun) => Prisma.sql`SELECT ${noun}::text AS noun, ${asJson(noun)} FROM ${from(noun)}
      WHERE t."study_id" = ${study}::uuid AND t."id" = ANY(${[...ids]}::uuid[])`,
  );
  const found = await db.$queryRaw<{ noun: Noun; row: unknown }[]>`${Prisma.join(parts, " UNION ALL ")}`;
  return found.map(({ noun, row }) => ({ noun, row: SHAPES[noun].parse(row) as AnyRow }));
}

/** The live rows at the far end of a relation, for many keys. */
export async function rowsByRelation(
  db: Db,
  study: string,
  relation: Relation,
  keys: readonly string[],
): Promise<{ noun: Noun; rows: AnyRow[] }> {
  const { noun, field } = RELATIONS[relation];
  const column = field === null ? null : columnOf(noun, field);
  const where = column
    ? Prisma.sql`AND t.${name(column.name)} = ANY(${keys}::${Prisma.raw(column.type)}[])`
    : Prisma.empty;
  const found = await db.$queryRaw<Found[]>`
    SELECT ${asJson(noun)} FROM ${from(noun)} WHERE t."study_id" = ${study}::uuid AND NOT t."gone" ${where}`;
  return { noun, rows: parse(noun, found) };
}

/** Saves rows, new or changed, as they are. */
export async function saveRows(db: Db, study: string, noun: Noun, rows: readonly AnyRow[]): Promise<void> {
  const { id, columns, filled } = TABLES[noun];
  const pairs = Object.keys(columns).map((field) => ({ field, ...columnOf(noun, field) }));
  const targets = ["id", ...pairs.map((pair) => pair.name), "gone"].map((column) => `"${column}"`);
  const given = [`"id" ${id}`, ...pairs.map((pair) => `"${pair.field}" ${pair.type}`), `"gone" boolean`].join(", ");
  const values = ["id", ...pairs.map((pair) => pair.field), "gone"].map((field) => `r."${field}"`);
  const updates = [...targets.slice(1), ...(filled ? [`"${filled}"`] : [])].map(
    (column) => `${column} = EXCLUDED.${column}`,
  );
  await db.$executeRaw`
    INSERT INTO ${name(TABLES[noun].name)} ("study_id", ${Prisma.raw(targets.join(", "))})
    SELECT ${study}::uuid, ${Prisma.raw(values.join(", "))}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${Prisma.raw(given)})
    ON CONFLICT ("study_id", "id") DO UPDATE SET ${Prisma.raw(updates.join(", "))}`;
}

/** Moves themes with every card in them. */
export async function shiftThemes(
  db: Db,
  study: string,
  themes: readonly string[],
  dx: number,
  dy: number,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "theme" SET "x" = "x" + ${dx}::int, "y" = "y" + ${dy}::int
    WHERE "study_id" = ${study}::uuid AND "id" = ANY(${themes}::uuid[])`;
  await db.$executeRaw`
    UPDATE "card" SET "x" = "x" + ${dx}::int, "y" = "y" + ${dy}::int
    WHERE "study_id" = ${study}::uuid AND "theme_id" = ANY(${themes}::uuid[])`;
}

/**
 * Every live row of a study, by noun; with `gone`, every other one too. As columns, because the database takes five times as
 * long to write JSON.
 */
export async function allRows(
  db: Db,
  study: string,
  nouns: readonly Noun[] = NOUNS,
  gone = false,
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const noun of nouns) {
    all[noun] = await db.$queryRaw<unknown[]>`
      SELECT ${asColumns(noun)} FROM ${from(noun)}
      WHERE t."study_id" = ${study}::uuid ${gone ? Prisma.empty : Prisma.sql`AND NOT t."gone"`}`;
  }
  return all;
}

/** Every live row of a study as the view that the domain reads. */
export async function studyRows(db: Db, study: string, nouns: readonly Noun[] = NOUNS): Promise<Rows> {
  const rows = new Rows();
  const all = await allRows(db, study, nouns);
  for (const noun of nouns) fillParsed(rows, noun, all[noun] ?? []);
  return rows;
}

function fillParsed<N extends Noun>(rows: Rows, noun: N, found: readonly unknown[]): void {
  rows.fill(
    noun,
    found.map((row) => SHAPES[noun].parse(row) as RowOf<N>), // parsed by the shape of N
  );
}
