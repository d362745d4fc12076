/**
 * A study full of canaries: names in every place where people write and where files bring words in, and words that are no name and
 * stay inside all the same.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import type { Plan, SurveyPlan, TranscriptPlan } from "#lib/domain/import/plan.ts";
import { ImportJob, isGoing } from "#lib/domain/job/shape.ts";
import { Reading } from "#lib/domain/source/reading.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import { SUBJECTS } from "#lib/domain/wording/shape.ts";
import type { At } from "#tests/kit/bring.ts";
import { boardOf } from "#tests/kit/board.ts";
import { good } from "#tests/kit/people.ts";
import { rowsOf } from "#tests/kit/rows.ts";
import { brief, said } from "./canary.ts";
import type { Cage, Names } from "./canary.ts";
import type { House } from "./house.ts";
import { Pen } from "./pen.ts";

/** What visits need to know of the study. */
export type Furnished = Readonly<{
  board: string;
  secondBoard: string;
  hiddenBoard: string;
  interview: string;
  corrected: string;
  response: string;
  question: string;
  failedJob: string;
  participant: string;
  quotes: readonly string[];
  findings: readonly string[];
  /** A term that stands in a quote, and another name. */
  pair: readonly [id: string, name: string];
  /** What was written where single mentions were decided, which no log and no snapshot tells. */
  judged: readonly string[];
  /** The word by which an organisation is known that agreed to be named. */
  agreed: string;
  /** A text that several may write, and what the analyst is about to write in it. */
  pad: Readonly<{ id: string; words: string }>;
}>;

type Place = (subject: string) => Names;
const LANGS = ["en", "cy"] as const;
const KINDS = ["local_authority", "housing_association", "health_body", "education"] as const;

