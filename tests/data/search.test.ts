import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COUNTED, NO_FILTERS, PAGE } from "#lib/domain/search/shape.ts";
import type { Asked, Filters, Found, Hit } from "#lib/domain/search/shape.ts";
import { parseQuery } from "#lib/domain/search/query.ts";
import { searchStudy } from "#lib/server/load/search.ts";
import * as store from "#lib/server/store/search.ts";
import { stage } from "#lib/server/store/staging.ts";
import { rowsOf } from "#lib/format/import/staged.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
let written: Written;
let desk: Desk;
beforeAll(async () => {
  fresh = await freshDatabase();
  written = await writtenStudy(fresh.db);
  desk = deskOf(written);
});
afterAll(() => fresh.drop());

type Said = Readonly<{ text: string; speaker?: string | null; question?: string | null }>;
type Brought = Readonly<{ source: string; revision: string; turns: readonly string[]; text: string }>;
type Desk = ReturnType<typeof deskOf>;

function deskOf(study: Written) {
  const vault = makeSeal(study.secret);
  return {
    vault,
    /** Stages and publishes a text of several turns. */
    async bring(
      said: readonly Said[],
      about: Readonly<{
        lang?: string;
        kind?: "interview" | "survey";
        organisation?: string;
        participant?: string;
        speakers?: readonly Readonly<{ id: string; participant: string | null; interviewer: boolean }>[];
      }> = {},
    ): Promise<Brought> {
      const [source, revision] = [randomUUID(), randomUUID()];
      const lang = about.lang ?? "en";
      let at = 0;
      const turns = said.map(({ text, speaker = null, question = null }) => {
        const start = at;
        at += Array.from(text).length + 1;
        return { id: randomUUID(), start, end: at - 1, speaker, question, startMs: null, endMs: null };
      });
      const text = said.map((one) => one.text).join("\n");
      const work = { study: study.study, person: study.owner, held: null };
      const rows = rowsOf([{ source, revision, text, turns, values: {} }]);
      const staged = await stage(study.db, vault, work, { ...rows, lang, marks: [] });
      expect(staged.ok).toBe(true);
      const outcome = await study.send({
        kind: "source.publish",
        sources: [
          {
            id: source,
            kind: about.kind ?? "interview",
            revision,
            title: null,
            organisation: about.organisation ?? null,
            participant: about.participant ?? null,
            guide: null,
            heldOn: null,
            minutes: null,
            lang,
            original: null,
          },
        ],
        speakers: (about.speakers ?? []).map((speaker, n) => ({ ...speaker, source, number: n + 1, label: null })),
      });
      expect(outcome).toMatchObject({ seq: expect.any(Number) });
      return { source, revision, turns: turns.map(({ id }) => id), text };
    },
    async search(
      words: string,
      filters: Partial<Filters> = {},
      person = study.owner,
      after: Asked["after"] = null,
    ): Promise<Found> {
      const found = await searchStudy(study.db, vault, study.study, person, {
        words,
        filters: { ...NO_FILTERS, ...filters },
        after,
      });
      if (!found.ok) throw new Error(found.fault.code);
      return found.value;
    },
  };
}

/** What was found in a hit, in the words of its text. */
const marked = (hit: Hit | undefined) =>
  hit?.pieces.filter(({ kind }) => kind === "found").map(({ text }) => text) ?? [];
const said = (hit: Hit | undefined) => hit?.pieces.map(({ text }) => text).join("") ?? "";
const turnsOf = (found: Found) => found.hits.map(({ turn }) => turn).toSorted();

