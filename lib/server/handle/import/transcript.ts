/** A transcript on its way in: one source with its speakers. Rules: docs/spec/import.md, I40 to I46. */
import type { Brought, TranscriptPlan } from "#lib/domain/import/plan.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { NewName } from "#lib/domain/study/outcome.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import { rowsOf } from "#lib/format/import/staged.ts";
import { bodyOf, items, nameOf, personOf, refusalOf } from "./items.ts";
import { originalOf } from "./original.ts";
import type { BringFault, BringPorts, Upload, Work } from "./ports.ts";

export async function bringTranscript(
  ports: BringPorts,
  work: Work,
  upload: Upload,
  plan: TranscriptPlan,
): Promise<Result<Brought, BringFault>> {
  const { study, person } = work;
  const begun = await ports.tell(work, { stage: "reading", done: 0, total: null });
  if (!begun.ok) return begun;
  const opened = await ports.read(upload.bytes, { ...plan.options, as: "transcript" });
  if (!opened.ok) return opened;
  if (opened.value.kind !== "transcript") return no({ code: "plan.stale" });
  const { draft } = opened.value;
  const chosen = new Map(plan.speakers.map((speaker) => [speaker.label, speaker]));
  if (draft.speakers.some((speaker) => !chosen.has(speaker.label))) return no({ code: "plan.stale" });

  const id = idsOf(plan.id);
  const source = id("source");
  const revision = id("revision");
  const original = originalOf(plan.id, upload);
  const known = await ports.holds(study, original.sha256);
  const kept = await ports.keep(work, original);
  if (!kept.ok) return kept;
  const total = draft.turns.length;
  const staged = await ports.stage(
    work,
    {
      ...rowsOf([
        {
          source,
          revision,
          text: draft.text,
          turns: draft.turns.map((turn, n) => ({
            ...turn,
            id: id(`turn/${n}`),
            speaker: turn.speaker === null ? null : id(`speaker/${turn.speaker}`),
            question: null,
          })),
          values: {},
        },
      ]),
      lang: plan.lang,
      marks: [],
    },
    { stage: "staging", done: total, total },
  );
  if (!staged.ok) return staged;

  const names: NewName[] = draft.speakers.map((speaker, n) => ({
    id: id(`label/${n}`),
    subject: id(`speaker/${n}`),
    field: "label",
    words: speaker.label,
  }));
  if (plan.title) names.push({ id: id("title"), subject: source, field: "title", words: plan.title });
  const organisations = plan.organisations.map((made) => {
    const name = nameOf(id, made.id, made.name);
    names.push(name);
    return bodyOf(made.id, made.kind, name.id);
  });
  const participants = plan.participants.map((made) => {
    const name = made.name === null ? null : nameOf(id, made.id, made.name);
    if (name) names.push(name);
    return personOf(made.id, name?.id ?? null, made.organisation, made.seniority);
  });
  const give = items(id, person);
  give.command(
    "publish",
    {
      kind: "source.publish",
      organisations,
      participants,
      sources: [
        {
          id: source,
          kind: plan.source,
          revision,
          title: plan.title ? id("title") : null,
          organisation: plan.organisation,
          participant: plan.participant ?? null,
          guide: plan.guide,
          heldOn: plan.heldOn,
          minutes: plan.minutes,
          lang: plan.lang,
          original: original.id,
        },
      ],
      speakers: draft.speakers.map((speaker, n) => ({
        id: id(`speaker/${n}`),
        source,
        number: n + 1,
        label: id(`label/${n}`),
        participant: chosen.get(speaker.label)?.participant ?? null,
        interviewer: chosen.get(speaker.label)?.interviewer ?? false,
      })),
    },
    { names },
  );
  const ready = await ports.tell(work, { stage: "publishing", done: total, total });
  if (!ready.ok) return ready;
  const refused = refusalOf(await ports.publish(study, give.all()));
  if (refused) return refused;
  return yes({
    first: source,
    turns: draft.turns.length,
    speakers: draft.speakers.length,
    responses: 0,
    comments: 0,
    silent: 0,
    left: 0,
    unfinished: 0,
    organisations: plan.organisations.length,
    participants: plan.participants.length,
    questions: 0,
    known,
  });
}
