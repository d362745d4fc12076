/** The server against the model: random commands of several people, in groups, on a real PostgreSQL. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import type { Item, Outcome } from "#lib/domain/study/outcome.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import { eventsAfter } from "#lib/server/store/events.ts";
import { chanceFrom, idBy } from "#tests/kit/chance.ts";
import { commandOf, FURNISHING, KINDS } from "#tests/kit/commands.ts";
import type { Kind, World } from "#tests/kit/commands.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { Model } from "#tests/kit/model.ts";
import { makeScripts, stageScripts } from "#tests/kit/scripts.ts";
import { faultsOf } from "#tests/kit/sound.ts";
import { sorted, writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const liveOf = (rows: Rows) => sorted(Object.fromEntries(NOUNS.map((noun) => [noun, rows.all(noun)])));
/** Cards without their order keys: in one transaction a key may leave room for what an earlier command of it took away. */
const loose = (rows: Rows) => {
  const unkeyed = [...rows.all("card")].map((card) => ({ ...card, ord: "" }));
  return sorted({ ...Object.fromEntries(NOUNS.map((noun) => [noun, rows.all(noun)])), card: unkeyed });
};
const brief = (outcome: Outcome) => ("refused" in outcome ? outcome.refused : "seq" in outcome ? outcome.seq : "same");

/** A study on the database and its model, furnished alike, with an owner, two analysts and an observer. */
async function both(seed: number) {
  const chance = chanceFrom(seed);
  const written = await writtenStudy(fresh.db);
  const people = [
    written.owner,
    await written.join("analyst"),
    await written.join("analyst"),
    await written.join("observer"),
  ];
  const scripts = makeScripts(chance, 4);
  await stageScripts(fresh.db, written.study, written.owner, scripts);
  const model = new Model(scripts);
  model.begin(await eventsAfter(fresh.db, written.study, 0, 1000));
  const world: World = { study: written.study, rows: model.rows, scripts, people };
  const itemOf = (kind: Kind, person: string, dice = chance): Item | null => {
    const given = commandOf(kind, world, dice);
    return given && { cmdId: idBy(chance), person, ...given }; // no two alike, however their dice fall
  };
  const submit = async (items: readonly Item[]) => {
    const outcomes = await written.writer.submit(written.study, items);
    const expected = items.map(({ cmdId, person, command }) =>
      command.kind === "study.found" ||
      command.kind === "participant.erased" ||
      command.kind === "risk.guessed" ||
      command.kind === "project.bring"
        ? null
        : model.give({ cmdId, person, command }),
    );
    const told = (all: readonly (Outcome | null)[]) =>
      all.map((outcome, at) => `${items[at]?.command.kind}: ${outcome && brief(outcome)}`);
    expect(told(outcomes)).toEqual(told(expected));
    return outcomes;
  };
  for (const kind of FURNISHING) {
    const item = itemOf(kind, written.owner);
    if (item) await submit([item]);
  }
  return { ...written, model, world, people, itemOf, submit };
}

/** Everything that must hold between the log, the tables and the model. */
async function compare({ study, state, model }: Awaited<ReturnType<typeof both>>): Promise<void> {
  const events = await eventsAfter(fresh.db, study, 0, 10_000);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  const folded = new Rows();
  for (const event of events) for (const change of event.changes) evolve(folded, change);
  const tables = await state();
  expect(liveOf(folded)).toBe(tables);
  expect(loose(model.rows)).toBe(loose(folded));
  expect(faultsOf(folded)).toEqual([]);
  const [untrue] = await fresh.owner<{ count: number }[]>`
    SELECT count(*)::int AS count FROM anchor a JOIN revision r ON r.study_id = a.study_id AND r.id = a.revision_id
    WHERE a.study_id = ${study} AND a.exact <> substr(r.text, a.start_at + 1, a.end_at - a.start_at)`;
  expect(untrue?.count).toBe(0);
}

const step = fc.record({
  kind: fc.constantFrom(...KINDS, "undo", "undo", "redo" as const),
  person: fc.constantFrom(0, 0, 1, 1, 2, 2, 3),
  seed: fc.nat(),
});
const run = fc.record({
  seed: fc.nat(),
  groups: fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
});

test("[Y60] [Y61] [Y6] [U2] commands of every kind by several people: answers, tables, log and model agree, and n undone and redone is nothing", async () => {
  await fc.assert(
    fc.asyncProperty(run, async ({ seed, groups }) => {
      const pair = await both(seed);
      for (const group of groups) {
        // All of a group are given for the study as it was before: so they get in each other's way.
        const items = group.flatMap(({ kind, person, seed: own }) => {
          const item = pair.itemOf(kind, pair.people[person] ?? pair.owner, chanceFrom(own));
          return item ? [item] : [];
        });
        if (items.length > 0) await pair.submit(items);
      }
      await compare(pair);

      const before = await pair.state();
      const one = pair.people[groups.length % 3] ?? pair.owner;
      const give = (kind: "undo" | "redo") =>
        pair.submit([{ cmdId: randomUUID(), person: one, command: { kind, how: "ask" }, phrases: [], names: [] }]);
      let undone = 0;
      while (undone < 8 && "seq" in ((await give("undo"))[0] ?? {})) undone++;
      for (let n = 0; n < undone; n++) expect((await give("redo"))[0]).toHaveProperty("seq");
      expect(await pair.state()).toBe(before);
      await compare(pair);
    }),
    {
      numRuns: Number(process.env["MODEL_RUNS"] ?? 15),
      ...(process.env["MODEL_SEED"] && { seed: Number(process.env["MODEL_SEED"]) }),
      endOnFailure: true, // what is found is told at once: to make it smaller takes minutes
    },
  );
}, 300_000);