describe("languages", () => {
  let english: Brought;
  let welsh: Brought;
  beforeAll(async () => {
    english = await desk.bring([
      { text: "😀 The councils are organising housing. Nobody had enough time." },
      { text: "Not enough people! The well-being of the café’s owners matters." },
      { text: "We met at Ty\u0302 Gwyn on the 3rd." }, // ŷ as two signs
    ]);
    welsh = await desk.bring([{ text: "Mae'r cynghorau yn y tŷ. Councils oedd y gair." }], { lang: "cy" });
  });

  test("[SR6] English is found by its stems, every other language as it is written, both in one search", async () => {
    expect(turnsOf(await desk.search("council"))).toEqual([english.turns[0]]);
    expect(turnsOf(await desk.search("councils"))).toEqual([english.turns[0], welsh.turns[0]].toSorted());
    expect(turnsOf(await desk.search("organised"))).toEqual([english.turns[0]]);
    expect(turnsOf(await desk.search("cyngor"))).toEqual([]);
    expect(turnsOf(await desk.search("cynghorau"))).toEqual([welsh.turns[0]]);
  });

  test("[SR6] case, accents, normal forms and signs make no difference", async () => {
    expect(turnsOf(await desk.search("TY"))).toEqual([english.turns[2], welsh.turns[0]].toSorted());
    expect(turnsOf(await desk.search("tŷ"))).toEqual([english.turns[2], welsh.turns[0]].toSorted());
    for (const words of ["cafe", "café's", "well-being", '"well being"', "wellbeing OR well-being"])
      expect([words, turnsOf(await desk.search(words))]).toEqual([words, [english.turns[1]]]);
  });

  test("[SR1] [SR2] phrases, AND, OR, NOT, a star and brackets choose what they say", async () => {
    expect(turnsOf(await desk.search('"not enough"'))).toEqual([english.turns[1]]);
    expect(turnsOf(await desk.search("enough people"))).toEqual([english.turns[1]]);
    expect(turnsOf(await desk.search("enough NOT people"))).toEqual([english.turns[0]]);
    expect(turnsOf(await desk.search("enough -councils"))).toEqual([english.turns[1]]);
    expect(turnsOf(await desk.search("people NEU cynghorau"))).toEqual([english.turns[1], welsh.turns[0]].toSorted());
    expect(turnsOf(await desk.search("cyng*"))).toEqual([welsh.turns[0]]);
    expect(turnsOf(await desk.search("organisation*"))).toEqual([english.turns[0]]);
    expect(turnsOf(await desk.search("(people OR time) enough -housing"))).toEqual([english.turns[1]]);
  });

  test("[SR7] a hit shows its words, marked, with places in the original", async () => {
    const [hit] = (await desk.search("organise OR time")).hits;
    expect(marked(hit)).toEqual(["organising", "time"]);
    const points = Array.from(english.text);
    for (const piece of hit?.pieces ?? []) expect(points.slice(piece.start, piece.end).join("")).toBe(piece.text);
    expect(points.slice(hit?.sentence.start, hit?.sentence.end).join("")).toBe(
      "😀 The councils are organising housing.",
    );
    expect(marked((await desk.search('"not enough"')).hits[0])).toEqual(["Not enough"]);
    expect(marked((await desk.search("tŷ gwyn")).hits[0])).toEqual(["Ty\u0302", "Gwyn"]);
  });

  test("[SR9] for a word that is mistyped, one of the study's own is offered", async () => {
    const found = await desk.search("enough counsils");
    expect(found).toMatchObject({ hits: [], counted: { count: 0, more: false } });
    expect(found.alike).toContain("enough councils");
    expect((await desk.search("councils")).alike).toEqual([]);
  });
});

