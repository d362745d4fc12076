/**
 * Makes the sample study, once, by the same code as people's own studies: import's staging, then commands through
 * the writer, in the name of an account with which nobody can sign in.
 *
 * A seeding that was cut short goes on where it stopped: every id is made from names, every command has its receipt.
 * Rules: docs/spec/study.md, SS5 and SS7.
 */
import type { Result } from "#lib/domain/result.ts";
import { rowsOf } from "#lib/format/import/staged.ts";
import { adoptSample } from "#lib/server/handle/sample.ts";
import type { Writer } from "#lib/server/handle/writer.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { firstPerson, noteSample, openSample, orphanSample, sampleState } from "#lib/server/store/sample.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { defineAttributes, keepOriginal, stage } from "#lib/server/store/staging.ts";
import type { StageFault } from "#lib/server/store/staging.ts";
import { AUTHOR, SAMPLE, plan } from "./plan.ts";
import type { PlannedCommand } from "./plan.ts";

export type SeedPorts = Readonly<{ db: PrismaClient; vault: Seal; writer: Pick<Writer, "submit"> }>;

/**
 * Makes the sample study where there is no study yet, and gives it to the first person where there is one;
 * else it waits for them (`adoptSample`).
 *
 * @returns whether anything was made
 * Throws where the database cannot be reached, or where a command is refused: that is a bug in the content.
 */
export async function seedSample(ports: SeedPorts): Promise<boolean> {
  const { db, vault, writer } = ports;
  const state = await sampleState(db);
  if (state === "done") return false;
  const { files, texts, attributes, before, after } = await plan();
  await openSample(db, SAMPLE, AUTHOR);
  await give(ports, before.slice(0, 1)); // the founding: who may is asked before a batch begins
  await give(ports, before.slice(1));
  const work = { study: SAMPLE, person: AUTHOR, held: null };
  const numbers = must(
    await defineAttributes(
      db,
      work,
      attributes.map(({ attribute }) => attribute),
    ),
  );
  const numberOf = new Map(attributes.map(({ column }, at) => [column, numbers[at] ?? 0]));
  const numbered = (values: Readonly<Record<number, string>>) =>
    Object.fromEntries(Object.entries(values).map(([column, value]) => [numberOf.get(Number(column)) ?? 0, value]));
  for (const file of files) {
    const own = texts.filter((text) => text.file === file.id);
    must(await keepOriginal(db, vault, work, file));
    for (const [lang, some] of Map.groupBy(own, (text) => text.lang)) {
      const rows = rowsOf(some.map((text) => ({ ...text, values: numbered(text.values) })));
      must(await stage(db, vault, work, { ...rows, lang, marks: [] }));
    }
  }
  await give(ports, after);
  await noteSample(db, { state: "done", study: SAMPLE, author: AUTHOR });
  const owner = await firstPerson(db);
  if (owner !== null) await adoptSample({ orphan: () => orphanSample(db), submit: writer.submit }, owner);
  return true;
}

function must<T>(staged: Result<T, StageFault>): T {
  if (!staged.ok) throw new Error(`sample: staging was refused: ${staged.fault.code}`);
  return staged.value;
}

async function give({ writer }: SeedPorts, commands: readonly PlannedCommand[]): Promise<void> {
  const outcomes = await writer.submit(
    SAMPLE,
    commands.map((command) => ({ ...command, person: AUTHOR })),
  );
  outcomes.forEach((outcome, at) => {
    if (!("refused" in outcome)) return;
    throw new Error(`sample: ${commands[at]?.command.kind} was refused: ${JSON.stringify(outcome)}`);
  });
}
