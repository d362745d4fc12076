/**
 * Makes the sample study, once, by the same code as people's own studies: import's staging, then commands through
 * the writer, in the name of an account with which nobody can sign in.
 *
 * A seeding that was cut short goes on where it stopped: every id is made from names, every command has its receipt.
 * Rules: docs/spec/study.md, SS5 and SS7.
 */
import { adoptSample } from "#lib/server/handle/sample.ts";
import type { Writer } from "#lib/server/handle/writer.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { firstPerson, noteSample, openSample, orphanSample, sampleState } from "#lib/server/store/sample.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { stage } from "#lib/server/store/staging.ts";
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
  const { files, texts, before, after } = await plan();
  await openSample(db, SAMPLE, AUTHOR);
  await give(ports, before.slice(0, 1)); // the founding: who may is asked before a batch begins
  await give(ports, before.slice(1));
  for (const file of files) {
    const own = texts.filter((text) => text.file === file.id);
    const staged = await stage(db, vault, SAMPLE, AUTHOR, file, own);
    if (!staged.ok) throw new Error(`sample: staging was refused: ${staged.fault.code}`);
  }
  await give(ports, after);
  await noteSample(db, { state: "done", study: SAMPLE, author: AUTHOR });
  const owner = await firstPerson(db);
  if (owner !== null) await adoptSample({ orphan: () => orphanSample(db), submit: writer.submit }, owner);
  return true;
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