test("[SR10] filters choose by who speaks, body, kind of source, question and tag, and by several at once", async () => {
  const [body, person, asked, tag] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const phrases = ["Which?", "Trust"].map((words) => ({ id: randomUUID(), lang: "en" as const, words }));
  const fields = { region: null, named: false, namedOn: null, name: null, aliases: null };
  await written.send({ kind: "organisation.add", id: body, fields: { kind: "health_body", ...fields } });
  await written.send({
    kind: "participant.add",
    id: person,
    fields: { organisation: body, seniority: null, consent: "verbatim", name: null, contact: null },
    role: null,
  });
  await written.send(
    { kind: "question.add", id: asked, text: { lang: "en", phrase: phrases[0]?.id ?? "" } },
    { phrases: phrases.slice(0, 1) },
  );
  const [interviewer, speaker] = [randomUUID(), randomUUID()];
  const interview = await desk.bring(
    [
      { text: "Do you lend ladders?", speaker: interviewer },
      { text: "We lend ladders, and that takes trust.", speaker },
      { text: "Ladders came back.", speaker, question: asked },
    ],
    {
      organisation: body,
      speakers: [
        { id: interviewer, participant: null, interviewer: true },
        { id: speaker, participant: person, interviewer: false },
      ],
    },
  );
  const survey = await desk.bring([{ text: "Ladders, always.", question: asked }], {
    kind: "survey",
    participant: person,
  });
  const other = await desk.bring([{ text: "No ladders." }]);
  await written.send(
    {
      kind: "quote.make",
      id: randomUUID(),
      source: interview.source,
      revision: interview.revision,
      start: 0,
      end: 30, // into the second turn
      tags: [],
      newTags: [{ id: tag, lang: "en", phrase: phrases[1]?.id ?? "" }],
      card: null,
    },
    { phrases: phrases.slice(1) },
  );
  const [first, second, third] = interview.turns;
  const [fourth] = survey.turns;
  const [fifth] = other.turns;
  const of = async (filters: Partial<Filters>) => turnsOf(await desk.search("ladder", filters));
  expect(await of({})).toEqual([first, second, third, fourth, fifth].toSorted());
  expect(await of({ voice: person })).toEqual([second, third, fourth].toSorted());
  expect(await of({ voice: "interviewers" })).toEqual([first]);
  expect(await of({ voice: "respondents" })).toEqual([second, third, fourth, fifth].toSorted());
  expect(await of({ organisation: "health_body" })).toEqual([first, second, third, fourth].toSorted());
  expect(await of({ source: "survey" })).toEqual([fourth]);
  expect(await of({ question: asked })).toEqual([third, fourth].toSorted());
  expect(await of({ tag })).toEqual([first, second].toSorted());
  expect(await of({ tag, voice: person })).toEqual([second]);
  const [outer, outermost] = [randomUUID(), randomUUID()];
  for (const [id, child] of [
    [outer, tag],
    [outermost, outer],
  ] as const) {
    const name = { id: randomUUID(), lang: "en" as const, words: `Around ${id}` };
    await written.send(
      { kind: "tag.add", id, parent: null, hue: 1, name: { lang: "en", phrase: name.id } },
      { phrases: [name] },
    );
    await written.send({ kind: "tags.nest", ids: [child], parent: id });
  }
  expect(await of({ tag: outermost })).toEqual([first, second].toSorted());
  expect(await of({ question: asked, source: "interview", organisation: "health_body" })).toEqual([third]);
  expect(await of({ organisation: "private" })).toEqual([]);

  // Small studies are gone through; in large ones other ways lead to the same hits.
  for (const filters of [
    {},
    { voice: person },
    { voice: "interviewers" },
    { organisation: "health_body" },
    { source: "survey" },
    { question: asked },
    { tag },
    { tag: outermost },
    { tag, voice: person },
    { organisation: "health_body", question: asked, source: "interview" },
  ] as const) {
    const ways = await written.db.$transaction(async (db) => {
      const query = parseQuery("ladder NOT walrus");
      if (!query.ok) throw new Error(query.fault.code);
      const search = await store.searchFor(db, written.study, query.value, { ...NO_FILTERS, ...filters });
      const ordered = await store.placesInOrder(db, search, -1, 100);
      const look = await store.lookAt(db, search, 100);
      expect((await store.ranksAt(db, search, look.places)).every(({ rank }) => rank > 0)).toBe(true);
      const narrowed = (await store.countWithin(db, search, 100)) < 100;
      return {
        ordered,
        look: look.places,
        byWords: await store.placesByWords(db, search, -1, 100),
        within: narrowed ? await store.placesWithin(db, search, -1, 100) : ordered,
        rest: [ordered[0], ...(await store.placesByWords(db, search, ordered[0] ?? -1, 100))],
      };
    });
    expect(ways.ordered.length).toBeGreaterThan(0);
    for (const [way, places] of Object.entries(ways))
      expect([filters, way, places]).toEqual([filters, way, ways.ordered]);
  }

  // A stretch of the interview that answers the question, and then no longer does.
  await written.send({
    kind: "passages.lay",
    source: interview.source,
    revision: interview.revision,
    parts: [{ start: 0, end: 30, question: asked }],
    fresh: [randomUUID(), randomUUID()],
  });
  expect(await of({ question: asked })).toEqual([first, second, third, fourth].toSorted());
  await written.send({ kind: "undo", how: "ask" });
  expect(await of({ question: asked })).toEqual([third, fourth].toSorted());
});

