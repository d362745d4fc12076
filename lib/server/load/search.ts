/**
 * What stands in a study where somebody looks for it: hits with the words around them, as this person may read them.
 *
 * Who may is asked inside the transaction. Those who may not read originals are shown only what stands outside names: every
 * text is masked first, and then looked through again, so that nothing is found, left out or counted by what a name hides.
 * Rules: docs/spec/search.md, SR6 to SR13.
 */
import { may } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { likely, placesOf } from "#lib/domain/search/match.ts";
import { leavesOf, parseQuery, printQuery, replaceWord, withoutNot } from "#lib/domain/search/query.ts";
import type { Query, QueryFault } from "#lib/domain/search/query.ts";
import { COUNTED, PAGE } from "#lib/domain/search/shape.ts";
import type { Asked, Cursor, Found, Hit, Piece } from "#lib/domain/search/shape.ts";
import { snippetOf } from "#lib/domain/search/snippet.ts";
import type { Segment } from "#lib/domain/identifier/overlay.ts";
import { astralOf, slicePoints, toPoints } from "#lib/domain/text/points.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { Db } from "#lib/server/store/rows.ts";
import * as store from "#lib/server/store/search.ts";
import type { Forms, Look, Place, Search, StoredHit } from "#lib/server/store/search.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { maskOf } from "./mask.ts";
import type { Mask } from "./mask.ts";

// How a page is come by (docs/decisions/search-in-postgres.md). Costs are microseconds for each stretch of speech, as measured;
// only their relation matters. A phrase is compared in every turn that holds its words, wherever they stand.
const COST = { inOrder: 0.7, byWords: 3, byPhrase: 20, within: 4 };
const NEAR = 5000; // stretches of speech that are gone through before anything else is tried
const FURTHER = 6 * NEAR; // and for phrases and where filters are set
const DENSE = { words: 120, phrase: 250 }; // so many hits among them: going on is the shortest way
const WIDEST = 12_000; // stretches of speech that filters may lead to: beyond, they are not counted
const CLOSE = 4000; // quotes of a tag: where there are so few, nothing is shorter than to go there

const LOOKED = 300; // candidates that are masked at once
const MOST_LOOKED = 20_000; // and in all, for one page
const GAP = "\u00a0carthenxgap\u00a0"; // stands for a name: a word that nobody looks for, so that no phrase reaches over it

export type SearchFault = QueryFault | Readonly<{ code: "study.missing" }>;

/** Looks, for this person. Faults: those of the query, with their place; `study.missing`. */
export async function searchStudy(
  prisma: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  asked: Asked,
): Promise<Result<Found, SearchFault>> {
  const query = parseQuery(asked.words);
  if (!query.ok) return query;
  return prisma.$transaction(
    async (db) => {
      const role = await store.roleIn(db, study, person);
      if (role === null) return no({ code: "study.missing" as const });
      if (may(role, "readOriginals")) return yes(await openly(db, study, query.value, asked));
      return yes(await behindMask(db, study, query.value, asked, await maskOf(prisma, vault, study)));
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 },
  );
}

async function openly(db: Db, study: string, query: Query, { filters, after }: Asked): Promise<Found> {
  const search = await store.searchFor(db, study, query, filters);
  const page =
    after?.rank === null ? await inOrder(db, search, query, after.place) : await ranked(db, search, query, after);
  const forms = await formsFor(db, query);
  const stored = await store.hitsAt(db, study, page.places, false);
  const hits = await shownHits(db, query, forms, page.places, stored, (hit) => ({
    segments: [{ text: hit.text, start: hit.start, end: hit.end, replaced: false }],
    cut: hit,
  }));
  const nothing = page.places.length === 0 && after === null;
  return {
    hits,
    next: page.next,
    counted: page.counted,
    ranked: page.ranked,
    alike: nothing ? await alikeTo(db, study, query, forms) : [],
  };
}

type Page = Readonly<{ places: readonly number[]; next: Cursor | null; counted: Found["counted"]; ranked: boolean }>;