/** Fills the study. Everything is written by its owner, and the names come last: until then nobody knows that they are names. */
export async function furnish(cage: Cage, house: House, title: Names): Promise<Furnished> {
  const { server, study, owner } = house;
  const at: At = { request: owner.context.request, url: server.url, study };
  const pen = new Pen(at);
  const places = new Map<string, Names>([["title of the study", title]]);
  const place: Place = (subject) => {
    const known = places.get(subject) ?? cage.names(subject);
    places.set(subject, known);
    return known;
  };
  const secret = (what: string) => cage.make(what, "secret");
  const board = await boardOf(at);
  const write = (subject: string, noun: string, fields: readonly Field[]) => {
    for (const field of fields)
      for (const lang of LANGS) pen.set(subject, field, said(place(`${field} of a ${noun}, ${lang}`), lang), lang);
  };
  const fieldsOf = (noun: string) =>
    (Object.keys(SUBJECTS) as Field[]).filter((field) => (SUBJECTS[field] as readonly string[]).includes(noun)); // they are the table's keys

  // The topic guide, and who is asked.
  const [question, guide, agreed, silent] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const agreedWord = cage.make("an organisation that agreed to be named", "agreed");
  const agreedName = `Cyngor ${agreedWord}`;
  pen.do({ kind: "question.add", id: question, text: pen.say(said(place("question"))) });
  pen.do({
    kind: "guide.add",
    id: guide,
    fields: { kind: "interview", minutes: 60 },
    name: pen.say(brief(place("name of a guide"))),
  });
  pen.do({ kind: "guide.ask", guide, questions: [question], on: true });
  pen.do({
    kind: "organisation.add",
    id: agreed,
    fields: {
      kind: "local_authority",
      region: "north",
      named: true,
      namedOn: "2026-01-05",
      name: pen.name(agreed, "name", agreedName),
      aliases: null,
    },
  });
  const participant = randomUUID();
  const contact = `${secret("contact of a participant")}@example.org`;
  for (const [id, consent] of [
    [participant, "verbatim"],
    [silent, "none"],
  ] as const)
    pen.do({
      kind: "participant.add",
      id,
      fields: {
        organisation: agreed,
        seniority: "leader",
        consent,
        name: pen.name(id, "name", full(place(`participant who agreed to ${consent}`))),
        contact: pen.name(id, "contact", contact),
      },
      role: pen.say(brief(place("role of a participant"))),
    });
  await pen.send();

  // What was said, in files of every kind that carries names around it.
  const half = cage.make("a quote that begins within a name", "name");
  const cutNames = [cage.make("first word of a name that a quote cuts", "name"), half] as const;
  const label = secret("label of a speaker");
  const unquoted = cage.make("said without consent to be quoted", "unquoted");
  const cutWord = place("a quote that begins within a word").term;
  const here = cage.make("words that are ordinary but for one mention", "name");
  const interview = await bring(
    at,
    `${secret("name of a file")}.txt`,
    [
      `Interviewer: ${said(place("question of an interviewer"))}`,
      `${label}: ${said(place("transcript"))} At ${agreedName} it went well.`,
      `${label}: Nobody here would have asked ${cutNames.join(" ")} about it at that time.`,
      `${label}: Before that ${cutWord} was the way in which it was done, and ${here} was no more than that.`,
      `Silent Somebody: What I say of ${unquoted} is not to be quoted.`,
    ].join("\n\n"),
    transcript({
      title: secret("title of a source"),
      guide,
      organisation: agreed,
      speakers: [
        { label: "Interviewer", participant: null, interviewer: true },
        { label, participant, interviewer: false },
        { label: "Silent Somebody", participant: silent, interviewer: false },
      ],
    }),
  );
  const corrected = await bring(
    at,
    `${brief(place("file name"))}.txt`,
    [
      `Holwr: ${said(place("question of an interviewer, cy"), "cy")}`,
      `Siaradwr: ${said(place("transcript, cy"), "cy")}`,
      `Siaradwr: ${said(place("words before a correction"), "cy")}`,
    ].join("\n\n"),
    transcript({
      title: brief(place("title of a source")),
      lang: "cy",
      guide,
      organisation: agreed,
      speakers: [
        { label: "Holwr", participant: null, interviewer: true },
        { label: "Siaradwr", participant, interviewer: false },
      ],
    }),
  );
  const response = await bring(at, "survey.csv", survey(place, secret), SURVEY);
  const failed: Plan = { ...SURVEY, id: randomUUID() };
  await post(
    at,
    `${secret("name of a file that failed")}.csv`,
    `Id,What ${brief(place("heading of a file that failed"))}\n1,"never closed`,
    failed,
  );
  const texts = {
    interview: await read(at, interview),
    corrected: await read(at, corrected),
    response: await read(at, response),
  };

  // Quotes, whole turns and cut ones, with tags, on the board, within themes.
  const [tag, merged, removedTag, newTag] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  for (const [id, what] of [
    [tag, "name of a tag"],
    [merged, "name of a merged tag"],
    [removedTag, "name of a removed tag"],
  ] as const)
    pen.do({ kind: "tag.add", id, parent: null, hue: 1, name: pen.say(brief(place(what))) });
  const [theme, renamed, goneTheme, subtheme] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const box = { w: 800, h: 600, hue: 2, cards: [], themes: [] };
  for (const [id, what, x] of [
    [theme, "name of a theme", 0],
    [renamed, "former name of a theme", 1000],
    [goneTheme, "name of a removed theme", 2000],
  ] as const)
    pen.do({ kind: "theme.make", id, board, parent: null, x, y: 0, ...box, name: pen.say(brief(place(what))) });
  pen.do({
    kind: "theme.make",
    id: subtheme,
    board,
    parent: theme,
    x: 20,
    y: 300,
    ...box,
    w: 300,
    h: 200,
    name: pen.say(brief(place("name of a sub-theme"))),
  });
  const quotes: string[] = [];
  const quote = (text: Reading, start: number, end: number, into: string | null) => {
    const id = randomUUID();
    quotes.push(id);
    pen.do({
      kind: "quote.make",
      id,
      source: text.source,
      revision: text.revision,
      start,
      end,
      tags: [tag, merged],
      newTags: quotes.length === 1 ? [{ id: newTag, ...pen.say(brief(place("name of a tag made with a quote"))) }] : [],
      card: { id: randomUUID(), board, theme: into, x: 40 + 270 * (quotes.length % 3), y: 60 + 30 * quotes.length },
    });
  };
  for (const text of Object.values(texts)) for (const turn of text.turns) quote(text, turn.start, turn.end, theme);
  const within = (text: Reading, words: string, into: number) => {
    const turn = text.turns.find(({ segments }) => segments.some((segment) => segment.text.includes(words)));
    const segment = turn?.segments[0];
    if (!turn || !segment) throw new Error(`nobody said ${words}`);
    quote(text, segment.start + segment.text.indexOf(words) + into, turn.end, theme);
  };
  within(texts.interview, half, 0);
  within(texts.interview, cutWord, 2);
  await pen.send();

  // What people write about it.
  const [first = "", second = ""] = quotes;
  const [insight, secondBoard, hiddenBoard, hiddenTheme] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const card = { id: randomUUID(), board, theme, x: 400, y: 500 };
  pen.do({ kind: "insight.write", id: insight, body: pen.say(said(place("insight"))), card });
  pen.do({ kind: "board.add", id: secondBoard, name: pen.say(brief(place("name of a board"))) });
  const second2 = { id: randomUUID(), theme: null, x: 0, y: 0, quote: first, insight: null };
  pen.do({ kind: "cards.add", board: secondBoard, cards: [second2] });
  const hidden = pen.say(secret("name of a board that one alone sees"));
  pen.do({ kind: "board.copy", id: hiddenBoard, from: secondBoard, hidden: true, name: hidden });
  pen.do({
    kind: "theme.make",
    id: hiddenTheme,
    board: hiddenBoard,
    parent: null,
    x: 0,
    y: 900,
    ...box,
    name: pen.say(secret("name of a theme that one alone sees")),
  });
  pen.set(hiddenTheme, "definition", secret("definition of a theme that one alone sees"));
  const memo = (subject: string, what: string, parent: string | null = null): string => {
    const id = randomUUID();
    const calls = parent === null ? [house.called] : [];
    pen.do({ kind: "memo.write", id, subject, parent, body: pen.say(said(place(what))), calls });
    return id;
  };
  const talk = memo(first, "memo on a quote");
  memo(first, "reply to a memo", talk);
  pen.do({ kind: "memo.resolve", id: talk, on: true });
  pen.do({ kind: "memo.remove", id: memo(second, "removed memo") });
  for (const [subject, what] of [
    [theme, "theme"],
    [interview, "source"],
    [study, "study"],
    [tag, "tag"],
    [insight, "insight"],
    [board, "board"],
    [question, "question"],
    [agreed, "organisation"],
    [participant, "participant"],
    [texts.interview.turns[0]?.id ?? "", "turn"],
  ] as const)
    memo(subject, `memo on a ${what}`);
  pen.do({
    kind: "memo.write",
    id: randomUUID(),
    subject: hiddenTheme,
    parent: null,
    calls: [],
    body: pen.say(secret("memo on a theme that one alone sees")),
  });
  const summary = randomUUID();
  pen.do({ kind: "summary.make", id: summary, theme, of: { participant } });
  pen.set(summary, "summary", said(place("summary of a theme and a participant")));
  const only = (noun: string, ...without: readonly Field[]) =>
    fieldsOf(noun).filter((field) => !without.includes(field));
  write(study, "study", only("study", "title"));
  write(theme, "theme", only("theme", "name"));
  write(tag, "tag", only("tag", "name"));
  pen.set(study, "title", brief(place("title of the study, cy")), "cy");
  pen.set(theme, "name", brief(place("name of a theme, cy")), "cy");
  const was = (await rowsOf(at.request, study, "wording")).find(
    (row) => row.subject === renamed && row.field === "name",
  );
  pen.set(renamed, "name", brief(place("later name of a theme")), "en", was?.phrase ?? null);
  const reason = pen.say(said(place("reason of a merge")));
  pen.do({ kind: "tag.merge", id: tag, from: [{ tag: merged, step: randomUUID() }], reason });
  pen.do({ kind: "tag.remove", id: removedTag });
  pen.do({ kind: "theme.remove", id: goneTheme });
  const findings: string[] = [];
  for (const [n, themes] of [[theme], []].entries()) {
    const id = randomUUID();
    findings.push(id);
    pen.do({ kind: "finding.add", id, themes, statement: pen.say(said(place(`statement ${n} of a finding`))) });
    pen.set(id, "statement", said(place(`statement ${n} of a finding, cy`), "cy"), "cy");
    pen.set(id, "confidence", said(place(`how sure of finding ${n}`)), "en");
    pen.do({ kind: "finding.cite", finding: id, quotes, stance: n === 0 ? "supports" : "contradicts" });
    const { phrase } = pen.say(brief(place(`words set in a quote of finding ${n}`)));
    const { revision } = texts.interview;
    const edits = [{ start: 0, end: 0, phrase }];
    pen.do({ kind: "evidence.edit", finding: id, quote: first, revision, edits, was: [] });
    const into = pen.say(said(place(`translation of a quote of finding ${n}`), "cy"), "cy").phrase;
    pen.do({
      kind: "evidence.translate",
      finding: id,
      quote: first,
      revision,
      of: edits,
      lang: "cy",
      phrase: into,
      was: null,
    });
  }
  pen.do({
    kind: "disclosure.set",
    id: study,
    ...THRESHOLDS,
    people: 4,
    reason: pen.say(said(place("reason of a lower limit"))).phrase,
    was: { ...THRESHOLDS, reason: null },
    on: "2026-11-02",
  });
  pen.do({
    kind: "disclosure.accept",
    of: "housing_association",
    reason: pen.say(said(place("reason of a smaller class"))).phrase,
    on: "2026-11-02",
  });
  const judgement = pen.say(said(place("judgement of the risk report"))).phrase;
  const seal = { digest: "0".repeat(64), parts: "", quotes: 0, marks: "" };
  pen.do({ kind: "risk.sign", of: "document_kind", signed: { judgement, ...seal }, on: "2026-11-02" });
  await pen.send();
  await correct(at, texts.corrected, place);

  // Last of all the names: what holds them is known as names from now on.
  const pad = { id: `${theme}/exclude/en`, words: said(place("a text that several write")) };
  const colleague = new Pen({ ...at, request: house.analyst.context.request });
  const terms = await name(pen, colleague, places, cage, secret, [cutNames.join(" ")]);
  const judged = judge(pen, texts.interview, { here, kept: cutNames.join(" ") }, terms, secret);
  await pen.send();
  const pair = [terms.get(place("transcript").term) ?? "", place("survey comment 1").family] as const;
  return {
    board,
    secondBoard,
    hiddenBoard,
    interview,
    corrected,
    response,
    question,
    participant,
    quotes,
    findings,
    pad,
    agreed: agreedWord,
    judged,
    pair,
    failedJob: failed.id,
  };
}

