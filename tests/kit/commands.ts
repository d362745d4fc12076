/**
 * Commands of every kind, made by chance for a study as it is: what the model test, the pairs and the network fuzz give.
 *
 * Most name rows that are there; some name rows that are gone or never were, as people do who have not heard yet.
 * The table has an entry for each kind, which the compiler holds it to.
 */
import type { Lang } from "#lib/domain/field.ts";
import { courseOf } from "#lib/domain/correction/course.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { textOf } from "#lib/domain/correction/told.ts";
import { KINDS as THINGS } from "#lib/domain/detect/hit.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { byOrd } from "#lib/domain/order.ts";
import { translationOf } from "#lib/domain/finding/translation.ts";
import { editsOf } from "#lib/domain/quote/published.ts";
import { Plain } from "#lib/domain/study/command.ts";
import type { Command } from "#lib/domain/study/command.ts";
import type { NewName, NewPhrase } from "#lib/domain/study/outcome.ts";
import type { Noun, RowOf, Rows } from "#lib/domain/study/rows.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { idBy } from "#tests/kit/chance.ts";
import type { Chance } from "#tests/kit/chance.ts";

/** One revision of a source's text that lies ready, with its turns. */
export type Script = Readonly<{ source: string; revision: string; told: readonly Told[] }>;

/** What commands are made from. `focus`: most name the same few rows, so that two of them meet. */
export type World = Readonly<{
  study: string;
  rows: Rows;
  scripts: readonly Script[];
  people: readonly string[];
  focus?: boolean;
}>;

export type Kind = Command["kind"];
type Of<K extends Kind> = Extract<Command, { kind: K }>;
export type Given = Readonly<{ command: Command; phrases: readonly NewPhrase[]; names: readonly NewName[] }>;

export const KINDS: readonly Kind[] = [...Plain.options.map((one) => one.shape.kind.value), "undo", "redo"];

/** The subjects that have words, and which. */
const SLOTS: readonly (readonly [Noun, Field])[] = [
  ["study", "problem"],
  ["theme", "name"],
  ["theme", "definition"],
  ["tag", "name"],
  ["tag", "description"],
  ["board", "name"],
  ["guide", "name"],
  ["insight", "body"],
  ["memo", "body"],
  ["question", "text"],
  ["participant", "role"],
  ["finding", "statement"],
  ["finding", "confidence"],
  ["correction", "note"],
  ["tagStep", "note"],
  ["summary", "summary"],
];

const REMARKED = ["theme", "board", "card", "quote", "tag", "source", "insight", "finding"] as const;

class Maker {
  readonly phrases: NewPhrase[] = [];
  readonly names: NewName[] = [];
  readonly world: World;
  readonly chance: Chance;

  constructor(world: World, chance: Chance) {
    this.world = world;
    this.chance = chance;
  }

  yes(one = 1, of = 2): boolean {
    return this.chance(of) < one;
  }

  of<T>(list: readonly T[]): T | null {
    if (this.world.focus && this.chance(3) > 0) return list[0] ?? null;
    return list[this.chance(list.length)] ?? null;
  }

  some<T>(list: readonly T[], most = 3): T[] {
    const left = [...list];
    const found: T[] = [];
    for (let n = 1 + this.chance(most); n > 0 && left.length > 0; n--)
      found.push(...left.splice(this.world.focus && this.chance(3) > 0 ? 0 : this.chance(left.length), 1));
    return found;
  }

  fresh(): string {
    return idBy(this.chance);
  }

  /** The ids of rows that are there. */
  ids(noun: Noun): string[] {
    return [...this.world.rows.all(noun)].map(({ id }) => id);
  }

  row<N extends Noun>(noun: N): RowOf<N> | null {
    return this.of([...this.world.rows.all(noun)]);
  }

  /** A row's id: seldom of one that is gone. Null where there is none. */
  id(noun: Noun): string | null {
    if (this.chance(12) > 0) return this.of(this.ids(noun));
    return this.of([...this.world.rows.every(noun)].map(({ id }) => id));
  }

  /** Like `id`, but as often nothing. */
  maybe(noun: Noun): string | null {
    return this.yes() ? this.id(noun) : null;
  }

  at(): { x: number; y: number } {
    return { x: this.chance(2000) - 1000, y: this.chance(2000) - 1000 };
  }

  box() {
    return { ...this.at(), w: 1 + this.chance(900), h: 1 + this.chance(900) };
  }

  hue(): number {
    return 1 + this.chance(10);
  }

