/**
 * Bringing a file in: first a look at it, then all of it or nothing.
 *
 * The text and the original file are staged outside the study's clock, where nobody sees them, and then published
 * by one command. A plan that is sent again finds its own rows and makes nothing twice.
 * Knows nothing of Next or Prisma: the ports are handed in.
 *
 * Rules: docs/spec/import.md, I40 to I46 and I101 to I104.
 */
import { createHash } from "node:crypto";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Brought, Plan, PreviewOptions, SurveyPlan, TranscriptPlan } from "#lib/domain/import/plan.ts";
import type { Preview } from "#lib/domain/import/preview.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { Item, NewName, NewPhrase, Outcome } from "#lib/domain/study/outcome.ts";
import { commentsIn, responsesOf } from "#lib/format/csv/response.ts";
import type { Opened, OpenOptions } from "#lib/format/import/open.ts";
import type { Mark } from "#lib/format/import/mark.ts";
import { marksOf } from "#lib/format/import/mark.ts";
import type { Shown } from "#lib/format/import/shown.ts";

/** A file as it came, or pasted words as UTF-8. */
export type Upload = Readonly<{ name: string; type: string; bytes: Uint8Array }>;

export type StagedTurn = Readonly<{
  id: string;
  start: number;
  end: number;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  question: string | null;
}>;
export type StagedSource = Readonly<{
  source: string;
  revision: string;
  text: string;
  turns: readonly StagedTurn[];
  attributes: readonly Readonly<{ name: string; value: string }>[];
  marks: readonly string[];
}>;