/** Adds the names of all places as organisations, participants and terms, two of them kept, to which a colleague agrees; the ids of terms by their words. */
async function name(
  pen: Pen,
  colleague: Pen,
  places: ReadonlyMap<string, Names>,
  cage: Cage,
  secret: (what: string) => string,
  terms: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const alias = cage.make("another name of an organisation", "name");
  let n = 0;
  for (const names of [...places.values(), cage.names("names that stand nowhere")]) {
    const [person, body, term] = [randomUUID(), randomUUID(), randomUUID()];
    const kind = KINDS[n % KINDS.length] ?? "other";
    pen.do({
      kind: "organisation.add",
      id: body,
      fields: {
        kind,
        region: null,
        named: false,
        namedOn: null,
        name: pen.name(body, "name", `Cyngor ${names.body}`),
        aliases: n++ === 0 ? pen.name(body, "aliases", `${alias}\n${alias} Cyf`) : null,
      },
    });
    pen.do({
      kind: "participant.add",
      id: person,
      fields: {
        organisation: body,
        seniority: null,
        consent: "verbatim",
        name: pen.name(person, "name", full(names)),
        contact: null,
      },
      role: null,
    });
    pen.do({ kind: "identifier.add", id: term, term: pen.name(term, "term", names.term) });
    ids.set(names.term, term);
  }
  for (const words of terms) {
    const term = randomUUID();
    pen.do({ kind: "identifier.add", id: term, term: pen.name(term, "term", words) });
    ids.set(words, term);
  }
  const mayor = randomUUID();
  const asMayor = pen.say(secret("why a name that was found is kept")).phrase;
  pen.do({
    kind: "identifiers.add",
    terms: [{ id: mayor, term: pen.name(mayor, "term", "Llanddam") }],
    decision: "keep",
    replacement: null,
    replacementCy: null,
    reason: asMayor,
  });
  const kept = randomUUID();
  pen.do({ kind: "identifier.add", id: kept, term: pen.name(kept, "term", "Llanddim") });
  const asKept = pen.say(secret("why a name was kept")).phrase;
  pen.do({
    kind: "identifier.decide",
    id: kept,
    of: "term",
    decision: "keep",
    replacement: null,
    replacementCy: null,
    reason: asKept,
  });
  await pen.send();
  const agreed = [
    { id: mayor, reason: asMayor },
    { id: kept, reason: asKept },
  ];
  colleague.do({ kind: "identifier.second", kept: agreed, on: true });
  await colleague.send();
  return ids;
}