/** The first page, or a further one of hits that were few enough to be put in the order of their ranks. */
async function ranked(db: Db, search: Search, query: Query, after: Cursor | null): Promise<Page> {
  const ends = await store.endsOf(db, search.study);
  if (ends === null) return pageOf([], after);
  const most = COUNTED + 1;
  const before = ends.first - 1;
  const near = await store.placesInOrder(db, search, before, most, before + NEAR);
  const all = before + NEAR >= ends.last;
  const phrase = isPhrase(query);
  if (all || near.length >= (phrase ? DENSE.phrase : DENSE.words)) {
    const places = all || near.length >= most ? near : await store.placesInOrder(db, search, before, most);
    return everyOf(db, search, places, after);
  }
  if (phrase || (isFiltered(search) && 2 * near.length * FURTHER > PAGE * NEAR)) {
    // A phrase is compared, and filters are asked, for most of what a look would find: to go on a little costs less.
    const page = await goOn(db, search, near, before);
    if (page) return page;
  }
  const within = await store.countWithin(db, search, WIDEST);
  if (isClose(search, within)) return everyOf(db, search, await store.placesWithin(db, search, before, most), after);
  const look = await store.lookAt(db, search, most);
  if (look.seen < most) return pageOf(await store.ranksAt(db, search, look.places), after);
  const way = wayFor(query, look, ends, within);
  if (way !== store.placesInOrder) return everyOf(db, search, await way(db, search, before, most), after);
  const page = cutOff(await way(db, search, before, PAGE + 1));
  if (page.next === null) return everyOf(db, search, page.places, after);
  return { ...page, counted: { count: Math.min(COUNTED, Math.max(PAGE, look.places.length)), more: true } };
}

/**
 * The first page by going on in order behind what was gone through first: a little, and further where half of it was found there.
 * Null where that does not fill it.
 */
async function goOn(db: Db, search: Search, near: readonly number[], before: number): Promise<Page | null> {
  let [found, from] = [near, NEAR];
  for (const until of [FURTHER, 4 * FURTHER]) {
    if (from > NEAR && 2 * found.length <= PAGE) return null;
    if (found.length <= PAGE)
      found = [
        ...found,
        ...(await store.placesInOrder(db, search, before + from, PAGE + 1 - found.length, before + until)),
      ];
    from = until;
  }
  const page = cutOff(found);
  return page.next === null ? null : { ...page, counted: { count: Math.max(PAGE, near.length), more: true } };
}

/** All places, or the first of more than are counted. */
async function everyOf(db: Db, search: Search, places: readonly number[], after: Cursor | null): Promise<Page> {
  if (places.length > COUNTED) return { ...cutOff(places), counted: { count: COUNTED, more: true } };
  return pageOf(await store.ranksAt(db, search, places), after);
}

/** A further page of hits in the order in which the texts came in. */
async function inOrder(db: Db, search: Search, query: Query, after: number): Promise<Page> {
  const near = await store.placesInOrder(db, search, after, PAGE + 1, after + 2 * NEAR);
  if (near.length > PAGE) return cutOff(near);
  return cutOff(await (await orderedWay(db, search, query))(db, search, after, PAGE + 1));
}

type Way = (db: Db, search: Search, after: number, most: number) => Promise<number[]>;

/** The shortest way to hits in order, where nothing is known yet. */
async function orderedWay(db: Db, search: Search, query: Query): Promise<Way> {
  const ends = await store.endsOf(db, search.study);
  if (!ends) return store.placesByWords;
  const within = await store.countWithin(db, search, WIDEST);
  return isClose(search, within)
    ? store.placesWithin
    : wayFor(query, await store.lookAt(db, search, COUNTED + 1), ends, within);
}

/** The shortest way to the first hits: through all that is said, through the words, or through what the filters lead to. */
function wayFor(
  query: Query,
  { places, seen, far }: Look,
  { first, last }: Readonly<{ first: number; last: number }>,
  within: number,
): Way {
  const size = last - first + 1;
  const share = Math.min(1, (far - first + 1) / size); // of the study, that was gone through for the look
  const wanted = places[PAGE]; // the place of the last hit of a page, as far as it has been seen
  const through = wanted === undefined ? ((PAGE + 1) / Math.max(1, places.length)) * share * size : wanted - first + 1;
  const words = seen > COUNTED ? seen / share : seen;
  const phrase = isPhrase(query);
  const best = Math.min(through, size) * COST.inOrder;
  const costs = [
    { way: store.placesInOrder, cost: best },
    { way: store.placesByWords, cost: words * (phrase ? COST.byPhrase : COST.byWords) },
  ];
  if (within < WIDEST) costs.push({ way: store.placesWithin, cost: within * COST.within });
  return costs.reduce((least, one) => (one.cost < least.cost ? one : least)).way;
}

function isClose({ filters }: Search, within: number): boolean {
  return filters.tag !== null && within <= CLOSE;
}

function isFiltered({ filters }: Search): boolean {
  return Object.values(filters).some((chosen) => chosen !== null);
}

function isPhrase(query: Query): boolean {
  return leavesOf(query).some((leaf) => leaf.words.length > 1);
}

function cutOff(places: readonly number[]): Page {
  const shown = places.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    places: shown,
    next: places.length > PAGE && last !== undefined ? { rank: null, place: last } : null,
    counted: null,
    ranked: false,
  };
}