describe("many hits", () => {
  let many: Desk;
  let study: Written;
  const total = COUNTED + 250;
  beforeAll(async () => {
    study = await writtenStudy(fresh.db);
    many = deskOf(study);
    await many.bring(
      Array.from({ length: total }, (_, n) => ({
        text: `common number${n}${n % 2 ? " halved" : ""}${n % 10 === 3 ? " tenth tenth" : ""}${n % 500 === 7 ? " rarely" : ""}`,
      })),
    );
  });

  async function all(words: string): Promise<{ first: Found; places: number[]; pages: number }> {
    const first = await many.search(words);
    const places = first.hits.map(({ place }) => place);
    let [next, pages] = [first.next, 1];
    for (; next !== null; pages += 1) {
      const page: Found = await many.search(words, {}, study.owner, next);
      places.push(...page.hits.map(({ place }) => place));
      next = page.next;
    }
    return { first, places, pages };
  }

  test("[SR8] pages give every hit once; more than a thousand are not counted, and come in the order of the texts", async () => {
    const { first, places, pages } = await all("common");
    expect(first).toMatchObject({ counted: { count: COUNTED, more: true }, ranked: false });
    expect(pages).toBe(Math.ceil(total / PAGE));
    expect(places).toHaveLength(total);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(total);
  });

  test("[SR8] a thousand or fewer are counted, and come by how well they fit", async () => {
    const { first, places } = await all("halved OR tenth");
    expect(first).toMatchObject({ counted: { count: total / 2, more: false }, ranked: true });
    expect(new Set(places).size).toBe(total / 2);
    expect(said(first.hits[0])).toContain("tenth tenth");
    const rare = await all("common rarely");
    expect(rare.places).toHaveLength(3);
    expect(rare.first.ranked).toBe(true);
  });
});

test("[SR12] what is gone, staged only, of an older text or of another study is not found", async () => {
  const own = await writtenStudy(fresh.db);
  const near = deskOf(own);
  const brought = await near.bring([{ text: "Seagulls took it." }]);
  expect(turnsOf(await near.search("seagulls"))).toEqual(brought.turns);
  expect(turnsOf(await desk.search("seagulls"))).toEqual([]);
  const stranger = await searchStudy(fresh.db, near.vault, own.study, written.owner, {
    words: "seagulls",
    filters: NO_FILTERS,
    after: null,
  });
  expect(stranger).toEqual({ ok: false, fault: { code: "study.missing" } });

  // A corrected text: a new revision of the same source, brought in without its words.
  const [revision, turn] = [randomUUID(), randomUUID()];
  await fresh.owner`INSERT INTO revision (study_id, id, source_id, n, text, length, astral, sha256, by_id)
    VALUES (${own.study}, ${revision}, ${brought.source}, 2, 'Pigeons took it.', 16, '{}', '\\x00', ${own.owner})`;
  await fresh.owner`INSERT INTO turn (study_id, id, revision_id, n, start_at, end_at) VALUES (${own.study}, ${turn}, ${revision}, 0, 0, 16)`;
  expect(turnsOf(await near.search("pigeons"))).toEqual([]);
  await fresh.owner`UPDATE source SET revision_id = ${revision} WHERE study_id = ${own.study} AND id = ${brought.source}`;
  expect(turnsOf(await near.search("pigeons"))).toEqual([turn]);
  expect(turnsOf(await near.search("seagulls"))).toEqual([]);

  // Said to be in another language: its words are made ready anew.
  expect(turnsOf(await near.search("pigeon"))).toEqual([turn]);
  await own.send({ kind: "source.set", id: brought.source, fields: { lang: "cy" } });
  expect(turnsOf(await near.search("pigeon"))).toEqual([]);
  expect(turnsOf(await near.search("pigeons"))).toEqual([turn]);

  await own.send({ kind: "source.remove", ids: [brought.source] });
  expect(await near.search("pigeons")).toMatchObject({ hits: [], alike: [] });
});

