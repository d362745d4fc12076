/**
 * Documents of a project as sources, with their turns, who speaks, and their selections as quotes.
 *
 * A quote is the very words of its selection. Where several selections of other software are the same words, as tools write that
 * put each code on one of its own, they are one quote. Rules: docs/spec/refi.md, RF31 and RF32.
 */
import type { ProjectBring } from "#lib/domain/project/word.ts";
import { SourceRow } from "#lib/domain/source/shape.ts";
import type { SourceKind } from "#lib/domain/source/shape.ts";
import { slicePoints } from "#lib/domain/text/points.ts";
import type { Stretch } from "../convention.ts";
import type { OpenProject } from "../read/open.ts";
import type { Selection, Value } from "../read/project.ts";
import type { OwnWords, Who } from "./own.ts";
import type { Pen } from "./pen.ts";
import type { People } from "./people.ts";
import type { Turned } from "./turns.ts";
import { valuesIn } from "./values.ts";

export type SourceWish = Readonly<{
  /** language of the words, where the file does not say */
  lang: string;
  kind: SourceKind;
  /** the file that they are kept with */
  original: string | null;
}>;

/** A text to be staged. */
export type BroughtText = Readonly<{
  source: string;
  revision: string;
  lang: string;
  text: string;
  turns: readonly Readonly<{ id: string; start: number; end: number; speaker: string | null }>[];
  values: readonly Value[];
}>;

export type BroughtSources = Readonly<{
  texts: readonly BroughtText[];
  sources: ProjectBring["sources"];
  speakers: ProjectBring["speakers"];
  quotes: ProjectBring["quotes"];
  merged: number;
  /** by document in order, how many quotes it has; null where it does not come in */
  counts: readonly (number | null)[];
  /** document, or what stands for it → source */
  sourceIds: ReadonlyMap<string, string>;
  /** selection → quote */
  quoteIds: ReadonlyMap<string, string>;
  /** notes on a quote or a source, and what is described there */
  notes: readonly Readonly<{ subject: string; note: string }>[];
  described: readonly Readonly<{ subject: string; words: string }>[];
}>;

/**
 * @param turnedOf - the texts of documents with their turns
 * @param tagOf - the tag that a code is; null where it cannot be one, undefined where it is a theme of ours
 * @param variables - by their names
 */