function pageOf(all: readonly Place[], after: Cursor | null): Page {
  const order = all.toSorted((a, b) => b.rank - a.rank || a.place - b.place);
  const from =
    after?.rank === null || !after
      ? 0
      : order.findIndex(({ rank, place }) => rank < (after.rank ?? 0) || (rank === after.rank && place > after.place));
  const shown = from < 0 ? [] : order.slice(from, from + PAGE);
  const last = shown.at(-1);
  const more = from >= 0 && order.length > from + PAGE;
  return {
    places: shown.map(({ place }) => place),
    next: more && last ? { rank: last.rank, place: last.place } : null,
    counted: { count: order.length, more: false },
    ranked: true,
  };
}

/** For somebody who reads replacements: only what stands outside them is looked through, shown and counted. */
async function behindMask(db: Db, study: string, query: Query, { filters, after }: Asked, mask: Mask): Promise<Found> {
  const wide = await store.searchFor(db, study, withoutNot(query), filters);
  const { words } = await store.searchFor(db, study, query, filters);
  const way = await orderedWay(db, wide, query);
  const fit: { hit: StoredHit; segments: readonly Segment[] }[] = [];
  let [at, looked, left] = [after?.place ?? -1, 0, true];
  while (left && looked < MOST_LOOKED && fit.length <= (after === null ? COUNTED : PAGE)) {
    const places = await way(db, wide, at, LOOKED);
    left = places.length === LOOKED;
    at = places.at(-1) ?? at;
    looked += places.length;
    const read = byPlace(await store.hitsAt(db, study, places, true), places).map((hit) => ({
      hit,
      segments: mask.segments(hit.text, hit.lang, { revision: hit.revision, start: hit.from }),
    }));
    const seen = read.map(({ hit, segments }) => ({ place: hit.place, lang: hit.lang, text: visible(hit, segments) }));
    const holding = await store.holding(db, words, seen);
    fit.push(...read.filter(({ hit }) => holding.has(hit.place)));
  }
  const shown = fit.slice(0, PAGE);
  const last = shown.at(-1);
  const forms = await formsFor(db, query);
  const segments = new Map(shown.map((one) => [one.hit.place, one.segments]));
  const hits = await shownHits(
    db,
    query,
    forms,
    shown.map(({ hit }) => hit.place),
    shown.map(({ hit }) => hit),
    (hit) => ({ segments: stretchesOf(hit, segments.get(hit.place) ?? []), cut: hit }),
  );
  return {
    hits,
    next: fit.length > PAGE && last ? { rank: null, place: last.hit.place } : null,
    counted: after === null ? { count: Math.min(fit.length, COUNTED), more: fit.length > COUNTED } : null,
    ranked: false,
    alike: [],
  };
}

/** What a part of a turn says outside of names. */
function visible(hit: StoredHit, segments: readonly Segment[]): string {
  return cutTo(stretchesOf(hit, segments), hit.start, hit.end)
    .map(({ text, replaced }) => (replaced ? GAP : text))
    .join("");
}

type Stretch = Readonly<{ text: string; start: number; end: number; replaced: boolean }>;

/** Segments of a masked text at their places in the original; the text begins at `from`. */
function stretchesOf({ from }: Pick<StoredHit, "from">, segments: readonly Segment[]): Stretch[] {
  return segments.map(({ text, start, end, term }) => ({
    text,
    start: from + start,
    end: from + end,
    replaced: term !== null,
  }));
}

/** The stretches between two places; replacements are taken whole. */
function cutTo(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  return stretches.flatMap((one) => {
    if (one.end <= from || one.start >= to) return [];
    if (one.replaced) return [one];
    const start = Math.max(one.start, from);
    const end = Math.min(one.end, to);
    return [
      {
        text: slicePoints(one.text, astralOf(one.text), start - one.start, end - one.start),
        start,
        end,
        replaced: false,
      },
    ];
  });
}

/** Turns what is stored into what is shown, in the order of `places`. */
async function shownHits(
  db: Db,
  query: Query,
  asked: ReadonlyMap<string, Forms>,
  places: readonly number[],
  stored: readonly StoredHit[],
  read: (hit: StoredHit) => Readonly<{ segments: readonly Stretch[]; cut: Readonly<{ start: number; end: number }> }>,
): Promise<Hit[]> {
  const texts = byPlace(stored, places).map((hit) => {
    const { segments, cut } = read(hit);
    return { hit, stretches: cutTo(segments, cut.start, cut.end) };
  });
  const words = likely(
    query,
    texts.flatMap(({ stretches }) => stretches.filter(({ replaced }) => !replaced).map(({ text }) => text)),
  );
  const forms = await store.formsOf(db, words);
  return texts.map(({ hit, stretches }) => hitOf(query, hit, stretches, asked, forms));
}