  said(): { lang: "en" | "cy"; phrase: string } {
    const phrase = this.fresh();
    const lang = this.yes() ? "en" : "cy";
    this.phrases.push({ id: phrase, lang, words: `Words ${phrase.slice(0, 4)}` });
    return { lang, phrase };
  }

  maybeSaid() {
    return this.yes() ? this.said() : null;
  }

  name(subject: string, field: NewName["field"]): string {
    const id = this.fresh();
    this.names.push({ id, subject, field, words: `Name ${id.slice(0, 4)}` });
    return id;
  }

  /** A board, with a theme of it or none. */
  spot(): { board: string; theme: string | null } | null {
    const board = this.id("board");
    if (board === null) return null;
    const themes = this.world.rows.related("themesOfBoard", board).map(({ id }) => id);
    return { board, theme: this.chance(15) === 0 ? this.maybe("theme") : this.yes() ? this.of(themes) : null };
  }

  card() {
    const spot = this.spot();
    return spot && { id: this.fresh(), ...spot, ...this.at() };
  }

  script(revision: string): Script | undefined {
    return this.world.scripts.find((one) => one.revision === revision);
  }

  /** A source that is there, the text that it has now, and a span of that; seldom another text of it. */
  span() {
    const source = this.row("source");
    if (!source) return null;
    const scripts = this.world.scripts.filter((one) => one.source === source.id);
    const now = this.chance(10) === 0 ? this.of(scripts) : (this.script(source.revision) ?? null);
    if (!now) return null;
    const length = Array.from(textOf(now.told)).length;
    const start = this.chance(length - 1);
    const end = start + 1 + this.chance(Math.min(30, length - start - 1));
    return { source: source.id, revision: now.revision, start, end };
  }

  /** What a term names; not always said. */
  thing(): { thing?: (typeof THINGS)[number] } {
    const thing = this.of(THINGS);
    return thing === null || this.yes() ? {} : { thing };
  }

  organisation() {
    const id = this.fresh();
    const fields = {
      kind: this.yes() ? ("local_authority" as const) : ("health_body" as const),
      region: this.yes() ? ("north" as const) : null,
      named: this.yes(),
      namedOn: this.yes() ? "2026-11-02" : null,
      name: this.name(id, "name"),
      aliases: null,
    };
    return { id, fields };
  }

  participant() {
    const id = this.fresh();
    const fields = {
      organisation: this.maybe("organisation"),
      seniority: this.yes() ? ("leader" as const) : null,
      consent: this.yes() ? ("verbatim" as const) : ("none" as const),
      name: this.name(id, "name"),
      contact: null,
    };
    return { id, fields };
  }
}

type Make<K extends Kind> = (m: Maker) => Of<K> | null;

/** Some rows' ids for a command that takes several; null where there are none. */
function several(m: Maker, noun: Noun, most = 3): string[] | null {
  const found = m.some(m.ids(noun), most);
  if (m.chance(12) === 0) found.push(m.id(noun) ?? m.fresh());
  return found.length > 0 ? [...new Set(found)] : null;
}

/** Somebody who has not spoken in a source yet. */
function newSpeaker(m: Maker) {
  const id = m.fresh();
  return { id, label: m.name(id, "label"), participant: m.maybe("participant"), interviewer: m.yes() };
}

const on = <N extends Noun, K extends Kind>(
  noun: N,
  make: (m: Maker, id: string) => Of<K> | null,
): ((m: Maker) => Of<K> | null) => {
  return (m) => {
    const id = m.id(noun);
    return id === null ? null : make(m, id);
  };
};