/**
 * Decides two mentions otherwise: one of words that are ordinary everywhere else is replaced, and one is kept, to which nobody has
 * agreed yet. Returns the phrases in which it is said how and why.
 */
function judge(
  pen: Pen,
  { source, revision, turns }: Reading,
  { here, kept }: Readonly<{ here: string; kept: string }>,
  terms: ReadonlyMap<string, string>,
  secret: (what: string) => string,
): readonly string[] {
  const standing = (words: string) => {
    const found = turns.flatMap(({ segments }) => segments).find(({ text }) => text.includes(words));
    if (!found) throw new Error(`nobody said ${words}`);
    const start = found.start + Array.from(found.text.slice(0, found.text.indexOf(words))).length;
    return { source, revision, start, end: start + Array.from(words).length };
  };
  const none = { replacement: null, replacementCy: null, reason: null };
  const ordinary = randomUUID();
  pen.do({
    kind: "identifiers.add",
    terms: [{ id: ordinary, term: pen.name(ordinary, "term", here) }],
    decision: "ordinary",
    ...none,
  });
  const [replacement, reason] = [pen.say("something else").phrase, pen.say(secret("why a mention is kept")).phrase];
  pen.do({
    kind: "mention.decide",
    id: randomUUID(),
    identifier: ordinary,
    of: "term",
    ...standing(here),
    decision: "replace",
    ...none,
    replacement,
  });
  pen.do({
    kind: "mention.decide",
    id: randomUUID(),
    identifier: terms.get(kept) ?? "",
    of: "term",
    ...standing(kept),
    decision: "keep",
    ...none,
    reason,
  });
  return [replacement, reason];
}

