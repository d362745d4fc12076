/**
 * A project of other software on its way in: its texts are staged, and all else comes by one command.
 *
 * Rules: docs/spec/import.md, I40 to I46; docs/spec/refi.md, RF29 to RF36.
 */
import { Id } from "#lib/domain/field.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Brought, ProjectPlan } from "#lib/domain/import/plan.ts";
import type { Attribute } from "#lib/domain/import/sheet.ts";
import type { ProjectSeen } from "#lib/domain/project/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { fold } from "#lib/domain/tag/draft.ts";
import { kindOf } from "#lib/format/csv/kind.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import { rowsOf } from "#lib/format/import/staged.ts";
import { bringProject as gather } from "#lib/format/refi/bring/project.ts";
import type { BroughtProject } from "#lib/format/refi/bring/project.ts";
import type { BroughtText } from "#lib/format/refi/bring/sources.ts";
import { seenOf } from "#lib/format/refi/bring/seen.ts";
import type { OpenProject } from "#lib/format/refi/read/open.ts";
import { toldApart } from "./attributes.ts";
import { refusalOf } from "./items.ts";
import { originalOf } from "./original.ts";
import type { BringFault, BringPorts, LookPorts, Upload, Work } from "./ports.ts";

/** What a project would bring in, whatever the study has of it already. Faults: those of `gather`. */
export async function projectSeen(
  ports: Pick<LookPorts, "hasSource" | "say">,
  study: string,
  project: OpenProject,
): Promise<Result<ProjectSeen, ImportFault>> {
  const wish = { study, lang: "en", wordsLang: "en", kind: "document", cases: "participants", original: null } as const;
  const made = gather(project, wish, { tags: [], organisations: new Map() }, ports.say, idsOf(study));
  if (!made.ok) return made;
  const ids = project.sources.flatMap(({ guid }) => Id.safeParse(guid).data ?? []);
  return yes(seenOf(project, made.value, await ports.hasSource(study, ids)));
}

const AT_ONCE = 2_000_000; // characters that are staged in one transaction

export async function bringProject(
  ports: BringPorts,
  work: Work,
  upload: Upload,
  plan: ProjectPlan,
): Promise<Result<Brought, BringFault>> {
  const { study, person } = work;
  const begun = await ports.tell(work, { stage: "reading", done: 0, total: null });
  if (!begun.ok) return begun;
  const opened = await ports.read(upload.bytes, {});
  if (!opened.ok) return opened;
  if (opened.value.kind !== "project") return no({ code: "plan.stale" });

  const id = idsOf(plan.id);
  const original = originalOf(plan.id, upload);
  const known = await ports.holds(study, original.sha256);
  const organisations = new Map(
    (await ports.organisations(study)).flatMap((one) => one.names.map((name) => [fold(name), one.id] as const)),
  );
  const wish = {
    study,
    lang: plan.lang,
    wordsLang: plan.wordsLang,
    kind: plan.source,
    cases: plan.cases,
    original: original.id,
  };
  const made = gather(opened.value.project, wish, { tags: await ports.tags(study), organisations }, ports.say, id);
  if (!made.ok) return made;
  const { texts, command, phrases, names, counts, lost } = made.value;

  if (texts.length > 0) {
    const kept = await ports.keep(work, original);
    if (!kept.ok) return kept;
  }
  const staged = await stage(ports, work, made.value);
  if (!staged.ok) return staged;
  const ready = await ports.tell(work, { stage: "publishing", done: texts.length, total: texts.length });
  if (!ready.ok) return ready;
  const refused = refusalOf(await ports.publish(study, [{ cmdId: id("command"), person, command, phrases, names }]));
  if (refused) return refused;
  return yes({
    first: texts[0]?.source ?? null,
    turns: texts.reduce((sum, { turns }) => sum + turns.length, 0),
    speakers: command.speakers.length,
    responses: 0,
    comments: 0,
    silent: 0,
    left: 0,
    unfinished: 0,
    organisations: command.organisations.length,
    participants: command.participants.length,
    questions: 0,
    known,
    project: {
      sources: command.sources.length,
      quotes: command.quotes.length,
      tags: counts.tags,
      memos: command.memos.length,
      insights: command.insights.length,
      boards: command.boards.length,
      lost,
    },
  });
}

/** Stages texts, a few at a time, with what is known of each. */
async function stage(
  ports: BringPorts,
  work: Work,
  { texts, variables }: BroughtProject,
): Promise<Result<void, BringFault>> {
  const described = attributesOf(texts, variables);
  const numbers = described.size === 0 ? yes([]) : await ports.define(work, [...described.values()]);
  if (!numbers.ok) return numbers;
  const numberOf = new Map([...described.keys()].map((variable, at) => [variable, numbers.value[at] ?? 0]));
  let done = 0;
  for (const some of portions(texts)) {
    done += some.length;
    for (const [lang, own] of Map.groupBy(some, (text) => text.lang)) {
      const rows = rowsOf(
        own.map((text) => ({
          ...text,
          turns: text.turns.map((turn) => ({ ...turn, startMs: null, endMs: null, question: null })),
          values: Object.fromEntries(
            text.values.flatMap(({ variable, words }) => {
              const number = numberOf.get(variable);
              return number === undefined ? [] : [[number, words]];
            }),
          ),
        })),
      );
      const staged = await ports.stage(
        work,
        { ...rows, lang, marks: [] },
        { stage: "staging", done, total: texts.length },
      );
      if (!staged.ok) return staged;
    }
  }
  return yes(undefined);
}

function* portions(texts: readonly BroughtText[]): Generator<readonly BroughtText[]> {
  let some: BroughtText[] = [];
  let size = 0;
  for (const text of texts) {
    if (size + text.text.length > AT_ONCE && some.length > 0) {
      yield some;
      [some, size] = [[], 0];
    }
    some.push(text);
    size += text.text.length;
  }
  if (some.length > 0) yield some;
}

/** The variables that texts have values of, as what is known of sources. Values decide what kind they are, as in surveys (I99). */
function attributesOf(texts: readonly BroughtText[], names: ReadonlyMap<string, string>): Map<string, Attribute> {
  const all = Map.groupBy(
    texts.flatMap(({ values }) => values),
    ({ variable }) => variable,
  );
  return toldApart(
    [...all].map(([variable, values]) => {
      const name = names.get(variable) ?? "";
      const words = values.map((value) => value.words);
      return [variable, { name, kind: kindOf(words, new Set(words), name) }];
    }),
  );
}
