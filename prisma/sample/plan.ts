/**
 * The sample study as what the app itself would do to make it: files that are read by its own import,
 * and commands with the words that they refer to.
 *
 * Pure but for the files beside it. A quote whose words do not stand exactly once in its source is a bug
 * in the content and throws.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { open } from "#lib/format/import/open.ts";
import { responsesOf } from "#lib/format/csv/response.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { Attribute } from "#lib/domain/import/sheet.ts";
import type { Command, Internal } from "#lib/domain/study/command.ts";
import type { NewName, NewPhrase } from "#lib/domain/study/outcome.ts";
import { propose } from "#lib/domain/passage/propose.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import { REPORT_FIELDS } from "#lib/domain/study/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import { TAGS, THEMES } from "./content/codebook.ts";
import { FINDINGS } from "./content/findings.ts";
import { GUIDES, QUESTIONS } from "./content/guide.ts";
import { ABOUT_ORGANISATIONS, ABOUT_PEOPLE, TERMS } from "./content/identifiers.ts";
import { INSIGHTS } from "./content/insights.ts";
import { ORGANISATIONS, PEOPLE } from "./content/people.ts";
import { QUOTES } from "./content/quotes.ts";
import { RESPONSES, SURVEY_COLUMNS, TRANSCRIPTS } from "./content/sources.ts";
import { STUDY } from "./content/study.ts";
import type { Both } from "./content/wording.ts";
import { idOf } from "./id.ts";
import { layOut } from "./layout.ts";

/** The sample study's own id, on every installation. */
export const SAMPLE = idOf("study");
/** The account in whose name it is made; nobody can sign in with it. */
export const AUTHOR = idOf("author");

const HOME = path.join(import.meta.dirname);

type PlannedFile = Readonly<{ id: string; name: string; type: string; sha256: Uint8Array; bytes: Uint8Array }>;

/** A text with its turns, as import stages it. Offsets are code points, `end` exclusive; times milliseconds. */
type PlannedText = Readonly<{
  /** The file that it came from. */
  file: string;
  source: string;
  revision: string;
  lang: Lang;
  text: string;
  turns: readonly Readonly<{
    id: string;
    start: number;
    end: number;
    speaker: string | null;
    startMs: number | null;
    endMs: number | null;
    question: string | null;
  }>[];
  /** By column. */
  values: Readonly<Record<number, string>>;
}>;

export type PlannedCommand = Readonly<{
  cmdId: string;
  command: Command | Internal;
  phrases: readonly NewPhrase[];
  names: readonly NewName[];
}>;

export type Plan = Readonly<{
  files: readonly PlannedFile[];
  texts: readonly PlannedText[];
  /** What the survey's columns tell of respondents, besides their comments. */
  attributes: readonly Readonly<{ column: number; attribute: Attribute }>[];
  /** Before the texts are staged: the study, its people and its guide. */
  before: readonly PlannedCommand[];
  /** And once they are: sources, quotes, themes, findings, decisions. */
  after: readonly PlannedCommand[];
}>;

/** Collects commands and the words that each carries. */
class Script {
  readonly commands: PlannedCommand[] = [];
  private phrases: NewPhrase[] = [];
  private names: NewName[] = [];

  phrase(lang: Lang, words: string, ...key: readonly string[]): string {
    const id = idOf("phrase", lang, ...key);
    this.phrases.push({ id, lang, words });
    return id;
  }

  name(field: NewName["field"], words: string, subject: string): string {
    const id = idOf("name", field, subject);
    this.names.push({ id, subject, field, words });
    return id;
  }

  say(command: Command | Internal, ...key: readonly (string | number)[]): void {
    this.commands.push({
      cmdId: idOf("command", command.kind, ...key),
      command,
      phrases: this.phrases,
      names: this.names,
    });
    this.phrases = [];
    this.names = [];
  }

  /** Sets a text slot in one language. */
  word(subject: string, field: Field, lang: Lang, words: string): void {
    const phrase = this.phrase(lang, words, subject, field);
    this.say({ kind: "wording.set", subject, field, lang, phrase, was: null }, subject, field, lang);
  }

  both(subject: string, field: Field, { en, cy }: Both): void {
    this.word(subject, field, "en", en);
    this.word(subject, field, "cy", cy);
  }
}

export async function plan(): Promise<Plan> {
  const { files, texts, attributes } = await readSources();
  return { files, texts, attributes, before: beginning(), after: [...sources(files, texts), ...analysis(texts)] };
}