/** Decides to replace every name on which nothing was decided. */
export async function replaceAll(house: House): Promise<number> {
  const { server, study, owner } = house;
  const at: At = { request: owner.context.request, url: server.url, study };
  const pen = new Pen(at);
  const decided = new Set(
    (await rowsOf(at.request, study, "identifier")).flatMap((row) => (row.decision === null ? [] : [row.id])),
  );
  let count = 0;
  for (const [noun, of] of [
    ["organisation", "organisation"],
    ["participant", "participant"],
    ["identifier", "term"],
  ] as const)
    for (const { id } of await rowsOf(at.request, study, noun)) {
      if (decided.has(id)) continue;
      count += 1;
      pen.do({
        kind: "identifier.decide",
        id,
        of,
        decision: "replace",
        reason: null,
        replacement: pen.say("somebody or something").phrase,
        replacementCy: pen.say("rhywun neu rywbeth", "cy").phrase,
      });
    }
  await pen.send();
  const found = await replaceFound(at, pen);
  const sources = (await rowsOf(at.request, at.study, "source")).map(({ id, revision }) => ({ id, revision }));
  pen.do({ kind: "sources.read", sources, read: true }); // nothing leaves before
  await pen.send();
  return count + found;
}

/** Has one name replaced by words in which another stands: what is said of somebody may name somebody else. */
export async function replaceByName(house: House, furnished: Furnished): Promise<void> {
  const { server, study, owner } = house;
  const pen = new Pen({ request: owner.context.request, url: server.url, study });
  const [one, other] = furnished.pair;
  pen.do({
    kind: "identifier.decide",
    id: one,
    of: "term",
    decision: "replace",
    replacement: pen.say(`whoever follows ${other}`).phrase,
    replacementCy: pen.say(`dilynwr ${other}`, "cy").phrase,
    reason: null,
  });
  await pen.send();
}

/** What is open of what detection is sure of: in the queue, and in what is about to leave. */
const Queue = z.object({
  progress: z.object({ settled: z.boolean() }),
  entries: z.array(z.object({ id: z.string().nullable(), words: z.string() })),
});
const Held = z.object({
  searching: z.boolean(),
  identifiers: z.array(z.object({ name: z.string(), decision: z.string().nullable(), found: z.string().nullable() })),
});

/** Decides to replace what detection is sure of, once it has looked through everything with the names as they are now. */
async function replaceFound({ request, study }: At, pen: Pen): Promise<number> {
  const of = `/api/studies/${study}`;
  let count = 0;
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const { progress, entries } = Queue.parse(await good(await request.get(`${of}/identifiers?show=open&layer=sure`)));
    const { searching, identifiers } = Held.parse(await good(await request.get(`${of}/report/check?language=en`)));
    const found = new Set([
      ...entries.flatMap(({ id, words }) => (id === null ? [words] : [])),
      ...identifiers.flatMap((one) => (one.found !== null && one.decision === null ? [one.name] : [])),
    ]);
    const settled = progress.settled && !searching;
    if (settled && found.size === 0) return count;
    if (settled) {
      count += found.size;
      pen.do({
        kind: "identifiers.add",
        terms: [...found].map((words) => {
          const id = randomUUID();
          return { id, term: pen.name(id, "term", words) };
        }),
        decision: "replace",
        replacement: pen.say("something that was found").phrase,
        replacementCy: pen.say("rhywbeth a ganfuwyd", "cy").phrase,
        reason: null,
      });
      await pen.send();
    }
    await pause(250); // a change of names has it look through everything again
  }
  throw new Error("what was found could not be decided");
}