export type StageFault = Readonly<{ code: "role.none" | "role.refused" | "study.missing" }>;
export type ImportPorts = Readonly<{
  /** What a file holds, all of it; apart from this thread, within limits. */
  read: (bytes: Uint8Array, options: OpenOptions) => Promise<Result<Opened, ImportFault>>;
  /** As much of it as a preview shows. */
  look: (bytes: Uint8Array, options: OpenOptions) => Promise<Result<Shown, ImportFault>>;
  /** Saves texts and the original in one transaction, asking there who may; what is staged already stays. */
  stage: (
    study: string,
    person: string,
    original: Upload & Readonly<{ id: string; sha256: Uint8Array }>,
    sources: readonly StagedSource[],
  ) => Promise<Result<void, StageFault>>;
  submit: (study: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** The study's organisations with the names that they go by. */
  organisations: (study: string) => Promise<readonly Readonly<{ id: string; names: readonly string[] }>[]>;
  /** Whether these very bytes belong to a source of the study. */
  holds: (study: string, sha256: Uint8Array) => Promise<boolean>;
  /** The study's sources that bear these marks, by mark. */
  marked: (
    study: string,
    marks: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Readonly<{ source: string; guide: string | null }>[]>>;
}>;

export type BringFault =
  | ImportFault
  | StageFault
  | Readonly<{ code: "plan.stale" }>
  | Readonly<{ code: "publish.refused"; because: string }>;

/** Reads a file and saves nothing. */
export async function preview(
  ports: Pick<ImportPorts, "look" | "holds" | "marked">,
  study: string,
  upload: Upload,
  wish: PreviewOptions,
): Promise<Result<Preview, ImportFault>> {
  const { options, as, table, respondent } = wish;
  const seen = await ports.look(upload.bytes, { ...options, as, table, respondent });
  if (!seen.ok) return seen;
  const known = await ports.holds(study, sha256(upload.bytes));
  if (seen.value.kind === "transcript") return yes({ ...seen.value, known });
  const { marks, ...survey } = seen.value;
  const there = await ports.marked(study, marks.flatMap(listed));
  const guides = marks.flatMap((mark) => sourcesOf(there, mark).slice(0, 1)).map(({ guide }) => guide);
  return yes({
    ...survey,
    known,
    already: guides.length,
    guide: guides.find((guide) => guide !== null) ?? null,
  });
}

/**
 * Brings a file in as planned.
 *
 * Faults: those of reading it; `role.*`; `plan.stale`, the plan speaks of speakers or columns that the file does not
 * have; `publish.refused`, the command was refused, and nothing of the file can be seen.
 */
export async function bring(
  ports: ImportPorts,
  study: string,
  person: string,
  upload: Upload,
  plan: Plan,
): Promise<Result<Brought, BringFault>> {
  return plan.kind === "transcript"
    ? bringTranscript(ports, study, person, upload, plan)
    : bringSurvey(ports, study, person, upload, plan);
}

async function bringTranscript(
  ports: ImportPorts,
  study: string,
  person: string,
  upload: Upload,
  plan: TranscriptPlan,
): Promise<Result<Brought, BringFault>> {
  const opened = await ports.read(upload.bytes, { ...plan.options, as: "transcript" });
  if (!opened.ok) return opened;
  if (opened.value.kind !== "transcript") return no({ code: "plan.stale" });
  const { draft } = opened.value;
  const chosen = new Map(plan.speakers.map((speaker) => [speaker.label, speaker]));
  if (draft.speakers.some((speaker) => !chosen.has(speaker.label))) return no({ code: "plan.stale" });

  const id = ids(plan.id);
  const source = id("source");
  const original = id("original");
  const revision = id("revision");
  const known = await ports.holds(study, sha256(upload.bytes));
  const staged = await ports.stage(study, person, { ...upload, id: original, sha256: sha256(upload.bytes) }, [
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
      attributes: [],
      marks: [],
    },
  ]);
  if (!staged.ok) return staged;

  const give = items(id, person);
  for (const made of plan.organisations) give.organisation(made.id, made.name, made.kind);
  for (const made of plan.participants) give.participant(made.id, made.name, made.organisation, made.seniority);
  const names: NewName[] = draft.speakers.map((speaker, n) => ({
    id: id(`label/${n}`),
    subject: id(`speaker/${n}`),
    field: "label",
    words: speaker.label,
  }));
  if (plan.title) names.push({ id: id("title"), subject: source, field: "title", words: plan.title });
  give.command(
    "publish",
    {
      kind: "source.publish",
      sources: [
        {
          id: source,
          kind: plan.source,
          revision,
          title: plan.title ? id("title") : null,
          organisation: plan.organisation,
          participant: null,
          guide: plan.guide,
          heldOn: plan.heldOn,
          minutes: plan.minutes,
          lang: plan.lang,
          original,
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
  const refused = firstRefusal(await ports.submit(study, give.all()));
  if (refused) return no({ code: "publish.refused", because: refused });
  return yes({
    sources: [source],
    turns: draft.turns.length,
    speakers: draft.speakers.length,
    responses: 0,
    comments: 0,
    silent: 0,
    left: 0,
    organisations: plan.organisations.length,
    participants: plan.participants.length,
    questions: 0,
    known,
  });
}

async function bringSurvey(
  ports: ImportPorts,
  study: string,
  person: string,
  upload: Upload,
  plan: SurveyPlan,
): Promise<Result<Brought, BringFault>> {
  const opened = await ports.read(upload.bytes, { as: plan.as, table: plan.table });
  if (!opened.ok) return opened;
  if (opened.value.kind !== "survey") return no({ code: "plan.stale" });
  const { sheet } = opened.value;
  const columns = plan.uses.flatMap((use, column) => (use === "question" ? [column] : []));
  const asked = new Map(plan.questions.map((question) => [question.column, question]));
  if (plan.uses.length !== sheet.headers.length || columns.some((column) => !asked.has(column)))
    return no({ code: "plan.stale" });

  const id = ids(plan.id);
  const sha = sha256(upload.bytes);
  const known = await ports.holds(study, sha);
  const respondent = plan.uses.indexOf("respondent");
  const marks = marksOf(sheet, respondent < 0 ? null : respondent);
  const there = plan.again ? new Map() : await ports.marked(study, marks.flatMap(listed));
  const all = responsesOf(sheet, plan.uses, plan.blanks);
  // What this very plan has brought in already is its own (I42), and not an earlier wave's.
  const responses = all.filter(({ row }) => {
    const mark = marks[row];
    return !mark || sourcesOf(there, mark).every(({ source }) => source === id(`source/${row}`));
  });
  const left = all.length - responses.length;
  if (responses.length === 0) return yes({ ...NOTHING, left, known });
  const original = id("original");
  // The boxes of one question ("Aspect #1: …", "Aspect #2: …") ask the same words: they are one question.
  const boxes = new Map<string, number>();
  for (const column of columns) {
    const words = asked.get(column)?.words ?? "";
    if (asked.get(column)?.question === null && !boxes.has(words)) boxes.set(words, column);
  }
  const questionOf = (column: number) =>
    asked.get(column)?.question ?? id(`question/${boxes.get(asked.get(column)?.words ?? "") ?? column}`);

  // Questions first: a turn may only name one that is there.
  const before = items(id, person);
  const made = [...boxes.values()];
  for (const column of made) {
    const phrase = { id: id(`asked/${column}`), lang: plan.wordsLang, words: asked.get(column)?.words ?? "" };
    before.command(
      `question/${column}`,
      { kind: "question.add", id: questionOf(column), text: { lang: plan.wordsLang, phrase: phrase.id } },
      { phrases: [phrase] },
    );
  }
  const guide = plan.newGuide === null ? plan.guide : id("guide");
  if (plan.newGuide !== null) {
    const phrase = { id: id("guide-name"), lang: plan.wordsLang, words: plan.newGuide };
    before.command(
      "guide",
      {
        kind: "guide.add",
        id: id("guide"),
        fields: { kind: "survey", minutes: null },
        name: { lang: plan.wordsLang, phrase: phrase.id },
      },
      { phrases: [phrase] },
    );
  }
  if (guide !== null && columns.length > 0)
    before.command("ask", { kind: "guide.ask", guide, questions: [...new Set(columns.map(questionOf))], on: true });
  const unasked = firstRefusal(before.all().length === 0 ? [] : await ports.submit(study, before.all()));
  if (unasked) return no({ code: "publish.refused", because: unasked });

  const staged = await stageResponses();
  if (!staged.ok) return staged;

  const give = items(id, person);
  const organisations = new Map<string, string>();
  const makes = { organisations: 0, participants: 0 };
  const folded = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  if (responses.some((response) => response.organisation !== null)) {
    for (const { id: one, names } of await ports.organisations(study))
      for (const name of names) organisations.set(folded(name), one);
  }
  for (const response of responses) {
    if (response.organisation === null || organisations.has(folded(response.organisation))) continue;
    const one = id(`organisation/${response.row}`);
    organisations.set(folded(response.organisation), one);
    give.organisation(one, response.organisation, "other");
    makes.organisations += 1;
  }
  const organisationOf = (name: string | null) => (name === null ? null : (organisations.get(folded(name)) ?? null));
  for (const response of responses) {
    if (response.respondent === null) continue;
    give.participant(
      id(`participant/${response.row}`),
      response.respondent,
      organisationOf(response.organisation),
      null,
    );
    makes.participants += 1;
  }
  for (let from = 0; from < responses.length; from += PUBLISH) {
    const names: NewName[] =
      plan.title && from === 0 ? [{ id: id("title"), subject: original, field: "title", words: plan.title }] : [];
    give.command(
      `publish/${from}`,
      {
        kind: "source.publish",
        sources: responses.slice(from, from + PUBLISH).map((response) => ({
          id: id(`source/${response.row}`),
          kind: "survey",
          revision: id(`revision/${response.row}`),
          title: plan.title ? id("title") : null,
          organisation: organisationOf(response.organisation),
          participant: response.respondent === null ? null : id(`participant/${response.row}`),
          guide,
          heldOn: plan.heldOn,
          minutes: null,
          lang: plan.lang,
          original,
        })),
        speakers: [],
      },
      { names },
    );
  }
  const refused = firstRefusal(await ports.submit(study, give.all()));
  if (refused) return no({ code: "publish.refused", because: refused });
  return yes({
    sources: responses.map((response) => id(`source/${response.row}`)),
    turns: responses.reduce((sum, response) => sum + response.turns.length, 0),
    speakers: 0,
    responses: responses.length,
    comments: commentsIn(responses),
    silent: responses.filter((response) => response.turns.length === 0).length,
    left,
    ...makes,
    questions: made.length,
    known,
  });

  /** Stages every response; where that fails, takes back the questions that were made for it. */
  async function stageResponses(): Promise<Result<void, StageFault>> {
    const takeBack = async () => {
      const back = items(id, person);
      if (plan.newGuide !== null) back.command("unguide", { kind: "guide.remove", id: id("guide") });
      for (const column of made)
        back.command(`unquestion/${column}`, { kind: "question.remove", id: questionOf(column) });
      if (back.all().length > 0) await ports.submit(study, back.all());
    };
    try {
      const done = await ports.stage(
        study,
        person,
        { ...upload, id: original, sha256: sha },
        responses.map((response) => ({
          source: id(`source/${response.row}`),
          revision: id(`revision/${response.row}`),
          text: response.text,
          turns: response.turns.map((turn, n) => ({
            id: id(`turn/${response.row}/${n}/${turn.column}`),
            start: turn.start,
            end: turn.end,
            speaker: null,
            startMs: null,
            endMs: null,
            question: questionOf(turn.column),
          })),
          attributes: response.attributes.map(({ column, value }) => ({
            name: sheet.headers[column] || `${column + 1}`,
            value,
          })),
          marks: listed(marks[response.row]),
        })),
      );
      if (!done.ok) await takeBack();
      return done;
    } catch (error) {
      await takeBack();
      throw error;
    }
  }
}

const PUBLISH = 2000; // sources in one command

const NOTHING: Brought = {
  sources: [],
  turns: 0,
  speakers: 0,
  responses: 0,
  comments: 0,
  silent: 0,
  left: 0,
  organisations: 0,
  participants: 0,
  questions: 0,
  known: false,
};

/** A response's marks, the respondent's first. */
function listed(mark: Mark | undefined): string[] {
  return mark ? [...(mark.respondent === null ? [] : [mark.respondent]), mark.row] : [];
}

function sourcesOf(there: Awaited<ReturnType<ImportPorts["marked"]>>, mark: Mark) {
  return listed(mark).flatMap((one) => there.get(one) ?? []);
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** Ids that follow from the plan's own: version 8 (RFC 9562, 5.8), by SHA-256. */
function ids(plan: string): (what: string) => string {
  return (what) => {
    const hex = createHash("sha256").update(`${plan}/${what}`).digest("hex");
    const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** Gathers commands with the words that they bring along. */
function items(id: (what: string) => string, person: string) {
  const list: Item[] = [];
  let people = 0;
  let shelf: NewName[] = [];
  // Names of fifty travel with the first of them: sealed together, they cost one round to the database and not fifty.
  const carried = (words: readonly NewName[]): readonly NewName[] => {
    const first = people % 50 === 0;
    people += 1;
    if (first) shelf = [];
    shelf.push(...words);
    return first ? shelf : [];
  };
  const command = (
    what: string,
    command: Plain,
    words: { names?: readonly NewName[]; phrases?: readonly NewPhrase[] } = {},
  ) =>
    list.push({
      cmdId: id(`command/${what}`),
      person,
      command,
      phrases: words.phrases ?? [],
      names: words.names ?? [],
    });
  return {
    command,
    organisation(one: string, name: string, kind: Extract<Plain, { kind: "organisation.add" }>["fields"]["kind"]) {
      const words: NewName = { id: id(`name/${one}`), subject: one, field: "name", words: name };
      command(
        `organisation/${one}`,
        {
          kind: "organisation.add",
          id: one,
          fields: { kind, region: null, named: false, namedOn: null, name: words.id, aliases: null },
        },
        { names: carried([words]) },
      );
    },
    participant(
      one: string,
      name: string | null,
      organisation: string | null,
      seniority: "leader" | "practitioner" | null,
    ) {
      const words: NewName[] =
        name === null ? [] : [{ id: id(`name/${one}`), subject: one, field: "name", words: name }];
      command(
        `participant/${one}`,
        {
          kind: "participant.add",
          id: one,
          fields: { organisation, seniority, consent: "verbatim", name: words[0]?.id ?? null, contact: null },
          role: null,
        },
        { names: carried(words) },
      );
    },
    all: () => list,
  };
}

function firstRefusal(outcomes: readonly Outcome[]): string | null {
  for (const outcome of outcomes)
    if ("refused" in outcome && typeof outcome.refused === "string") return outcome.refused;
  return null;
}