const board = idOf("board");
const organisation = (key: string) => idOf("organisation", key);
const participant = (key: string) => idOf("participant", key);
const question = (key: string) => idOf("question", key);
const guide = (key: string) => idOf("guide", key);
const source = (key: string) => idOf("source", key);
const revision = (key: string) => idOf("revision", key);
const speaker = (file: string, at: number) => idOf("speaker", file, at);

function beginning(): PlannedCommand[] {
  const script = new Script();
  const title = script.phrase("en", STUDY.title.en, SAMPLE, "title");
  const guides = GUIDES.map(({ key, kind, minutes }) => ({ id: guide(key), kind, minutes }));
  script.say({
    kind: "study.found",
    study: SAMPLE,
    lang: "en",
    owner: AUTHOR,
    title: { lang: "en", phrase: title },
    board,
    guides,
  });
  script.word(SAMPLE, "title", "cy", STUDY.title.cy);
  for (const field of REPORT_FIELDS) {
    script.both(SAMPLE, field, STUDY[field]);
  }
  for (const { key, text } of QUESTIONS) {
    const phrase = script.phrase("en", text.en, question(key));
    script.say({ kind: "question.add", id: question(key), text: { lang: "en", phrase } }, key);
    script.word(question(key), "text", "cy", text.cy);
  }
  for (const { key, name, asks } of GUIDES) {
    script.both(guide(key), "name", name);
    script.say({ kind: "guide.ask", guide: guide(key), questions: asks.map(question), on: true }, key);
  }
  for (const { key, name, aliases, kind, region, namedOn } of ORGANISATIONS) {
    const id = organisation(key);
    const fields = {
      kind,
      region,
      named: namedOn !== null,
      namedOn,
      name: script.name("name", name, id),
      aliases: script.name("aliases", aliases.join("\n"), id),
    };
    script.say({ kind: "organisation.add", id, fields }, key);
  }
  for (const person of PEOPLE) {
    const id = participant(person.key);
    const fields = {
      organisation: organisation(person.organisation),
      seniority: person.seniority,
      consent: "verbatim",
      name: person.name === null ? null : script.name("name", person.name, id),
      contact: null,
    } as const;
    const phrase = script.phrase("en", person.role.en, id, "role");
    script.say({ kind: "participant.add", id, fields, role: { lang: "en", phrase } }, person.key);
    script.word(id, "role", "cy", person.role.cy);
  }
  return script.commands;
}

async function readSources(): Promise<{
  files: PlannedFile[];
  texts: PlannedText[];
  attributes: { column: number; attribute: Attribute }[];
}> {
  const files: PlannedFile[] = [];
  const texts: PlannedText[] = [];
  const keep = async (folder: string, name: string, type: string) => {
    const bytes = await readFile(path.join(HOME, folder, name));
    files.push({ id: idOf("file", name), name, type, sha256: createHash("sha256").update(bytes).digest(), bytes });
    return bytes;
  };
  for (const { file, speakers, lang } of TRANSCRIPTS) {
    const opened = await open(await keep("transcripts", `${file}.txt`, "text/plain"), { as: "transcript" });
    if (!opened.ok || opened.value.kind !== "transcript")
      throw new Error(`sample: ${file} is not read as a transcript`);
    const { draft } = opened.value;
    const labels = draft.speakers.map(({ label }) => label);
    if (labels.toSorted().join() !== Object.keys(speakers).toSorted().join())
      throw new Error(`sample: other speakers in ${file}`);
    const turns = draft.turns.map((turn, n) => ({
      ...turn,
      id: idOf("turn", file, n),
      speaker: turn.speaker === null ? null : speaker(file, Object.keys(speakers).indexOf(labels[turn.speaker] ?? "")),
      question: null,
    }));
    texts.push({
      file: idOf("file", `${file}.txt`),
      source: source(file),
      revision: revision(file),
      lang,
      text: draft.text,
      turns,
      values: {},
    });
  }
  const opened = await open(await keep("", "survey.csv", "text/csv"), { as: "survey" });
  if (!opened.ok || opened.value.kind !== "survey") throw new Error("sample: survey.csv is not read as a survey");
  const { sheet } = opened.value;
  const uses = SURVEY_COLUMNS.map(({ as }) => as);
  for (const response of responsesOf(sheet, uses, ["n/a"])) {
    const key = `survey-${response.row + 1}`;
    texts.push({
      file: idOf("file", "survey.csv"),
      source: source(key),
      revision: revision(key),
      lang: RESPONSES.find(({ row }) => row === response.row + 1)?.lang ?? "en",
      text: response.text,
      turns: response.turns.map(({ start, end, column }) => {
        const use = SURVEY_COLUMNS[column];
        const asked = use?.as === "question" ? question(use.question) : null;
        return {
          id: idOf("turn", key, column),
          start,
          end,
          speaker: null,
          startMs: null,
          endMs: null,
          question: asked,
        };
      }),
      values: Object.fromEntries(response.attributes.map(({ column, value }) => [column, value])),
    });
  }
  const attributes = sheet.columns.flatMap(({ index, heading, kind }) =>
    uses[index] === "attribute" ? [{ column: index, attribute: { name: heading, kind, nth: 1 } }] : [],
  );
  return { files, texts, attributes };
}

