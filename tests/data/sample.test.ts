import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { AXES } from "#lib/domain/matrix/axis.ts";
import { groundOf, matrix } from "#lib/domain/matrix/matrix.ts";
import { together } from "#lib/domain/matrix/together.ts";
import { pack, unpack } from "#lib/domain/study/packed.ts";
import { NOUNS, SHAPES } from "#lib/domain/study/rows.ts";
import { adoptSample } from "#lib/server/handle/sample.ts";
import { makeWriter } from "#lib/server/handle/writer.ts";
import { commit } from "#lib/server/store/commit.ts";
import { snapshot } from "#lib/server/store/events.ts";
import { readExport } from "#lib/server/store/export.ts";
import { orphanSample } from "#lib/server/store/sample.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { QUOTES } from "#prisma/sample/content/quotes.ts";
import { AUTHOR, SAMPLE } from "#prisma/sample/plan.ts";
import { seedSample } from "#prisma/sample/seed.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { askedBySql, matrixBySql, tagsTogetherBySql, wholesBySql } from "#tests/kit/matrix-sql.ts";
import { sorted } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const vault = makeSeal(randomBytes(32).toString("hex"));

function ports({ db }: FreshDatabase, failAfter = Infinity) {
  let commits = 0;
  const writer = makeWriter({
    commit: (study, items) => {
      commits += 1;
      if (commits > failAfter) throw new Error("the power is gone");
      return commit(db, vault, study, items);
    },
    objects: () => false,
    committed: () => undefined,
    objected: () => undefined,
  });
  return { db, vault, writer };
}
const state = async ({ db }: FreshDatabase) => sorted((await snapshot(db, SAMPLE))?.rows ?? {});

test("[SS5] the sample is what it promises, each quote in the words that were chosen", async () => {
  expect(await seedSample(ports(fresh))).toBe(true);
  const rows = (await snapshot(fresh.db, SAMPLE))?.rows ?? {};
  const count = (noun: string) => (rows[noun] ?? []).length;
  expect([count("source"), count("organisation"), count("participant"), count("theme"), count("finding")]).toEqual([
    20, 19, 31, 8, 4,
  ]);
  const exact = await fresh.owner<{ exact: string }[]>`SELECT "exact" FROM "anchor" WHERE "study_id" = ${SAMPLE}`;
  expect(exact.map((row) => row.exact).toSorted()).toEqual(QUOTES.map(({ words }) => words).toSorted());
  const answers = await fresh.owner<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM "turn" WHERE "study_id" = ${SAMPLE} AND "question_id" IS NOT NULL`;
  expect(answers[0]?.n).toBe(35); // nine responses to four questions, one of them "n/a"
  const files = await fresh.owner<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM identity."original" WHERE "study_id" = ${SAMPLE}`;
  expect(files[0]?.n).toBe(12);
});

test("[B61] the database's rows have the forms of their shapes, and come out of a package as they went in", async () => {
  const rows = (await snapshot(fresh.db, SAMPLE))?.rows ?? {};
  const named = NOUNS.filter((noun) => (rows[noun] ?? []).length > 0);
  expect(named.length).toBeGreaterThan(15);
  for (const noun of named) expect(z.array(SHAPES[noun]).parse(rows[noun])).toEqual(rows[noun]);
  expect(unpack(JSON.parse(JSON.stringify(pack(rows))))).toEqual(
    Object.fromEntries(named.map((noun) => [noun, rows[noun]])),
  );
});

