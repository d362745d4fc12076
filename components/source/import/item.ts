/**
 * One file on its way in, as the screen holds it: what was found, and what the person decided.
 *
 * Decisions are kept apart from what was found, so that another look at the file keeps them.
 */
import type { ImportJob } from "#lib/domain/job/shape.ts";
import { isGoing } from "#lib/domain/job/shape.ts";
import type { Told } from "#lib/client/import/send.ts";
import type { DraftOptions } from "#lib/domain/import/draft.ts";
import type { As, Brought, NewOrganisation, NewParticipant, Plan } from "#lib/domain/import/plan.ts";
import type { Preview } from "#lib/domain/import/preview.ts";
import type { Column, ColumnUse, TableOptions } from "#lib/domain/import/sheet.ts";
import type { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import type { Seniority } from "#lib/domain/participant/shape.ts";
import type { CasesAs } from "#lib/domain/project/shape.ts";

export type Speaker = Readonly<{ name: string; participant: string | null; interviewer: boolean }>;

export type Item = Readonly<{
  id: string; // also the plan's
  name: string;
  body: Blob;
  as: As | undefined;
  options: DraftOptions;
  table: TableOptions;
  phase: "reading" | "ready" | "faulty" | "saving" | "done";
  preview: Preview | null;
  fault: Told | null; // why it cannot be read, or was not brought in
  brought: Brought | null;
  sent: boolean; // the job has begun, and is known by the item's id
  cancelled: boolean; // by the person, before it was in
  title: string;
  kind: "interview" | "note" | "document";
  organisation: string | null;
  heldOn: string;
  minutes: number | null;
  guide: string | null; // "new": a new guide for this survey
  guideName: string;
  lang: string;
  wordsLang: "en" | "cy"; // of what is written about a project, where it does not say
  cases: CasesAs; // what those of a project are
  speakers: Readonly<Record<string, Speaker>>; // by the label that the file has
  organisations: readonly NewOrganisation[];
  participants: readonly NewParticipant[];
  uses: readonly ColumnUse[];
  blanks: readonly string[];
  again: boolean; // also the responses that are in already
  unfinished: boolean; // also the responses that were never sent off
  questions: Readonly<Record<number, string | null>>; // by column; null: a new question
}>;

/** What the study offers to link to. */
export type Choice = Readonly<{ id: string; label: string }>;
export type Choices = Readonly<{
  lang: "en" | "cy";
  participants: readonly Choice[];
  organisations: readonly Choice[];
  guides: readonly (Choice & Readonly<{ kind: "interview" | "survey"; minutes: number | null }>)[];
  questions: readonly Choice[];
}>;

/** What a person says of someone whom the study does not know yet. */
export type NewPerson = Readonly<{
  name: string;
  seniority: Seniority | null;
  organisation: string | null;
  made: Readonly<{ name: string; kind: OrganisationKind }> | null; // an organisation to make with them
}>;

export function begin(name: string, body: Blob, as: As | undefined, lang: "en" | "cy"): Item {
  return {
    id: crypto.randomUUID(),
    name,
    body,
    as,
    options: {},
    table: {},
    phase: "reading",
    preview: null,
    fault: null,
    brought: null,
    sent: false,
    cancelled: false,
    title: name.replace(/\.[A-Za-z0-9]{1,5}$/, ""),
    kind: "interview",
    organisation: null,
    heldOn: "",
    minutes: null,
    guide: null,
    guideName: "",
    lang,
    wordsLang: lang,
    cases: "participants",
    speakers: {},
    organisations: [],
    participants: [],
    uses: [],
    blanks: [],
    again: false,
    unfinished: true,
    questions: {},
  };
}

/**
 * Takes up what was found; what the person has decided already stays.
 *
 * A later wave of a survey (I102) is offered the guide of the earlier one, and questions that the study asks already
 * in the same words.
 */
export function found(item: Item, preview: Preview, choices: Pick<Choices, "questions" | "guides">): Item {
  if (preview.kind === "project") return { ...item, phase: "ready", preview, fault: null };
  if (preview.kind === "transcript") {
    const last = preview.draft.turns.reduce((most, turn) => Math.max(most, turn.endMs ?? turn.startMs ?? 0), 0);
    const speakers = Object.fromEntries(
      preview.draft.speakers.map(({ label, interviewer }) => [
        label,
        item.speakers[label] ?? { name: label, participant: null, interviewer },
      ]),
    );
    return {
      ...item,
      phase: "ready",
      preview,
      fault: null,
      speakers,
      minutes: item.minutes ?? (last >= 60_000 ? Math.min(1440, Math.round(last / 60_000)) : null),
    };
  }
  const same = item.uses.length === preview.sheet.columns.length;
  return {
    ...item,
    phase: "ready",
    preview,
    fault: null,
    uses: same ? item.uses : preview.sheet.columns.map((column) => column.use),
    blanks: same ? item.blanks : preview.sheet.blanks.map((blank) => blank.value),
    guide: item.guide ?? (choices.guides.some(({ id }) => id === preview.guide) ? preview.guide : "new"),
    questions: same ? item.questions : asked(preview.sheet.columns, choices.questions),
    guideName: item.guideName || item.title,
  };
}

function asked(columns: readonly Column[], questions: readonly Choice[]): Record<number, string> {
  const folded = (words: string) => words.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const known = new Map(questions.map(({ id, label }) => [folded(label), id]));
  return Object.fromEntries(
    columns.flatMap(({ index, asks }) => {
      const id = asks === "" ? undefined : known.get(folded(asks));
      return id === undefined ? [] : [[index, id]];
    }),
  );
}

/** How many responses a plan would bring in. */
export function coming(item: Item): number {
  if (item.preview?.kind !== "survey") return 0;
  const { total, already, unfinished } = item.preview;
  const unsent = item.unfinished ? 0 : item.again ? unfinished.all : unfinished.fresh;
  return total - (item.again ? 0 : already) - unsent;
}

/** The order that the server gets. Only for an item with a preview. */
export function planOf(item: Item, choices: Choices, unnamed: (column: number) => string): Plan | null {
  const { preview } = item;
  if (!preview) return null;
  if (preview.kind === "project") {
    const { id, lang, wordsLang, kind, cases } = item;
    return { id, kind: "project", lang, wordsLang, source: kind, cases };
  }
  const common = { id: item.id, title: item.title.trim() || null, lang: item.lang, heldOn: item.heldOn || null };
  if (preview.kind === "transcript") {
    const speakers = Object.entries(item.speakers);
    const rename = speakers.flatMap(([from, { name }]) =>
      name.trim() && name.trim() !== from ? [{ from, to: name.trim() }] : [],
    );
    return {
      ...common,
      kind: "transcript",
      options: { ...item.options, ...(rename.length > 0 ? { rename } : {}) },
      source: item.kind,
      minutes: item.minutes,
      guide: item.guide === "new" ? null : item.guide,
      organisation: item.organisation,
      speakers: speakers.map(([from, { name, participant, interviewer }]) => ({
        label: name.trim() || from,
        participant,
        interviewer,
      })),
      organisations: item.organisations.slice(),
      participants: item.participants.slice(),
    };
  }
  return {
    ...common,
    kind: "survey",
    as: item.as === "comments" ? "comments" : "survey",
    table: item.table,
    again: item.again,
    unfinished: item.unfinished,
    uses: item.uses.slice(),
    blanks: item.blanks.slice(),
    guide: item.guide === "new" ? null : item.guide,
    newGuide: item.guide === "new" ? item.guideName.trim() || item.title.trim() || item.name : null,
    wordsLang: choices.lang,
    questions: item.uses.flatMap((use, column) =>
      use === "question"
        ? [
            {
              column,
              question: item.questions[column] ?? null,
              words: preview.sheet.columns[column]?.asks.trim() || unnamed(column),
            },
          ]
        : [],
    ),
  };
}

/** What becomes of an item as its job goes on; the same item where nothing does. */
export function followed(item: Item, jobs: readonly ImportJob[]): Item {
  if (item.phase !== "saving" || !item.sent) return item;
  const job = jobs.find(({ id }) => id === item.id);
  if (!job || isGoing(job)) return item;
  const over = { ...item, sent: false };
  if (job.state === "done") return { ...over, phase: "done", brought: job.result };
  if (job.state === "cancelled") return { ...over, phase: "ready", cancelled: true };
  return { ...over, phase: "ready", fault: job.fault ?? { code: "server.failed" } };
}

/** Nothing more to decide before it can be brought in. */
export function isReady(item: Item): boolean {
  if (item.phase !== "ready" || !item.preview) return false;
  if (item.preview.kind === "project") {
    const { merged: _, cases, ...counts } = item.preview.project.counts;
    return Object.values(counts).some((count) => count > 0) || (cases > 0 && item.cases !== "none");
  }
  return item.preview.kind === "transcript" || (item.uses.includes("question") && coming(item) > 0);
}
