/**
 * A survey on its way in: every row a response, poured into the database portion by portion, published at once.
 *
 * Rules: docs/spec/import.md, I40 to I46 and I101 to I107.
 */
import type { Brought, SurveyPlan } from "#lib/domain/import/plan.ts";
import type { Attribute } from "#lib/domain/import/sheet.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { NewName } from "#lib/domain/study/outcome.ts";
import { fold } from "#lib/domain/tag/draft.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import type { Brief, SurveyHead } from "#lib/format/import/pour.ts";
import { toldApart } from "./attributes.ts";
import { bodyOf, items, nameOf, personOf, refusalOf } from "./items.ts";
import type { NewBody } from "./items.ts";
import { listed, sourcesOf } from "./known.ts";
import { originalOf } from "./original.ts";
import type { BringFault, BringPorts, OpenSurvey, Original, Upload, Work } from "./ports.ts";

const PUBLISH = 2000; // sources in one command

export async function bringSurvey(
  ports: BringPorts,
  work: Work,
  upload: Upload,
  plan: SurveyPlan,
): Promise<Result<Brought, BringFault>> {
  const begun = await ports.tell(work, { stage: "reading", done: 0, total: null });
  if (!begun.ok) return begun;
  const options = { as: plan.as, table: plan.table };
  const opened = await ports.survey(upload.bytes, options, { uses: plan.uses, blanks: plan.blanks });
  if (!opened.ok) return opened;
  if (opened.value === null) return no({ code: "plan.stale" });
  try {
    return await bringOpened(ports, work, originalOf(plan.id, upload), plan, opened.value);
  } finally {
    opened.value.close();
  }
}

async function bringOpened(
  ports: BringPorts,
  work: Work,
  original: Original,
  plan: SurveyPlan,
  survey: OpenSurvey,
): Promise<Result<Brought, BringFault>> {
  const { study } = work;
  const { head } = survey;
  const columns = plan.uses.flatMap((use, column) => (use === "question" ? [column] : []));
  const asked = new Map(plan.questions.map((question) => [question.column, question]));
  if (plan.uses.length !== head.headers.length || columns.some((column) => !asked.has(column)))
    return no({ code: "plan.stale" });

  const id = idsOf(plan.id);
  const known = await ports.holds(study, original.sha256);
  const leave = await before(ports, study, plan, head);
  const left = leave.size;
  if (!plan.unfinished) for (const row of head.unfinished) leave.add(row);
  const total = head.marks.length - leave.size;
  const counts = { known, left, unfinished: leave.size - left };
  if (total === 0) return yes({ ...NOTHING, ...counts });

  const kept = await ports.keep(work, original);
  if (!kept.ok) return kept;
  const guides = guideOf(plan, columns);
  const described = attributesOf(plan, head);
  const numbers = await ports.define(work, [...described.values()]);
  if (!numbers.ok) return numbers;
  const go = {
    plan: plan.id,
    leave,
    unfinished: new Set(head.unfinished),
    questions: new Map(columns.map((column) => [column, guides.questionOf(column)])),
    attributes: new Map([...described.keys()].map((column, at) => [column, numbers.value[at] ?? 0])),
  };
  const responses: Brief[] = [];
  for await (const portion of survey.pour(go)) {
    if (!portion.ok) return portion;
    const { briefs, ...texts } = portion.value;
    for (const brief of briefs) responses.push(brief);
    const marks = briefs.flatMap(({ row }) =>
      listed(head.marks[row]).map((mark) => ({ source: id(`source/${row}`), mark })),
    );
    const staged = await ports.stage(
      work,
      { ...texts, lang: plan.lang, marks },
      { stage: "staging", done: responses.length, total },
    );
    if (!staged.ok) return staged;
  }
  survey.close(); // publishing may take a while, and others have files to read

  const made = await publication(ports, work, original, plan, guides, responses);
  const ready = await ports.tell(work, { stage: "publishing", done: total, total });
  if (!ready.ok) return ready;
  const refused = refusalOf(await ports.publish(study, made.items));
  if (refused) return refused;
  const [first] = responses;
  return yes({
    ...counts,
    first: first ? id(`source/${first.row}`) : null,
    turns: responses.reduce((sum, { turns }) => sum + turns, 0),
    speakers: 0,
    responses: responses.length,
    comments: responses.reduce((sum, { comments }) => sum + comments, 0),
    silent: responses.filter(({ turns }) => turns === 0).length,
    organisations: made.organisations,
    participants: made.participants,
    questions: guides.made.length,
  });
}

const NOTHING: Omit<Brought, "known" | "left" | "unfinished"> = {
  first: null,
  turns: 0,
  speakers: 0,
  responses: 0,
  comments: 0,
  silent: 0,
  organisations: 0,
  participants: 0,
  questions: 0,
};