const MAKES: { readonly [K in Kind]: Make<K> } = {
  "study.set": (m) => {
    if (m.yes()) return { kind: "study.set", id: m.world.study, fields: { lang: m.yes() ? "en" : "cy" } };
    const archived = m.yes();
    return {
      kind: "study.set",
      id: m.world.study,
      fields: { archived, keptUntil: archived ? "2027-03-31" : null },
    };
  },
  "wording.set": (m) => {
    const [noun, field] = m.of(SLOTS) ?? (["study", "problem"] as const);
    const subject = m.id(noun);
    if (subject === null) return null;
    const lang: Lang = m.yes() ? "en" : "cy";
    const now = m.world.rows.live("wording", slot(subject, field, lang))?.phrase ?? null;
    const said = { ...m.said() };
    m.phrases.splice(-1, 1, { id: said.phrase, lang, words: "Said anew" });
    const was = m.chance(8) === 0 ? null : now;
    const set = { kind: "wording.set" as const, subject, field, lang, was };
    const calls = noun === "memo" && m.yes() ? { calls: m.some(m.ids("member"), 2) } : {};
    return { ...set, ...calls, phrase: m.chance(6) === 0 ? null : said.phrase };
  },
  "member.set": (m) => {
    const person = m.of(m.world.people.slice(1)) ?? m.world.people[0] ?? m.fresh();
    const one = m.chance(20) === 0 ? (m.world.people[0] ?? person) : person;
    return { kind: "member.set", person: one, role: m.of(["owner", "analyst", "analyst", "observer", null] as const) };
  },
  "organisation.add": (m) => ({ kind: "organisation.add", ...m.organisation() }),
  "organisation.set": on("organisation", (m, id) => ({
    kind: "organisation.set",
    id,
    fields: m.yes() ? { named: m.yes() } : { name: m.name(id, "name"), region: "mid" },
  })),
  "organisation.remove": on("organisation", (_, id) => ({ kind: "organisation.remove", id })),
  "participant.add": (m) => ({ kind: "participant.add", ...m.participant(), role: m.maybeSaid() }),
  "participant.set": on("participant", (m, id) => ({
    kind: "participant.set",
    id,
    fields: m.yes() ? { consent: "withdrawn" } : { organisation: m.maybe("organisation") },
  })),
  "participant.withdraw": on("participant", (_, id) => ({ kind: "participant.withdraw", id, on: "2026-11-27" })),
  "participant.remove": on("participant", (_, id) => ({ kind: "participant.remove", id })),
  "question.add": (m) => ({
    kind: "question.add",
    id: m.fresh(),
    text: m.maybeSaid(),
    ...(m.yes() ? { after: m.maybe("question") } : {}),
  }),
  "question.place": on("question", (m, id) => ({ kind: "question.place", id, after: m.maybe("question") })),
  "question.remove": on("question", (_, id) => ({ kind: "question.remove", id })),
  "guide.add": (m) => ({
    kind: "guide.add",
    id: m.fresh(),
    fields: { kind: m.yes() ? "interview" : "survey", minutes: m.yes() ? 60 : null },
    name: m.maybeSaid(),
  }),
  "guide.set": on("guide", (m, id) => ({ kind: "guide.set", id, fields: { minutes: 30 + m.chance(60) } })),
  "guide.remove": on("guide", (_, id) => ({ kind: "guide.remove", id })),
  "guide.ask": on("guide", (m, guide) => {
    const questions = several(m, "question");
    return questions && { kind: "guide.ask", guide, questions, on: m.chance(3) > 0 };
  }),
  "source.publish": (m) => {
    const script = m.of(m.world.scripts.filter(({ source }) => !m.world.rows.get("source", source)));
    const first = script && m.world.scripts.find(({ source }) => source === script.source);
    if (!first) return null;
    const { source: id, revision, told } = first;
    const speakers = [...new Set(told.flatMap(({ speaker }) => speaker ?? []))];
    const body = m.chance(4) === 0 ? m.organisation() : null;
    return {
      kind: "source.publish",
      ...(body ? { organisations: [{ id: body.id, ...body.fields }] } : {}),
      sources: [
        {
          id,
          kind: "interview",
          revision,
          title: m.name(id, "title"),
          organisation: body?.id ?? m.maybe("organisation"),
          participant: m.maybe("participant"),
          guide: m.maybe("guide"),
          heldOn: null,
          minutes: 60,
          lang: "en",
          original: null,
        },
      ],
      speakers: speakers.map((speaker, at) => ({
        id: speaker,
        source: id,
        number: at + 1,
        label: m.name(speaker, "label"),
        participant: m.maybe("participant"),
        interviewer: at === 0,
      })),
    };
  },
  "source.set": on("source", (m, id) => ({
    kind: "source.set",
    id,
    fields: m.yes()
      ? { organisation: m.maybe("organisation"), participant: m.maybe("participant") }
      : { guide: m.maybe("guide"), heldOn: m.yes() ? "2026-10-05" : null },
  })),
  "source.remove": (m) => {
    const ids = several(m, "source", 1);
    return ids && { kind: "source.remove", ids };
  },
  "speaker.set": on("speaker", (m, id) => ({
    kind: "speaker.set",
    id,
    fields: m.yes() ? { participant: m.maybe("participant") } : { label: m.name(id, "label") },
  })),
  "sources.read": (m) => {
    const [one, two] = [m.row("source"), m.row("source")];
    if (!one || !two) return null;
    const other = m.of(m.world.scripts.filter(({ source }) => source === two.id))?.revision ?? two.revision;
    const sources = [
      { id: one.id, revision: one.revision },
      ...(m.yes() ? [{ id: two.id, revision: m.chance(4) === 0 ? other : two.revision }] : []),
    ];
    return { kind: "sources.read", sources, read: m.chance(4) > 0 };
  },
  "source.revise": (m) => {
    const source = m.row("source");
    const was = source && m.script(source.revision);
    const scripts = m.world.scripts.filter((one) => one.source === source?.id);
    const next = m.of(scripts.filter((one) => one !== was)) ?? was;
    const from = m.chance(10) === 0 ? next : was; // what somebody corrects who has not heard of a correction
    if (!next || !from) return null;
    const course = courseOf(from.told, next.told);
    const { source: id, revision } = next;
    return {
      kind: "source.revise",
      id: m.fresh(),
      source: id,
      was: from.revision,
      revision,
      course,
      ...(m.chance(4) === 0 ? { speakers: [newSpeaker(m)] } : {}),
      reason: m.maybeSaid(),
    };
  },
  "passages.lay": (m) => {
    const span = m.span();
    if (!span) return null;
    const { source, revision, start, end } = span;
    const parts = [{ start, end, question: m.maybe("question") }];
    return { kind: "passages.lay", source, revision, parts, fresh: [m.fresh(), m.fresh()] };
  },
  "quote.make": (m) => {
    const span = m.span();
    if (!span) return null;
    const card = m.yes() ? m.card() : null;
    const newTags = m.chance(4) === 0 ? [{ id: m.fresh(), ...m.said() }] : [];
    return {
      kind: "quote.make",
      id: m.fresh(),
      ...span,
      tags: m.yes() ? m.some(m.ids("tag"), 2) : [],
      newTags,
      card,
    };
  },
  "quote.remove": (m) => {
    const ids = several(m, "quote", 2);
    return ids && { kind: "quote.remove", ids };
  },
  "quote.tag": (m) => {
    const quotes = several(m, "quote");
    const newTags = m.chance(4) === 0 ? [{ id: m.fresh(), ...m.said() }] : [];
    const tags = several(m, "tag") ?? [];
    const off = m.yes() ? m.some(m.ids("tag"), 2) : [];
    return quotes && { kind: "quote.tag", quotes, on: m.chance(3) > 0 ? tags : [], newTags, off };
  },
  "quote.accept": (m) => {
    const ids = several(m, "quote");
    return ids && { kind: "quote.accept", ids };
  },
  "quote.place": on("quote", (m, id) => {
    const quote = m.world.rows.get("quote", id);
    const source = quote && m.world.rows.get("source", quote.source);
    const script = source && m.script(source.revision);
    if (!script) return null;
    const length = Array.from(textOf(script.told)).length;
    const start = m.chance(length - 1);
    const end = start + 1 + m.chance(Math.min(20, length - start - 1));
    return { kind: "quote.place", id, revision: script.revision, start, end };
  }),
  "tag.add": (m) => ({
    kind: "tag.add",
    id: m.fresh(),
    parent: m.maybe("tag"),
    hue: m.yes() ? m.hue() : null,
    name: m.said(),
  }),
  "tag.set": on("tag", (m, id) => {
    const [tagging] = m.world.rows.related("taggingsOfTag", id);
    return { kind: "tag.set", id, fields: m.yes() ? { hue: m.hue() } : { example: tagging?.quote ?? null } };
  }),
  "tag.remove": on("tag", (_, id) => ({ kind: "tag.remove", id })),
  "tags.remove": (m) => {
    const ids = several(m, "tag");
    return ids && { kind: "tags.remove", ids };
  },
  "tags.nest": (m) => {
    const ids = several(m, "tag");
    const after = m.yes() ? { after: m.maybe("tag") } : {};
    return ids && { kind: "tags.nest", ids, parent: m.maybe("tag"), ...after };
  },
  "tag.merge": on("tag", (m, id) => {
    const from = (several(m, "tag") ?? []).filter((tag) => tag !== id || m.chance(8) === 0);
    if (from.length === 0) return null;
    return { kind: "tag.merge", id, from: from.map((tag) => ({ tag, step: m.fresh() })), reason: m.maybeSaid() };
  }),
  "tag.split": on("tag", (m, id) => {
    const carried = m.world.rows.related("taggingsOfTag", id).map(({ quote }) => quote);
    const quotes = m.some(carried);
    const other = m.id("tag");
    if (quotes.length === 0 || other === null) return null;
    const fresh = m.yes() ? { parent: m.maybe("tag"), hue: null, name: m.said() } : null;
    const into = fresh ? m.fresh() : other;
    return { kind: "tag.split", id, quotes, into, fresh, step: m.fresh(), reason: m.maybeSaid() };
  }),
  "tags.bring": (m) => {
    const id = m.fresh();
    const old = m.yes() ? m.id("tag") : null;
    const text = (of: string) => {
      const { lang, phrase } = m.said();
      const was = m.world.rows.live("wording", slot(of, "description", lang))?.phrase ?? null;
      return { field: "description" as const, lang, phrase, was };
    };
    return {
      kind: "tags.bring",
      tags: [
        { id, fresh: true, parent: m.maybe("tag"), hue: m.hue(), texts: [text(id)] },
        ...(old === null
          ? []
          : [{ id: old, fresh: false, ...(m.yes() ? { parent: m.maybe("tag") } : {}), texts: [text(old)] }]),
      ],
    };
  },
  "insight.write": (m) => {
    const card = m.card();
    return card && { kind: "insight.write", id: m.fresh(), body: m.said(), card };
  },
  "insights.write": (m) => {
    const insights = [m.card(), m.card()].flatMap((card) => (card ? [{ id: m.fresh(), body: m.said(), card }] : []));
    return insights.length > 0 ? { kind: "insights.write", insights } : null;
  },
  "memo.write": (m) => {
    const noun = m.of(REMARKED) ?? "theme";
    const subject = m.id(noun);
    const parent = m.chance(3) === 0 ? m.id("memo") : null;
    const on = parent === null ? subject : (m.world.rows.get("memo", parent)?.subject ?? subject);
    const calls = m.yes() ? m.some(m.ids("member"), 2) : [];
    return on === null ? null : { kind: "memo.write", id: m.fresh(), subject: on, parent, body: m.said(), calls };
  },
  "memo.resolve": on("memo", (m, id) => ({ kind: "memo.resolve", id, on: m.yes() })),
  "memo.remove": on("memo", (_, id) => ({ kind: "memo.remove", id })),
  "board.add": (m) => ({ kind: "board.add", id: m.fresh(), name: m.maybeSaid() }),
  "board.copy": on("board", (m, from) => ({
    kind: "board.copy",
    id: m.fresh(),
    from,
    hidden: m.yes(),
    name: m.maybeSaid(),
  })),
  "board.share": on("board", (m, id) => ({
    kind: "board.share",
    id: m.of([...m.world.rows.all("board")].filter(({ owner }) => owner !== null))?.id ?? id,
  })),
  "board.tidy": on("board", (_, id) => ({ kind: "board.tidy", id })),
  "board.analyse": on("board", (_, id) => ({ kind: "board.analyse", id })),
  "board.remove": on("board", (_, id) => ({ kind: "board.remove", id })),
  "cards.add": (m) => {
    const spot = m.spot();
    const quotes = several(m, "quote");
    const theme = spot?.theme ?? null;
    const card = (quote: string | null, insight: string | null) => ({
      id: m.fresh(),
      theme,
      ...m.at(),
      quote,
      insight,
      ...(m.yes() ? { size: "l" as const } : {}),
    });
    const insight = m.chance(4) === 0 ? m.id("insight") : null;
    const cards = insight === null ? (quotes ?? []).map((quote) => card(quote, null)) : [card(null, insight)];
    return spot && cards.length > 0 ? { kind: "cards.add", board: spot.board, cards } : null;
  },
  "cards.group": (m) => {
    const spot = m.spot();
    const quotes = several(m, "quote");
    if (!spot || !quotes) return null;
    const cards = quotes.map((quote) => ({ id: m.fresh(), quote, ...m.at() }));
    const theme = m.chance(3) > 0 ? { id: m.fresh(), ...m.box(), hue: m.hue(), name: m.maybeSaid() } : null;
    return { kind: "cards.group", board: spot.board, groups: [{ theme, cards }] };
  },
  "cards.place": (m) => {
    const first = m.row("card");
    if (!first) return null;
    const fellows = m.world.rows.related("cardsOfBoard", first.board).map(({ id }) => id);
    const ids = new Set([first.id, ...m.some(fellows, 2)]);
    const themes = m.world.rows.related("themesOfBoard", first.board).map(({ id }) => id);
    const theme = m.chance(12) === 0 ? m.maybe("theme") : m.chance(3) > 0 ? m.of(themes) : null;
    const behind = fellows.filter((id) => !ids.has(id) && m.world.rows.get("card", id)?.theme === theme);
    const after = m.yes() ? { after: m.yes() ? m.of(behind) : null } : {};
    return { kind: "cards.place", cards: [...ids].map((id) => ({ id, theme, ...m.at() })), ...after };
  },
  "cards.set": (m) => {
    const ids = several(m, "card");
    const places = m.yes() ? { places: m.some(m.ids("card"), 2).map((id) => ({ id, ...m.at() })) } : {};
    if (places.places?.length === 0) return null;
    return ids && { kind: "cards.set", ids, fields: { size: m.of(["s", "m", "l"] as const) ?? "m" }, ...places };
  },
  "cards.remove": (m) => {
    const ids = several(m, "card", 2);
    return ids && { kind: "cards.remove", ids };
  },
  "theme.make": (m) => {
    const spot = m.spot();
    if (!spot) return null;
    const cards = m.yes() ? m.some(m.world.rows.related("cardsOfBoard", spot.board)) : [];
    const themes = m.chance(3) === 0 ? m.some(m.world.rows.related("themesOfBoard", spot.board), 2) : [];
    return {
      kind: "theme.make",
      id: m.fresh(),
      board: spot.board,
      parent: m.chance(3) === 0 ? spot.theme : null,
      ...m.box(),
      hue: m.hue(),
      name: m.maybeSaid(),
      cards: cards.map(({ id }) => ({ id, ...m.at() })),
      themes: themes.map(({ id }) => id),
    };
  },
  "theme.set": on("theme", (m, id) => {
    const locked = m.world.rows.get("theme", id)?.locked === true;
    const fields = m.of([{ hue: m.hue() }, m.box(), { collapsed: m.yes() }, { status: "agreed" as const }]);
    if (locked || m.chance(8) === 0) return { kind: "theme.set", id, fields: { locked: !locked } };
    return { kind: "theme.set", id, fields: fields ?? {} };
  }),
  "theme.shift": on("theme", (m, id) => ({
    kind: "theme.shift",
    id,
    dx: m.chance(200) - 100,
    dy: m.chance(200) - 100,
    ...(m.chance(4) === 0 ? { parent: m.maybe("theme") } : {}),
  })),
  "theme.nest": on("theme", (m, id) => ({
    kind: "theme.nest",
    id,
    parent: m.maybe("theme"),
    ...(m.chance(4) === 0 ? { after: m.maybe("theme") } : {}),
  })),
  "theme.merge": on("theme", (m, id) => {
    const board = m.world.rows.get("theme", id)?.board ?? "";
    const fellows = m.world.rows.related("themesOfBoard", board).map((theme) => theme.id);
    const from = m.some(fellows, 2).filter((one) => one !== id || m.chance(8) === 0);
    return from.length > 0 ? { kind: "theme.merge", id, from } : null;
  }),
  "theme.arrange": on("theme", (_, id) => ({ kind: "theme.arrange", id })),
  "theme.remove": on("theme", (_, id) => ({ kind: "theme.remove", id })),
  "voting.start": on("board", (m, board) => ({ kind: "voting.start", id: m.fresh(), board, dots: 1 + m.chance(5) })),
  "voting.reveal": on("voting", (_, id) => ({ kind: "voting.reveal", id })),
  "voting.end": on("voting", (_, id) => ({ kind: "voting.end", id })),
  "vote.set": on("voting", (m, voting) => {
    const board = m.world.rows.get("voting", voting)?.board ?? "";
    const card = m.of(m.world.rows.related("cardsOfBoard", board))?.id ?? m.id("card");
    return card === null ? null : { kind: "vote.set", voting, card, dots: m.chance(4) };
  }),
  "finding.add": (m) => ({
    kind: "finding.add",
    id: m.fresh(),
    themes: m.yes() ? m.some(m.ids("theme"), 2) : [],
    statement: m.maybeSaid(),
  }),
  "finding.set": on("finding", (m, id) => ({
    kind: "finding.set",
    id,
    fields: { status: m.yes() ? "agreed" : "draft" },
  })),
  "finding.place": on("finding", (m, id) => ({ kind: "finding.place", id, after: m.maybe("finding") })),
  "finding.theme": on("finding", (m, finding) => {
    const theme = m.id("theme");
    return theme === null ? null : { kind: "finding.theme", finding, theme, on: m.chance(3) > 0 };
  }),
  "finding.cite": on("finding", (m, finding) => {
    const quotes = several(m, "quote");
    const stance = m.of(["supports", "contradicts", null] as const);
    return quotes && { kind: "finding.cite", finding, quotes, stance };
  }),
  "finding.remove": on("finding", (_, id) => ({ kind: "finding.remove", id })),
  "evidence.place": (m) => {
    const ordered = [...m.world.rows.all("evidence")].toSorted(byOrd);
    const evidence = m.of(ordered);
    if (!evidence) return null;
    const { finding, quote } = evidence;
    const others = ordered.filter((one) => one.finding === finding && one !== evidence).map((one) => one.quote);
    return { kind: "evidence.place", finding, quote, after: m.yes() ? m.of(others) : null };
  },
  "evidence.edit": (m) => {
    const evidence = m.of([...m.world.rows.all("evidence")].toSorted(byOrd));
    const anchor = evidence && m.world.rows.related("anchorsOfQuote", evidence.quote)[0];
    if (!anchor) return null;
    const cut = m.chance(anchor.end - anchor.start);
    const edits =
      m.chance(4) === 0 ? [] : [{ start: cut, end: cut + m.chance(3), phrase: m.yes() ? m.said().phrase : null }];
    const { finding, quote, id } = evidence;
    const seen = m.chance(6) === 0 ? [] : editsOf(m.world.rows, id, anchor.revision);
    const was = seen.map(({ start, end, phrase }) => ({ start, end, phrase }));
    return { kind: "evidence.edit", finding, quote, revision: anchor.revision, edits, was };
  },
  "evidence.translate": (m) => {
    const evidence = m.of([...m.world.rows.all("evidence")].toSorted(byOrd));
    const anchor = evidence && m.world.rows.related("anchorsOfQuote", evidence.quote)[0];
    if (!anchor) return null;
    const { finding, quote, id } = evidence;
    const { revision } = anchor;
    const lang = m.yes() ? "en" : "cy";
    const seen = m.chance(6) === 0 ? [] : editsOf(m.world.rows, id, revision);
    const of = seen.map(({ start, end, phrase }) => ({ start, end, phrase }));
    const was = m.chance(6) === 0 ? null : (translationOf(m.world.rows, id, revision, lang)?.phrase ?? null);
    const phrase = m.chance(5) === 0 ? null : m.said().phrase;
    return { kind: "evidence.translate", finding, quote, revision, of, lang, phrase, was };
  },
  "identifier.add": (m) => {
    const id = m.fresh();
    return { kind: "identifier.add", id, term: m.name(id, "term"), ...m.thing() };
  },
  "identifier.set": on("identifier", (m, id) => ({ kind: "identifier.set", id, thing: m.of(THINGS) ?? "other" })),
  "identifiers.add": (m) => {
    const terms = Array.from({ length: m.chance(3) + 1 }, () => {
      const id = m.fresh();
      return { id, term: m.name(id, "term"), ...m.thing() };
    });
    const decision = m.of(["replace", "keep", "ordinary"] as const) ?? "ordinary";
    const words = m.chance(10) > 0 ? m.said().phrase : null;
    const [replacement, reason] = decision === "replace" ? [words, null] : [null, words];
    return { kind: "identifiers.add", terms, decision, replacement, replacementCy: null, reason };
  },
  "identifier.remove": on("identifier", (_, id) => ({ kind: "identifier.remove", id })),
  "identifier.decide": (m) => {
    const terms = [...m.world.rows.every("identifier")].filter(({ kind }) => kind === "term").map(({ id }) => id);
    const of = m.of(["organisation", "participant", "term"] as const) ?? "term";
    const id = of === "term" ? m.of(terms) : m.id(of);
    const decision = m.of(["replace", "keep", "ordinary", null] as const);
    const words = m.chance(10) > 0 ? m.said().phrase : null;
    const [replacement, reason] = decision === "keep" ? [null, words] : [words, null];
    if (id === null) return null;
    return { kind: "identifier.decide", id, of, decision, replacement, replacementCy: null, reason };
  },
  "summary.make": (m) => {
    // Often the first of each, so that two begin the same one.
    const often = (noun: Noun) => (m.chance(3) === 0 ? m.id(noun) : (m.ids(noun)[0] ?? null));
    const theme = often("theme");
    const noun = m.yes() ? "participant" : "organisation";
    const of = often(noun);
    if (theme === null || of === null) return null;
    return {
      kind: "summary.make",
      id: m.fresh(),
      theme,
      of: noun === "participant" ? { participant: of } : { organisation: of },
    };
  },
  "disclosure.set": (m) => {
    const study = m.world.study;
    const { organisations, people, base, listed, reason } = m.world.rows.live("disclosure", study) ?? {
      ...THRESHOLDS,
      reason: null,
    };
    const said = m.chance(8) === 0 ? null : m.said().phrase;
    const now = { organisations, people, base, listed, reason };
    const was = m.chance(8) === 0 ? { ...THRESHOLDS, reason: null } : now;
    const next = m.yes() ? { organisations: 2 + m.chance(3) } : { base: 8 + m.chance(4), listed: 2 + m.chance(3) };
    return { kind: "disclosure.set", id: study, ...now, ...next, reason: said, was, on: "2026-11-02" };
  },
  "disclosure.accept": (m) => ({
    kind: "disclosure.accept",
    of: m.yes() ? "local_authority" : "health_body",
    reason: m.chance(3) === 0 ? null : m.said().phrase,
    on: "2026-11-03",
  }),
  "risk.sign": (m) => {
    const hex = (signs: number) => String(m.chance(9)).repeat(signs);
    const quotes = m.chance(3);
    const seal = { digest: hex(64), parts: hex(42), quotes, marks: hex(quotes * 12) };
    return {
      kind: "risk.sign",
      of: m.yes() ? "document_none" : "data_both",
      signed: m.chance(3) === 0 ? null : { judgement: m.said().phrase, ...seal },
      on: "2026-11-04",
    };
  },
  "identifier.second": (m) => {
    const kept = [...m.world.rows.all("identifier")].filter(({ decision }) => decision === "keep");
    const some = m.some(
      kept.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }])),
      2,
    );
    return some.length === 0 ? null : { kind: "identifier.second", kept: some, on: m.chance(4) > 0 };
  },
  "mention.decide": (m) => {
    const known = [...m.world.rows.all("mention")].flatMap((mention) =>
      m.world.rows.related("placesOfMention", mention.id).map((place) => ({ ...mention, ...place, id: mention.id })),
    );
    const again = m.yes() ? m.of(known) : null;
    const script = m.of(
      m.world.scripts.filter(
        ({ source, revision }) => m.world.rows.live("source", source)?.revision === revision || m.chance(6) === 0,
      ),
    );
    const terms = [...m.world.rows.every("identifier")].filter(({ kind }) => kind === "term").map(({ id }) => id);
    const of = again?.of ?? m.of(["organisation", "participant", "term"] as const) ?? "term";
    const identifier = again?.identifier ?? (of === "term" ? m.of(terms) : m.id(of));
    if (identifier === null || !script) return null;
    const start = m.chance(textOf(script.told).length);
    const { source, revision } = again ?? script;
    const place = again ? { start: again.start, end: again.end } : { start, end: start + 1 + m.chance(3) };
    const decision = m.of(["replace", "keep", "ordinary", null] as const);
    const words = m.chance(10) > 0 ? m.said().phrase : null;
    const [replacement, reason] = decision === "replace" ? [words, null] : [null, words];
    const said = { decision, replacement, replacementCy: null, reason };
    return { kind: "mention.decide", id: m.fresh(), identifier, of, source, revision, ...place, ...said };
  },
  "mention.second": (m) => {
    const shown = [...m.world.rows.all("mention")].flatMap(({ id, reason }) =>
      reason === null ? [] : [{ id, reason }],
    );
    const some = m.some(shown, 2);
    return some.length === 0 ? null : { kind: "mention.second", shown: some, on: m.chance(4) > 0 };
  },
  undo: (m) => ({ kind: "undo", how: m.of(["ask", "ask", "ask", "force", "skip"] as const) ?? "ask" }),
  redo: (m) => ({ kind: "redo", how: m.of(["ask", "ask", "ask", "force", "skip"] as const) ?? "ask" }),
};

