/**
 * Correcting a text: the new revision is made here from the one that the person had before them and staged where nobody
 * reads it; one command then gives it to the source and takes the quotes along.
 *
 * A wish that is sent again finds its own revision and its own receipt. Knows nothing of Next or Prisma.
 * Rules: docs/spec/correct.md, K1 to K4, K10, K11, K14, K17 and K21.
 */
import { courseOf } from "#lib/domain/correction/course.ts";
import { correct } from "#lib/domain/correction/edit.ts";
import type { EditFault } from "#lib/domain/correction/edit.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { idIn } from "#lib/domain/correction/wish.ts";
import type { Wish } from "#lib/domain/correction/wish.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Item, NewPhrase, Outcome } from "#lib/domain/study/outcome.ts";

export type CorrectPorts = Readonly<{
  /** The turns of a revision; null where the source has no such. */
  told: (study: string, source: string, revision: string) => Promise<readonly Told[] | null>;
  speakers: (study: string, source: string) => Promise<readonly string[]>;
  /** Saves a revision that nobody reads yet, asking in the same transaction who may. */
  stage: (
    study: string,
    person: string,
    source: string,
    revision: string,
    told: readonly Told[],
  ) => Promise<Result<void, Readonly<{ code: string }>>>;
  submit: (study: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
}>;

export type Corrected = Readonly<{ revision: string; seq: number }>;
type CorrectFault = EditFault | Readonly<{ code: string }>;

/** Faults: those of the edit; `row.missing`; `role.*`; `source.revised` and whatever else the command is refused for. */
export async function correctText(
  ports: CorrectPorts,
  study: string,
  person: string,
  source: string,
  wish: Wish,
): Promise<Result<Corrected, CorrectFault>> {
  const before = await ports.told(study, source, wish.base);
  if (!before) return no({ code: "row.missing" });
  const made = "edits" in wish ? await staged(ports, study, person, source, before, wish) : await earlier();
  if (!made.ok) return made;
  const { revision, after } = made.value;
  const speaking = new Set(after.map(({ speaker }) => speaker));
  const fresh = "edits" in wish ? (wish.speakers ?? []).filter(({ id }) => speaking.has(id)) : [];
  const label = (speaker: string) => idIn(wish.id, `label/${speaker}`);

  const reason: NewPhrase[] = wish.reason ? [{ id: idIn(wish.id, "reason"), ...wish.reason }] : [];
  const [said] = reason;
  const [outcome] = await ports.submit(study, [
    {
      cmdId: idIn(wish.id, "command"),
      person,
      command: {
        kind: "source.revise",
        id: wish.id,
        source,
        was: wish.base,
        revision,
        course: courseOf(before, after),
        ...(fresh.length > 0
          ? {
              speakers: fresh.map(({ id, participant, interviewer }) => ({
                id,
                label: label(id),
                participant,
                interviewer,
              })),
            }
          : {}),
        reason: said ? { lang: said.lang, phrase: said.id } : null,
      },
      phrases: reason,
      names: fresh.map(({ id, name }) => ({ id: label(id), subject: id, field: "label", words: name })),
    },
  ]);
  if (outcome && "seq" in outcome && typeof outcome.seq === "number") return yes({ revision, seq: outcome.seq });
  if (outcome && "same" in outcome) return no({ code: "text.same" });
  return no({ code: outcome && "refused" in outcome ? String(outcome.refused) : "server.failed" });

  async function earlier(): Promise<Result<Made, CorrectFault>> {
    if (!("to" in wish)) return no({ code: "row.missing" });
    const after = await ports.told(study, source, wish.to);
    return after ? yes({ revision: wish.to, after }) : no({ code: "row.missing" });
  }
}

type Made = Readonly<{ revision: string; after: readonly Told[] }>;

async function staged(
  ports: CorrectPorts,
  study: string,
  person: string,
  source: string,
  before: readonly Told[],
  { id, edits, speakers: fresh = [] }: Extract<Wish, { edits: unknown }>,
): Promise<Result<Made, CorrectFault>> {
  const after = correct(before, edits, (n) => idIn(id, `turn/${n}`));
  if (!after.ok) return after;
  const speakers = new Set([...(await ports.speakers(study, source)), ...fresh.map((speaker) => speaker.id)]);
  const known = new Set(before.map(({ speaker }) => speaker));
  if (after.value.some(({ speaker }) => speaker !== null && !speakers.has(speaker) && !known.has(speaker)))
    return no({ code: "row.missing" });
  const revision = idIn(id, "revision");
  const done = await ports.stage(study, person, source, revision, after.value);
  return done.ok ? yes({ revision, after: after.value }) : done;
}
