/**
 * Places, bodies and peoples that are on a list, Welsh mutated forms among them.
 *
 * Found by the finder of the study's own names: whatever the accents and hyphens, the longest first. With a capital they are sure;
 * without one, wide. Words that are also other words are found with their capital only. Rules: docs/spec/identifier.md, I58, I59, I61, I62.
 */
import { finder } from "../../identifier/find.ts";
import { bare } from "../../identifier/fold.ts";
import { astralOf, toUnits } from "../../text/points.ts";
import type { Finder, Hit, Kind } from "../hit.ts";
import { plainLines } from "../plain.ts";
import { isAmbiguous } from "./ambiguous.ts";
import { BODIES } from "./body.ts";
import { PEOPLES } from "./people-of.ts";
import { PLACES_ABROAD, PLACES_OF_BRITAIN } from "./place.ts";
import { PLACES_OF_WALES } from "./place-wales.ts";

/** A name on a list. `mutates`: Welsh people mutate it. */
type Listed = Readonly<{ words: string; kind: Kind; reason: string; mutates: boolean }>;

/** The names of a list: parted by commas, lines and, where one thing has several, by strokes. */
export function namesOf(list: string): readonly string[] {
  return list
    .split(/[,/\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** What many share: never sure. */
const VAGUE = new Set(["people", "place-abroad", "central-government"]);

/** Of English places, those with a name in Welsh are mutated. */
function mutates(words: string): boolean {
  return /^(?:Ll|Cae|Bryst|Mance|Ler)/u.test(words);
}

const SEED: readonly Listed[] = [
  ...namesOf(PLACES_OF_WALES).map((words) => ({ words, kind: "place" as const, reason: "place", mutates: true })),
  ...namesOf(PLACES_OF_BRITAIN).map((words) => ({
    words,
    kind: "place" as const,
    reason: "place",
    mutates: mutates(words),
  })),
  ...namesOf(PLACES_ABROAD).map((words) => ({ words, kind: "place" as const, reason: "place-abroad", mutates: false })),
  ...Object.entries(BODIES).flatMap(([name, bodies]) =>
    namesOf(bodies).map((words) => ({ words, kind: "organisation" as const, reason: name, mutates: true })),
  ),
  ...namesOf(PEOPLES).flatMap((words) =>
    [words, `${words}s`].map((form) => ({ words: form, kind: "trait" as const, reason: "people", mutates: false })),
  ),
];

/** Prepares the seed lists and what an operator added. */
export function listedPlaces(added: readonly string[]): Finder {
  const own = added.map((words) => ({ words, kind: "place" as const, reason: "place-added", mutates: true }));
  const both = [
    findListed(
      [...SEED, ...own].filter(({ mutates }) => mutates),
      true,
    ),
    findListed(
      SEED.filter(({ mutates }) => !mutates),
      false,
    ),
  ];
  return (text) => both.flatMap((find) => find(text));
}

function findListed(listed: readonly Listed[], mutations: boolean): Finder {
  const find = finder(
    listed.map(({ words }, at) => ({ id: String(at), words, caseSensitive: wantsCapital(words) })),
    { mutations },
  );
  return (text) => {
    const astral = astralOf(text);
    const isPlain = plainLines(text);
    return find(text).flatMap(({ term, start: from, end: to }): Hit[] => {
      const one = listed[Number(term)];
      if (one === undefined) return [];
      const [start, end] = [toUnits(astral, from), toUnits(astral, to)];
      const { kind, reason } = one;
      const large = /^\p{Lu}/u.test(text.slice(start, end));
      const sure = large && !isPlain(start) && !VAGUE.has(reason) && !wantsCapital(one.words);
      return [{ start, end, kind, detector: "list", reason, score: sure ? 0.9 : 0.6, layer: sure ? "sure" : "wide" }];
    });
  };
}

/** One short word, letters only, or a word that is another one. */
function wantsCapital(words: string): boolean {
  const plain = bare(words);
  return /^\p{Lu}{2,6}$/u.test(words) || (!/[\s-]/u.test(plain) && (plain.length <= 3 || isAmbiguous(plain)));
}