function full({ given, family }: Names): string {
  return `${given} ${family}`;
}

const SURVEY: SurveyPlan = {
  id: randomUUID(),
  kind: "survey",
  as: "survey",
  title: "Spring survey",
  lang: "en",
  heldOn: null,
  guide: null,
  uses: ["respondent", "ignore", "organisation", "attribute", "question"],
  blanks: [],
  questions: [],
  again: false,
  unfinished: true,
  wordsLang: "en",
  newGuide: "Spring survey",
};

/** A survey's file: what it is about stands in headings, values and comments; addresses stand in a column that is left out. */
function survey(place: Place, secret: (what: string) => string): string {
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const rows = [
    [
      "Response ID",
      "E-mail",
      "Organisation",
      said(place("heading of an attribute")),
      said(place("heading of a question")),
    ],
    ...[1, 2, 3].map((n) => [
      full(place(`respondent ${n}`)),
      `${secret(`address of respondent ${n}`)}@example.org`,
      `Cyngor ${place(`organisation of respondent ${n}`).body}`,
      brief(place(`value of an attribute ${n}`)),
      said(place(`survey comment ${n}`)),
    ]),
  ];
  return rows.map((row) => row.map(cell).join(",")).join("\r\n");
}

function transcript(
  about: Pick<TranscriptPlan, "title" | "guide" | "organisation" | "speakers"> & Partial<Pick<TranscriptPlan, "lang">>,
): TranscriptPlan {
  return {
    kind: "transcript",
    id: randomUUID(),
    lang: "en",
    heldOn: "2026-02-03",
    options: {},
    source: "interview",
    minutes: 60,
    organisations: [],
    participants: [],
    ...about,
  };
}

/** Brings a file in; the id of its first source. */
async function bring(at: At, name: string, text: string, plan: Plan): Promise<string> {
  const questions =
    plan.kind === "survey" ? { questions: [{ column: 4, question: null, words: headingOf(text) }] } : {};
  const job = await post(at, name, text, { ...plan, ...questions });
  if (!job?.result?.first) throw new Error(`${name} did not come in: ${JSON.stringify(job)}`);
  return job.result.first;
}

function headingOf(csv: string): string {
  return /,"([^"]+)"\r\n/.exec(csv)?.[1] ?? "";
}

/** Sends a file; its job, once it has ended. None where it was refused at once, as a file that fails soon is. */
async function post({ request, url, study }: At, name: string, text: string, plan: Plan): Promise<ImportJob | null> {
  const file = { name, mimeType: "text/plain", buffer: Buffer.from(text) };
  const multipart = { file, plan: JSON.stringify(plan) };
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const answer = await request.post(`/api/studies/${study}/sources`, { multipart, headers: { origin: url } });
    if (answer.status() === 422) return null;
    const job = ImportJob.parse(await good(answer));
    if (!isGoing(job)) return job;
    await pause(300); // sent again, a plan begins nothing anew and is answered with its job
  }
  throw new Error(`${name} did not come in`);
}

async function read({ request, study }: At, source: string): Promise<Reading> {
  return Reading.parse(await good(await request.get(`/api/studies/${study}/sources/${source}/text`)));
}

/** Corrects the last turn of a text, and says why. */
async function correct({ request, url, study }: At, text: Reading, place: Place): Promise<void> {
  const turn = text.turns.at(-1);
  if (!turn) throw new Error("the text has no turns");
  const parts = [{ words: said(place("words after a correction"), "cy"), speaker: turn.speaker }];
  const reason = { lang: "en", words: said(place("reason of a correction")) };
  const data = { id: randomUUID(), base: text.revision, edits: [{ turn: turn.id, parts }], reason };
  const answer = await request.post(`/api/studies/${study}/sources/${text.source}/revisions`, {
    data,
    headers: { origin: url },
  });
  z.looseObject({}).parse(await good(answer));
}
