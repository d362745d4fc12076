/** What the log is made of when it leaves: entries and words as `carthen_export`, names of accounts, sentences, and a place to write to. */
import { randomUUID } from "node:crypto";
import { open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { EVERYTHING } from "#lib/domain/activity/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { LogDesk, Spool } from "#lib/server/handle/activity-file.ts";
import { asExport } from "#lib/server/store/export.ts";
import { roleOf } from "#lib/server/store/found.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { members } from "#lib/server/store/member.ts";
import { readPhrases } from "#lib/server/store/phrases.ts";
import { partOf } from "./activity.ts";
import { sayActivity } from "./say.ts";

const LIMIT = 200; // entries at once: others wait no longer than for these to be scanned
/** Nobody: what somebody alone may see is in no file. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** A file that has no name any more, so that nothing is left of it whatever happens. */
export type Temporary = Spool & Readonly<{ read: () => AsyncIterable<Uint8Array> }>;

/** The desk that the log is written at, for one person; who may is asked for each part anew. */
export function logDesk(db: PrismaClient, person: string): LogDesk<Temporary> {
  return {
    part: (study, after, upTo) =>
      asExport(db, async (tx) => {
        const role = await roleOf(tx, study, person);
        if (!may(role, "export")) return null;
        const wanted = { person: NOBODY, narrow: EVERYTHING, after, before: upTo + 1, limit: LIMIT, earliest: true };
        return partOf(tx, study, wanted);
      }),
    phrases: async (study, ids) =>
      new Map((await asExport(db, (tx) => readPhrases(tx, study, ids))).map(({ id, words }) => [id, words])),
    people: async (study) => new Map((await members(db).named(study)).map(({ id, name }) => [id, name])),
    say: sayActivity,
    spool: temporary,
  };
}

async function temporary(): Promise<Temporary> {
  const name = path.join(tmpdir(), `carthen-${randomUUID()}`);
  const file = await open(name, "wx+", 0o600);
  await unlink(name);
  return {
    write: async (bytes) => void (await file.write(bytes)),
    drop: () => file.close(),
    read: () => file.createReadStream({ start: 0, autoClose: false }),
  };
}