function hitOf(
  query: Query,
  hit: StoredHit,
  stretches: readonly Stretch[],
  asked: ReadonlyMap<string, Forms>,
  forms: ReadonlyMap<string, Forms>,
): Hit {
  const english = /^en(-|$)/.test(hit.lang);
  const formOf = (word: string) => forms.get(word)?.[english ? "english" : "plain"] ?? null;
  const formsOf = (word: string) =>
    [asked.get(word)?.english ?? null, asked.get(word)?.plain ?? null].filter((form) => form !== null);
  const text = stretches.map((one) => one.text).join("");
  // What stands for a name is looked through as blanks: nothing is found in it.
  const looked = stretches.map((one) => (one.replaced ? "\ufffc".repeat(one.text.length) : one.text)).join("");
  const places = placesOf(query, looked, formOf, formsOf);
  const { shown, sentence } = snippetOf(text, hit.lang, places);
  const pieces = piecesOf(stretches, shown, places);
  const whole = piecesOf(stretches, sentence, []);
  return {
    place: hit.place,
    source: hit.source,
    revision: hit.revision,
    lang: hit.lang,
    turn: hit.turn,
    speaker: hit.speaker,
    question: hit.question,
    startMs: hit.startMs,
    pieces,
    more: { before: (pieces[0]?.start ?? hit.from) > hit.from, after: (pieces.at(-1)?.end ?? hit.to) < hit.to },
    sentence: {
      text: whole.map((piece) => piece.text).join(""),
      start: whole[0]?.start ?? hit.start,
      end: whole.at(-1)?.end ?? hit.end,
    },
  };
}

/** A stretch of what is read, in UTF-16 units, cut where names are replaced and where something was found. */
function piecesOf(
  stretches: readonly Stretch[],
  shown: Readonly<{ start: number; end: number }>,
  places: readonly Readonly<{ start: number; end: number }>[],
): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const one of stretches) {
    const to = from + one.text.length;
    const start = Math.max(from, shown.start);
    const end = Math.min(to, shown.end);
    if (start < end && one.replaced) pieces.push({ text: one.text, start: one.start, end: one.end, kind: "replaced" });
    else if (start < end) {
      const astral = astralOf(one.text);
      const edges = places.flatMap((place) => [place.start, place.end]).filter((edge) => edge > start && edge < end);
      const cuts = [start, ...edges, end];
      for (const [n, cut] of cuts.slice(0, -1).entries()) {
        const next = cuts[n + 1] ?? end;
        pieces.push({
          text: one.text.slice(cut - from, next - from),
          start: one.start + toPoints(astral, cut - from),
          end: one.start + toPoints(astral, next - from),
          kind: places.some((place) => place.start <= cut && next <= place.end) ? "found" : "said",
        });
      }
    }
    from = to;
  }
  return pieces;
}

async function formsFor(db: Db, query: Query): Promise<ReadonlyMap<string, Forms>> {
  return store.formsOf(db, [...new Set(leavesOf(query).flatMap(({ words }) => words))]);
}

/** The same query with words that the study does hold, where it holds none written as was asked. */
async function alikeTo(db: Db, study: string, query: Query, forms: ReadonlyMap<string, Forms>): Promise<string[]> {
  const found: string[] = [];
  for (const word of new Set(
    leavesOf(query)
      .filter(({ open }) => !open)
      .flatMap(({ words }) => words),
  )) {
    const of = forms.get(word);
    for (const form of of ? await store.formsAlike(db, study, of) : []) {
      const better = await wordOf(db, study, form);
      if (better !== null) found.push(printQuery(replaceWord(query, word, better)));
    }
    if (found.length > 0) break; // one word at a time
  }
  return found;
}

/** A form as it stands in a text of the study. */
async function wordOf(db: Db, study: string, form: string): Promise<string | null> {
  const place = await store.placeOfForm(db, study, form);
  const [hit] = place === null ? [] : await store.hitsAt(db, study, [place], false);
  if (!hit) return null;
  const query: Query = { kind: "words", words: [form], open: false };
  const forms = await store.formsOf(db, likely(query, [hit.text]));
  const english = /^en(-|$)/.test(hit.lang);
  const [at] = placesOf(
    query,
    hit.text,
    (word) => forms.get(word)?.[english ? "english" : "plain"] ?? null,
    () => [form],
  );
  return at ? hit.text.slice(at.start, at.end).toLowerCase() : null;
}

function byPlace(stored: readonly StoredHit[], places: readonly number[]): StoredHit[] {
  const known = new Map(stored.map((hit) => [hit.place, hit]));
  return places.map((place) => known.get(place)).filter((hit) => hit !== undefined);
}