/** A command of this kind for the study as it is; null where it has nothing that such a command could name. */
export function commandOf(kind: Kind, world: World, chance: Chance): Given | null {
  const maker = new Maker(world, chance);
  const command = MAKES[kind](maker);
  return command && { command, phrases: maker.phrases, names: maker.names };
}

/** What gives a new study some of everything, in order. */
export const FURNISHING: readonly Kind[] = [
  ...(["organisation.add", "participant.add", "question.add", "question.add", "guide.ask"] as const),
  ...(["source.publish", "source.publish", "tag.add", "tag.add", "tag.add"] as const),
  ...(["theme.make", "theme.make", "theme.make"] as const),
  ...(["quote.make", "quote.make", "quote.make", "quote.make", "quote.make", "quote.make"] as const),
  ...(["quote.tag", "quote.tag", "cards.add", "cards.add", "cards.place", "cards.place"] as const),
  ...(["insight.write", "memo.write", "memo.write", "finding.add", "finding.add"] as const),
  ...([
    "finding.cite",
    "finding.cite",
    "finding.cite",
    "finding.theme",
    "identifier.add",
    "identifiers.add",
    "sources.read",
  ] as const),
  ...(["identifier.decide", "passages.lay", "voting.start", "vote.set", "board.add", "board.copy"] as const),
  ...([
    "summary.make",
    "summary.make",
    "disclosure.set",
    "disclosure.accept",
    "mention.decide",
    "mention.decide",
    "risk.sign",
  ] as const),
];
