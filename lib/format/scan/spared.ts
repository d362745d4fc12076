/**
 * Knows in finished bytes the places in which a name is kept though it is replaced everywhere else: by the letters around it, as a
 * format may put anything between letters, and leave nothing out. Rules: docs/spec/identifier.md, I104.
 */
import { bare } from "#lib/domain/identifier/fold.ts";
import type { Occurrence } from "#lib/domain/identifier/find.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { astralOf, toUnits } from "#lib/domain/text/points.ts";

/** So many letters on a side are compared; so many at least tell a place by one side alone, as a page or a cell may end beside it. */
const MOST = 24;
const LEAST = 12;
/** As many signs of a text are looked at for those letters. */
const REACH = 400;

type Place = Readonly<{ words: string; before: string; after: string }>;

/** Answers whether what was found at a place of a text is one of these. */
export function sparing(places: readonly Excerpt[]): (text: string, found: Occurrence) => boolean {
  const known = new Map(
    places.map(({ words, around }) => {
      const place = { words: lettersOf(words), before: lastOf(around.before), after: firstOf(around.after) };
      return [`${place.before} ${place.words} ${place.after}`, place];
    }),
  );
  if (known.size === 0) return () => false;
  let [last, astral] = ["", astralOf("")]; // a text is asked about once for each of its places
  return (text, { start, end }) => {
    if (text !== last) [last, astral] = [text, astralOf(text)];
    const [from, to] = [toUnits(astral, start), toUnits(astral, end)];
    const here: Place = {
      words: lettersOf(text.slice(from, to)),
      before: lastOf(text.slice(Math.max(0, from - REACH), from)),
      after: firstOf(text.slice(to, to + REACH)),
    };
    return [...known.values()].some((place) => place.words === here.words && isThere(place, here));
  };
}

function isThere({ before, after }: Place, here: Place): boolean {
  const isBefore = here.before.endsWith(before);
  const isAfter = here.after.startsWith(after);
  if (before.length < LEAST && after.length < LEAST) return isBefore && isAfter;
  return (before.length >= LEAST && isBefore) || (after.length >= LEAST && isAfter);
}

const lettersOf = (words: string): string => bare(words).replace(/[^\p{L}\p{N}]+/gu, "");
const lastOf = (words: string): string => lettersOf(words.slice(-REACH)).slice(-MOST);
const firstOf = (words: string): string => lettersOf(words.slice(0, REACH)).slice(0, MOST);