export function sourcesOf(
  project: OpenProject,
  people: People,
  own: OwnWords | null,
  wish: SourceWish,
  turnedOf: readonly (Turned | null)[],
  tagOf: (code: string) => string | null | undefined,
  variables: ReadonlyMap<string, string>,
  pen: Pen,
): BroughtSources {
  const texts: BroughtText[] = [];
  const sources: ProjectBring["sources"] = [];
  const speakers: ProjectBring["speakers"] = [];
  const quotes: { id: string; source: string; revision: string; start: number; end: number; tags: string[] }[] = [];
  const sourceIds = new Map<string, string>();
  const quoteIds = new Map<string, string>();
  const notes: { subject: string; note: string }[] = [];
  const described: { subject: string; words: string }[] = [];
  let merged = 0;
  const language = project.variables.find(({ name }) => own?.variable(name) === "language")?.guid;

  const counts = project.sources.map((one, at): number | null => {
    pen.lose("areas", one.areas);
    pen.lose("wholes", one.codes.length);
    const found = project.texts[at];
    const turned = turnedOf[at];
    if (!found || !turned) {
      pen.lose(one.words === null ? "media" : "textless");
      pen.lose("selections", one.selections.length);
      pen.lose("noteTexts", (own ? one.selections : [one, ...one.selections]).filter(isDescribed).length);
      if (!own) pen.lose("values", one.values.length);
      return null;
    }
    const [source, revision] = [pen.id(`source/${at}`), pen.id(`revision/${at}`)];
    for (const guid of [one.guid, ...one.also]) if (!sourceIds.has(guid)) sourceIds.set(guid, source);
    const said = own ? one.values.find(({ variable }) => variable === language)?.words : undefined;
    const lang = SourceRow.shape.lang.safeParse(said).data ?? wish.lang;
    const kind = own ? (own.sourceKind(one.description) ?? "document") : wish.kind;
    const spoken = speakersOf(source, turned, people, pen);
    speakers.push(...spoken.speakers);
    // Where speakers tell whose words they are, the source need not.
    const participant = people.participantOf.get(one.guid) ?? null;
    sources.push({
      id: source,
      kind,
      revision,
      title: own ? null : pen.name(source, "title", one.name),
      organisation: people.organisationOf.get(one.guid) ?? null,
      participant: kind !== "survey" && spoken.named.has(participant ?? "") ? null : participant,
      guide: null,
      heldOn: null,
      minutes: null,
      lang,
      original: wish.original,
    });
    texts.push({
      source,
      revision,
      lang,
      text: turned.text,
      turns: turned.turns.map(({ start, end, who }, n) => ({
        id: pen.id(`turn/${at}/${n}`),
        start,
        end,
        speaker: spoken.of(who),
      })),
      values: own ? [] : valuesIn([...one.values, ...(people.valuesOf.get(one.guid) ?? [])], variables, pen),
    });
    notes.push(...one.notes.map((note) => ({ subject: source, note })));
    if (!own && isDescribed(one)) described.push({ subject: source, words: one.description });

    const placed = new Map<string, (typeof quotes)[number]>();
    for (const [n, selection] of one.selections.entries()) {
      const stretch = placeOf(found.spans[n] ?? null, turned);
      if (stretch === null) {
        pen.lose("outside");
        if (isDescribed(selection)) pen.lose("noteTexts");
        continue;
      }
      const key = own ? String(n) : `${stretch.start}/${stretch.end}`;
      const old = placed.get(key);
      if (old) merged += 1;
      const quote = old ?? { id: pen.id(`quote/${at}/${n}`), source, revision, ...stretch, tags: [] };
      if (!old) {
        placed.set(key, quote);
        quotes.push(quote);
      }
      quoteIds.set(selection.guid, quote.id);
      quote.tags.push(...tagsOn(selection, tagOf, pen).filter((tag) => !quote.tags.includes(tag)));
      notes.push(...selection.notes.map((note) => ({ subject: quote.id, note })));
      if (isDescribed(selection)) described.push({ subject: quote.id, words: selection.description });
    }
    return placed.size;
  });
  return { texts, sources, speakers, quotes, merged, counts, sourceIds, quoteIds, notes, described };
}

function isDescribed({ description }: Pick<Selection, "description">): boolean {
  return description.trim() !== "";
}

function tagsOn({ codes }: Selection, tagOf: (code: string) => string | null | undefined, pen: Pen): string[] {
  const tags = new Set<string>();
  for (const code of codes) {
    const tag = tagOf(code);
    if (tag === null) pen.lose("codings");
    else if (tag !== undefined) tags.add(tag);
  }
  return [...tags];
}

/** Where a selection stands in the text that comes in; null where it holds no words of it. */
function placeOf(span: Stretch | null, turned: Turned): Stretch | null {
  const place = span && turned.place(span);
  if (!place) return null;
  return slicePoints(turned.text, turned.astral, place.start, place.end).trim() === "" ? null : place;
}

/** Who speaks in a source, each by one row; numbers of those who are known by nothing else stay. */
function speakersOf(source: string, turned: Turned, people: People, pen: Pen) {
  const all = new Map<string, Who>();
  for (const { who } of turned.turns) if (who) all.set(keyOf(who), who);
  const taken = new Set([...all.values()].flatMap((who) => (who.is === "speaker" ? [who.number] : [])));
  let next = 0;
  const free = (): number => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  const ids = new Map<string, string>();
  const named = new Set<string>();
  const speakers = [...all].map(([key, who]) => {
    const id = pen.id(`speaker/${source}/${key}`);
    ids.set(key, id);
    const participant = who.is === "case" ? (people.byPseudonym.get(who.name) ?? null) : null;
    if (participant) named.add(participant);
    const number = who.is === "speaker" ? who.number : free();
    return { id, source, number, label: null, participant, interviewer: who.is === "interviewer" };
  });
  return { speakers, named, of: (who: Who | null) => (who ? (ids.get(keyOf(who)) ?? null) : null) };
}

function keyOf(who: Who): string {
  return who.is === "speaker" ? `speaker ${who.number}` : who.is === "case" ? who.name : who.is;
}