test("[MX3] [MX4] [MX7] [MX8] [MX11] every number of every matrix of the sample is what plain SQL counts", async () => {
  const { rows } = await readExport(fresh.db, SAMPLE);
  const roles = await fresh.owner<{ participant: string; words: string }[]>`
    SELECT w."subject" AS "participant", p."words" FROM "wording" w
    JOIN "phrase" p ON p."study_id" = w."study_id" AND p."id" = w."phrase_id"
    WHERE w."study_id" = ${SAMPLE} AND w."field" = 'role' AND w."lang" = 'en' AND NOT w."gone"`;
  const ground = groundOf(rows, new Map(roles.map(({ participant, words }) => [participant, words])));
  const key = ({ theme, value }: Readonly<{ theme: string; value: string | null }>) => `${theme} ${value ?? ""}`;
  const sort = <T extends Readonly<{ theme: string; value: string | null }>>(list: readonly T[]) =>
    list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  let numbers = 0;
  for (const arm of ["interview", "survey"] as const) {
    for (const axis of AXES) {
      const made = matrix(ground, axis, arm);
      const told = made.rows.flatMap(({ theme, cells }) =>
        cells.flatMap(({ quotes, participants, organisations }, at) => {
          const value = made.columns[at]?.value ?? null;
          return quotes.length === 0 ? [] : [{ theme, value, quotes: quotes.length, participants, organisations }];
        }),
      );
      numbers += told.length;
      expect(sort(told), `${axis}, ${arm}`).toEqual(sort(await matrixBySql(fresh.owner, SAMPLE, axis, arm)));
    }
    const wholes = matrix(ground, "kind", arm).rows.flatMap(
      ({ theme, whole: { quotes, participants, organisations } }) =>
        quotes.length === 0 ? [] : [{ theme, value: "all", quotes: quotes.length, participants, organisations }],
    );
    expect(sort(wholes)).toEqual(sort(await wholesBySql(fresh.owner, SAMPLE, arm)));
    const asked = (axis: "kind" | "question") =>
      matrix(ground, axis, arm).columns.flatMap(({ value, of }) => (value === null ? [] : [{ axis, value, ...of }]));
    const said = [
      { axis: "all", value: "all", ...matrix(ground, "kind", arm).of },
      ...asked("kind"),
      ...asked("question"),
    ];
    const line = (one: (typeof said)[number]) => `${one.axis} ${one.value} ${one.participants} ${one.organisations}`;
    expect(said.map(line).toSorted()).toEqual((await askedBySql(fresh.owner, SAMPLE, arm)).map(line).toSorted());

    const met = together(ground, arm, "tag", "tag");
    const pairs = met.cells.flatMap((row, y) =>
      row.flatMap(({ quotes }, x) =>
        quotes.length === 0 ? [] : [`${met.rows[y]} ${met.columns[x]} ${quotes.length}`],
      ),
    );
    const counted = await tagsTogetherBySql(fresh.owner, SAMPLE, arm);
    expect(pairs.toSorted()).toEqual(counted.map(({ one, other, quotes }) => `${one} ${other} ${quotes}`).toSorted());
  }
  expect(numbers).toBeGreaterThan(300);
});

test("[SS7] a second time changes nothing", async () => {
  const before = await state(fresh);
  expect(await seedSample(ports(fresh))).toBe(false);
  expect(await state(fresh)).toBe(before);
});

test("[SS7] the first person becomes its owner, and its author leaves", async () => {
  const { db, writer } = ports(fresh);
  const person = randomUUID();
  await db.appUser.create({ data: { id: person, email: "first@example.test", name: "First", passwordHash: "x" } });
  await adoptSample({ orphan: () => orphanSample(db), submit: writer.submit }, person);
  await adoptSample({ orphan: () => orphanSample(db), submit: writer.submit }, randomUUID()); // nothing is left to give
  const members = await fresh.owner<
    { id: string; role: string; gone: boolean }[]
  >`SELECT "id", "role", "gone" FROM "membership" WHERE "study_id" = ${SAMPLE}`;
  expect(members.toSorted((a) => (a.gone ? 1 : -1))).toEqual([
    { id: person, role: "owner", gone: false },
    { id: AUTHOR, role: "owner", gone: true },
  ]);
});

test("[SS7] a seeding that was cut short goes on, and ends as one that was not", async () => {
  const other = await freshDatabase();
  try {
    await expect(seedSample(ports(other, 6))).rejects.toThrow("the power is gone");
    expect(await seedSample(ports(other))).toBe(true);
    const seqs = await other.owner<
      { seq: number }[]
    >`SELECT "seq"::int FROM "event" WHERE "study_id" = ${SAMPLE} ORDER BY 1`;
    expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_, at) => at + 1));
    const one = await fresh.owner<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM "event" WHERE "study_id" = ${SAMPLE} AND "kind" <> 'member.set'`;
    expect(seqs).toHaveLength(one[0]?.n ?? 0);
  } finally {
    await other.drop();
  }
});

test("[SS7] an installation with studies of its own gets no sample", async () => {
  const other = await freshDatabase();
  try {
    const mine = randomUUID();
    await other.owner`INSERT INTO "study" ("id", "study_id") VALUES (${mine}, ${mine})`;
    expect(await seedSample(ports(other))).toBe(false);
  } finally {
    await other.drop();
  }
});
