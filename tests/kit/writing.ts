/** A study on a real database with the app's own writer, for data tests and benchmarks. */
import { randomBytes, randomUUID } from "node:crypto";
import { foundStudy } from "#lib/server/handle/found.ts";
import { makeWriter } from "#lib/server/handle/writer.ts";
import type { Writer } from "#lib/server/handle/writer.ts";
import { isObjection } from "#lib/server/store/objection.ts";
import { commit } from "#lib/server/store/commit.ts";
import { snapshot } from "#lib/server/store/events.ts";
import { makeStudy } from "#lib/server/store/found.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { Command } from "#lib/domain/study/command.ts";
import type { NewName, NewPhrase, Outcome } from "#lib/domain/study/outcome.ts";

export type Written = Readonly<{
  db: PrismaClient;
  study: string;
  board: string;
  owner: string;
  /** The installation's secret, for reading sealed names. */
  secret: string;
  writer: Writer;
  /** Gives one command in somebody's name, the owner's unless said otherwise. */
  send: (
    command: Command,
    said?: Readonly<{ person?: string; cmdId?: string; phrases?: NewPhrase[]; names?: NewName[] }>,
  ) => Promise<Outcome>;
  /** A person with a role in the study. */
  join: (role: Role) => Promise<string>;
  /** Publishes a text of one turn; returns the ids. */
  source: (
    text: string,
  ) => Promise<{ source: string; revision: string; turn: string; speaker: string; length: number }>;
  /** Every live row by noun, sorted, so that two states can be compared. */
  state: () => Promise<string>;
}>;

export async function writtenStudy(db: PrismaClient): Promise<Written> {
  const secret = randomBytes(32).toString("hex");
  const vault = makeSeal(secret);
  const writer = makeWriter({
    commit: (study, items, whole) => commit(db, vault, study, items, whole),
    objects: isObjection,
    committed: () => undefined,
    objected: () => undefined,
  });
  const person = async () => {
    const id = randomUUID();
    await db.appUser.create({ data: { id, email: `${id}@example.test`, name: "Somebody" } });
    return id;
  };
  const owner = await person();
  const study = await foundStudy({ makeStudy: (id, lang) => makeStudy(db, id, lang), writer }, owner, {
    lang: "en",
    words: "A study",
  });
  const first = await snapshot(db, study);
  const [board] = (first?.rows.board ?? []) as { id: string }[]; // rows as the snapshot gives them
  if (!board) throw new Error("a study begins with a board");

  const send: Written["send"] = async (command, said = {}) => {
    const { cmdId = randomUUID(), phrases = [], names = [] } = said;
    const [outcome] = await writer.submit(study, [{ cmdId, person: said.person ?? owner, command, phrases, names }]);
    if (!outcome) throw new Error("no outcome");
    return outcome;
  };
  return {
    db,
    study,
    board: board.id,
    owner,
    secret,
    writer,
    send,
    join: async (role) => {
      const id = await person();
      await send({ kind: "member.set", person: id, role });
      return id;
    },
    source: async (text) => {
      const [source, revision, turn, speaker] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      const points = Array.from(text);
      const astral = points.flatMap((point, at) => (point.length > 1 ? [at] : []));
      await db.$executeRaw`
        INSERT INTO "revision" ("study_id", "id", "source_id", "text", "length", "astral", "sha256", "by_id")
        VALUES (${study}::uuid, ${revision}::uuid, ${source}::uuid, ${text}, ${points.length}, ${astral}, decode('00', 'hex'), ${owner}::uuid)`;
      await db.$executeRaw`
        INSERT INTO "turn" ("study_id", "id", "revision_id", "n", "start_at", "end_at", "speaker_id")
        VALUES (${study}::uuid, ${turn}::uuid, ${revision}::uuid, 1, 0, ${points.length}, ${speaker}::uuid)`;
      await send({
        kind: "source.publish",
        sources: [
          {
            id: source,
            kind: "interview",
            revision,
            title: null,
            organisation: null,
            participant: null,
            guide: null,
            heldOn: null,
            minutes: 60,
            lang: "en",
            original: null,
          },
        ],
        speakers: [{ id: speaker, source, number: 1, label: null, participant: null, interviewer: false }],
      });
      return { source, revision, turn, speaker, length: points.length };
    },
    state: async () => sorted((await snapshot(db, study))?.rows ?? {}),
  };
}

/** Rows by noun as text that is equal where the rows are. */
export function sorted(rows: Readonly<Record<string, Iterable<unknown>>>): string {
  const line = (row: unknown) => JSON.stringify(Object.entries(row as object).toSorted(([a], [b]) => (a < b ? -1 : 1))); // rows are objects
  return Object.entries(rows)
    .map(([noun, all]) => `${noun}\n${[...all].map(line).toSorted().join("\n")}`)
    .toSorted()
    .join("\n\n");
}