/** The rows that are in the study already. What this very plan has brought in is its own (I42), and no earlier wave's. */
async function before(
  ports: Pick<BringPorts, "marked">,
  study: string,
  plan: SurveyPlan,
  head: SurveyHead,
): Promise<Set<number>> {
  const leave = new Set<number>();
  if (plan.again) return leave;
  const id = idsOf(plan.id);
  const there = await ports.marked(study, head.marks.flatMap(listed));
  for (const [row, mark] of head.marks.entries())
    if (sourcesOf(there, mark).some(({ source }) => source !== id(`source/${row}`))) leave.add(row);
  return leave;
}

/** What is known of respondents besides their comments, by column. */
function attributesOf(plan: SurveyPlan, head: SurveyHead): Map<number, Attribute> {
  const columns = plan.uses.flatMap((use, column) => (use === "attribute" ? [column] : []));
  return toldApart(
    columns.map((column) => [
      column,
      { name: head.headers[column] || `${column + 1}`, kind: head.kinds[column] ?? "text" },
    ]),
  );
}

/** Which question each open column asks, and which of them are new. */
function guideOf(plan: SurveyPlan, columns: readonly number[]) {
  const id = idsOf(plan.id);
  const asked = new Map(plan.questions.map((question) => [question.column, question]));
  // The boxes of one question ("Aspect #1: …", "Aspect #2: …") ask the same words: they are one question.
  const boxes = new Map<string, number>();
  for (const column of columns) {
    const words = asked.get(column)?.words ?? "";
    if (asked.get(column)?.question === null && !boxes.has(words)) boxes.set(words, column);
  }
  return {
    made: [...boxes].map(([words, column]) => ({ words, column })),
    questions: new Set(columns),
    questionOf: (column: number) =>
      asked.get(column)?.question ?? id(`question/${boxes.get(asked.get(column)?.words ?? "") ?? column}`),
  };
}

/** The commands that let everybody see the responses, with their questions and who gave them. */
async function publication(
  ports: Pick<BringPorts, "organisations">,
  { study, person }: Work,
  original: Original,
  plan: SurveyPlan,
  guides: ReturnType<typeof guideOf>,
  responses: readonly Brief[],
) {
  const id = idsOf(plan.id);
  const give = items(id, person);
  for (const { words, column } of guides.made) {
    const phrase = { id: id(`asked/${column}`), lang: plan.wordsLang, words };
    give.command(
      `question/${column}`,
      { kind: "question.add", id: guides.questionOf(column), text: { lang: plan.wordsLang, phrase: phrase.id } },
      { phrases: [phrase] },
    );
  }
  const guide = plan.newGuide === null ? plan.guide : id("guide");
  if (plan.newGuide !== null) {
    const phrase = { id: id("guide-name"), lang: plan.wordsLang, words: plan.newGuide };
    give.command(
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
  if (guide !== null && guides.questions.size > 0) {
    const questions = [...new Set([...guides.questions].map(guides.questionOf))];
    give.command("ask", { kind: "guide.ask", guide, questions, on: true });
  }

  const bodies = new Map<string, string>(); // by name
  if (responses.some((response) => response.organisation !== null)) {
    for (const { id: one, names } of await ports.organisations(study))
      for (const name of names) bodies.set(fold(name), one);
  }
  const made = { organisations: 0, participants: 0 };
  for (let from = 0; from < responses.length; from += PUBLISH) {
    const some = responses.slice(from, from + PUBLISH);
    const names: NewName[] =
      plan.title && from === 0 ? [{ id: id("title"), subject: original.id, field: "title", words: plan.title }] : [];
    const organisations: NewBody[] = [];
    for (const { row, organisation } of some) {
      if (organisation === null || bodies.has(fold(organisation))) continue;
      const one = id(`organisation/${row}`);
      const name = nameOf(id, one, organisation);
      bodies.set(fold(organisation), one);
      names.push(name);
      organisations.push(bodyOf(one, "other", name.id));
    }
    const bodyFor = (name: string | null) => (name === null ? null : (bodies.get(fold(name)) ?? null));
    const participants = some.flatMap(({ row, respondent, organisation }) => {
      if (respondent === null) return [];
      const one = id(`participant/${row}`);
      const name = nameOf(id, one, respondent);
      names.push(name);
      return [personOf(one, name.id, bodyFor(organisation), null)];
    });
    made.organisations += organisations.length;
    made.participants += participants.length;
    give.command(
      `publish/${from}`,
      {
        kind: "source.publish",
        organisations,
        participants,
        sources: some.map(({ row, respondent, organisation }) => ({
          id: id(`source/${row}`),
          kind: "survey",
          revision: id(`revision/${row}`),
          title: plan.title ? id("title") : null,
          organisation: bodyFor(organisation),
          participant: respondent === null ? null : id(`participant/${row}`),
          guide,
          heldOn: plan.heldOn,
          minutes: null,
          lang: plan.lang,
          original: original.id,
        })),
        speakers: [],
      },
      { names },
    );
  }
  return { ...made, items: give.all() };
}