function sources(files: readonly PlannedFile[], texts: readonly PlannedText[]): PlannedCommand[] {
  const script = new Script();
  const fileOf = (name: string) => files.find((file) => file.name === name)?.id ?? null;
  for (const { file, title, minutes, heldOn, lang, speakers, ...at } of TRANSCRIPTS) {
    const id = source(file);
    script.say(
      {
        kind: "source.publish",
        sources: [
          {
            id,
            kind: "interview",
            revision: revision(file),
            title: script.name("title", title, id),
            organisation: organisation(at.organisation),
            participant: null,
            guide: guide(at.guide),
            heldOn,
            minutes,
            lang,
            original: fileOf(`${file}.txt`),
          },
        ],
        speakers: Object.entries(speakers).map(([label, person], n) => ({
          id: speaker(file, n),
          source: id,
          number: n + 1,
          label: script.name("label", label, speaker(file, n)),
          participant: person === null ? null : participant(person),
          interviewer: person === null,
        })),
      },
      file,
    );
  }
  if (texts.length !== TRANSCRIPTS.length + RESPONSES.length) throw new Error("sample: the survey has other rows");
  script.say({
    kind: "source.publish",
    sources: RESPONSES.map((response) => {
      const key = `survey-${response.row}`;
      return {
        id: source(key),
        kind: "survey" as const,
        revision: revision(key),
        title: null,
        organisation: organisation(response.organisation),
        participant: participant(response.person),
        guide: guide("survey"),
        heldOn: response.submitted,
        minutes: null,
        lang: response.lang,
        original: fileOf("survey.csv"),
      };
    }),
    speakers: [],
  });
  return script.commands;
}

function analysis(texts: readonly PlannedText[]): PlannedCommand[] {
  const script = new Script();
  const { themes, cards } = layOut();
  const tag = (key: string) => idOf("tag", key);
  const theme = (key: string | null) => (key === null ? null : idOf("theme", key));
  const quote = (key: string) => idOf("quote", key);

  for (const { key, hue, name } of TAGS) {
    const phrase = script.phrase("en", name.en, tag(key), "name");
    script.say({ kind: "tag.add", id: tag(key), parent: null, hue, name: { lang: "en", phrase } }, key);
    script.word(tag(key), "name", "cy", name.cy);
  }
  script.both(board, "name", { en: "Analysis", cy: "Dadansoddi" });
  for (const { key, parent, hue, status, name, definition } of THEMES) {
    const id = idOf("theme", key);
    const box = themes.get(key);
    if (!box) throw new Error(`sample: no place for theme ${key}`);
    const phrase = script.phrase("en", name.en, id, "name");
    script.say(
      {
        kind: "theme.make",
        id,
        board,
        parent: theme(parent),
        ...box,
        hue,
        name: { lang: "en", phrase },
        cards: [],
        themes: [],
      },
      key,
    );
    script.word(id, "name", "cy", name.cy);
    if (definition) script.both(id, "definition", definition);
    if (status !== "candidate") script.say({ kind: "theme.set", id, fields: { status } }, key);
  }
  for (const text of texts) link(script, text);
  for (const { key, source: from, words, tags, theme: within } of QUOTES) {
    const text = texts.find((item) => item.source === source(from));
    if (!text) throw new Error(`sample: quote ${key} has no source`);
    const place = cards.get(`quote/${key}`);
    const card = place ? { id: idOf("card", "quote", key), board, theme: theme(within), ...place } : null;
    const span = { source: text.source, revision: text.revision, ...spanOf(text.text, words, key) };
    script.say({ kind: "quote.make", id: quote(key), ...span, tags: tags.map(tag), newTags: [], card }, key);
  }
  for (const { key, theme: within, lang, body } of INSIGHTS) {
    const id = idOf("insight", key);
    const place = cards.get(`insight/${key}`);
    if (!place) throw new Error(`sample: no place for insight ${key}`);
    const phrase = script.phrase(lang, body, id, "body");
    const card = { id: idOf("card", "insight", key), board, theme: theme(within), ...place };
    script.say({ kind: "insight.write", id, body: { lang, phrase }, card }, key);
  }
  for (const { key, status, themes: about, statement, supports, contradicts } of FINDINGS) {
    const id = idOf("finding", key);
    const phrase = script.phrase("en", statement.en, id, "statement");
    const of = about.map((name) => idOf("theme", name));
    script.say({ kind: "finding.add", id, themes: of, statement: { lang: "en", phrase } }, key);
    script.word(id, "statement", "cy", statement.cy);
    script.say({ kind: "finding.cite", finding: id, quotes: supports.map(quote), stance: "supports" }, key, "supports");
    script.say(
      { kind: "finding.cite", finding: id, quotes: contradicts.map(quote), stance: "contradicts" },
      key,
      "contradicts",
    );
    if (status !== "draft") script.say({ kind: "finding.set", id, fields: { status } }, key);
  }
  decisions(script);
  return script.commands;
}