test("[SR13] a very long turn is found at its end too", async () => {
  const long = await desk.bring([{ text: `${"lorem 😀 ipsum ".repeat(4000)}walrus at the end.` }]);
  const { hits } = await desk.search("walrus");
  expect(hits.map(({ turn }) => turn)).toEqual(long.turns);
  expect(marked(hits[0])).toEqual(["walrus"]);
  const points = Array.from(long.text);
  for (const piece of hits[0]?.pieces ?? []) expect(points.slice(piece.start, piece.end).join("")).toBe(piece.text);
});

describe("[SR11] somebody who reads replacements", () => {
  let own: Written;
  let near: Desk;
  let observer: string;
  let turns: readonly string[];
  beforeAll(async () => {
    own = await writtenStudy(fresh.db);
    near = deskOf(own);
    observer = await own.join("observer");
    const organisation = randomUUID();
    const name = { id: randomUUID(), subject: organisation, field: "name" as const, words: "Cyngor Aberwen" };
    await own.send(
      {
        kind: "organisation.add",
        id: organisation,
        fields: { kind: "local_authority", region: null, named: false, namedOn: null, name: name.id, aliases: null },
      },
      { names: [name] },
    );
    ({ turns } = await near.bring([
      { text: "We asked Cyngor Aberwen about the ferry." },
      { text: "The ferry is late." },
      { text: "Aberwen tide tables." },
    ]));
  });
  const as = (words: string) => near.search(words, {}, observer);

  test("[SR11] finds nothing by a name, in whatever way it is asked for", async () => {
    expect(turnsOf(await near.search("Aberwen"))).toEqual([turns[0], turns[2]].toSorted());
    for (const words of [
      "Aberwen",
      "aberw*",
      '"Cyngor Aberwen"',
      "cyngor",
      "ferry Aberwen",
      "ferry AND cyng*",
      '"asked cyngor"',
      '"aberwen about"',
      '"asked about"',
    ])
      expect([words, await as(words)]).toEqual([
        words,
        { hits: [], next: null, counted: { count: 0, more: false }, ranked: false, alike: [] },
      ]);
  });

  test("[SR11] learns nothing by leaving a name out, nor by a name that is almost right", async () => {
    const ferry = turnsOf(await as("ferry"));
    expect(ferry).toEqual([turns[0], turns[1]].toSorted());
    for (const words of ["ferry NOT Aberwen", "ferry -cyngor", "ferry NOT (Aberwen OR walrus)", "ferry OR Aberwen"])
      expect([words, turnsOf(await as(words))]).toEqual([words, ferry]);
    expect((await as("Aberwem")).alike).toEqual([]);
    expect((await near.search("Aberwem")).alike).toEqual(["aberwen"]);
  });

  test("[SR11] sees replacements around what was found, and the name nowhere", async () => {
    const found = await as("asked ferry");
    expect(turnsOf(found)).toEqual([turns[0]]);
    expect(said(found.hits[0])).toBe("We asked [organisation] about the ferry.");
    expect(marked(found.hits[0])).toEqual(["asked", "ferry"]);
    expect(found.hits[0]?.pieces.find(({ kind }) => kind === "replaced")).toMatchObject({ start: 9, end: 23 });
    expect(JSON.stringify(found)).not.toMatch(/Aberwen/i);
  });
});