/** Links an interview to the questions of its guide, where its interviewer asks them, as somebody would who takes what is proposed. */
function link(script: Script, { source: id, revision: text, turns, text: words }: PlannedText): void {
  const about = TRANSCRIPTS.find(({ file }) => source(file) === id);
  if (!about) return;
  const asks = GUIDES.find(({ key }) => key === about.guide)?.asks ?? [];
  const asked = QUESTIONS.filter(({ key }) => asks.includes(key)).map(({ key, text: { en, cy } }) => ({
    question: question(key),
    words: [en, cy],
  }));
  const interviewers = new Set(
    Object.values(about.speakers).flatMap((person, n) => (person === null ? [speaker(about.file, n)] : [])),
  );
  const astral = astralOf(words);
  const said = turns.flatMap((turn, at) =>
    turn.speaker !== null && interviewers.has(turn.speaker)
      ? [{ turn: at, words: slicePoints(words, astral, turn.start, turn.end) }]
      : [],
  );
  const found = propose(said, asked);
  if (found.length === 0) return;
  const end = Array.from(words).length;
  const parts = found.map((one, at) => ({
    start: turns[one.turn]?.start ?? 0,
    end: turns[found[at + 1]?.turn ?? turns.length]?.start ?? end,
    question: one.question,
  }));
  const fresh = parts.flatMap((_, at) => [idOf("passage", id, at, "left"), idOf("passage", id, at, "right")]);
  script.say({ kind: "passages.lay", source: id, revision: text, parts, fresh }, id);
}

function decisions(script: Script): void {
  type Decided = (typeof ABOUT_PEOPLE)[string];
  const decide = (id: string, of: "organisation" | "participant" | "term", decided: Decided) => {
    const replace = decided.decision === "replace" ? decided.by : null;
    script.say(
      {
        kind: "identifier.decide",
        id,
        of,
        decision: decided.decision,
        replacement: replace && script.phrase("en", replace.en, id, "replacement"),
        replacementCy: replace && script.phrase("cy", replace.cy, id, "replacement"),
        reason: decided.decision === "keep" ? script.phrase("en", decided.reason, id, "reason") : null,
      },
      id,
    );
  };
  for (const [key, decided] of Object.entries(ABOUT_ORGANISATIONS)) decide(organisation(key), "organisation", decided);
  for (const [key, decided] of Object.entries(ABOUT_PEOPLE)) decide(participant(key), "participant", decided);
  for (const { key, term, thing, decided } of TERMS) {
    const id = idOf("term", key);
    script.say({ kind: "identifier.add", id, term: script.name("term", term, id), thing }, key);
    if (decided) decide(id, "term", decided);
  }
}

/** Where words stand in a text, in code points. Throws where they stand nowhere or twice. */
function spanOf(text: string, words: string, key: string): { start: number; end: number } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`sample: the words of quote ${key} are not in its source`);
  if (text.includes(words, at + 1)) throw new Error(`sample: the words of quote ${key} stand twice in its source`);
  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}
