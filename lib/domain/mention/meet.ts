/**
 * Brings together what was found in a text and what was decided of single places in it.
 *
 * What is to be replaced at a place is replaced there whatever is found: with all that it touches it is one occurrence. What is shown
 * is shown only where exactly that is found. Rules: docs/spec/identifier.md, I95, I96 and I102.
 */
import type { Decided } from "../identifier/decided.ts";
import type { Occurrence } from "../identifier/find.ts";
import type { Span } from "../source/reading.ts";
import type { Rows } from "../study/rows.ts";
import { mentionWaits } from "./shape.ts";

/** Where a text stands: in a revision of a source, from this place in it on (code points). */
export type Where = Readonly<{ revision: string; start: number }>;

/** What was decided of a place and holds; `id` is that of the identifier. */
export type Said = Decided & Span & Readonly<{ mention: string; revision: string }>;

/** An occurrence with what was decided of it alone, by identifier. */
export type Met = Occurrence & Readonly<{ said?: readonly Said[] }>;

/** What holds of single places by these rows; `words` gives those of a phrase. */
export function saidOf(rows: Rows, words: (phrase: string | null) => string | null): readonly Said[] {
  return [...rows.all("mentionPlace")].flatMap(({ mention: id, revision, start, end }): Said[] => {
    const mention = rows.live("mention", id);
    if (!mention || mentionWaits(mention, rows.live("identifier", mention.identifier))) return [];
    const { identifier, decision, replacement, replacementCy } = mention;
    const standing = { mention: id, revision, start, end };
    return [
      { id: identifier, decision, replacement: words(replacement), replacementCy: words(replacementCy), ...standing },
    ];
  });
}

type Group = { start: number; end: number; terms: string[]; said: Said[] };

/**
 * Prepares what was decided and answers with a function that lays it over what was found in a text.
 *
 * Cost: what was found, and what was decided in that revision.
 */
export function meeting(
  said: readonly Said[],
): (found: readonly Occurrence[], length: number, where: Where) => readonly Met[] {
  const of = Map.groupBy(said, ({ revision }) => revision);
  return (found, length, { revision, start: from }) => {
    const here = (of.get(revision) ?? []).filter(({ start, end }) => start < from + length && end > from);
    if (here.length === 0) return found;
    const hidden = here.filter(({ decision }) => decision === "replace");
    const groups = [
      ...hidden.map((one): Group => ({
        start: Math.max(0, one.start - from),
        end: Math.min(length, one.end - from),
        terms: [one.id],
        said: [one],
      })),
      ...found.map(({ term, also, start, end }): Group => ({ start, end, terms: [term, ...also], said: [] })),
    ].toSorted((a, b) => a.start - b.start || b.said.length - a.said.length);
    return joined(groups).map(({ start, end, terms, said: held }): Met => {
      const shown =
        held.length > 0
          ? []
          : here.filter((one) => one.start === from + start && one.end === from + end && terms.includes(one.id));
      const [term = "", ...also] = [...new Set([...held.map(({ id }) => id), ...terms])];
      const all = [...held, ...shown];
      return { term, start, end, also, ...(all.length > 0 && { said: all }) };
    });
  };
}

/** Groups that lie on one another made one; what was found never does by itself. */
function joined(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const last = out.at(-1);
    if (!last || group.start >= last.end) out.push({ ...group });
    else {
      last.end = Math.max(last.end, group.end);
      last.terms = [...last.terms, ...group.terms];
      last.said = [...last.said, ...group.said];
    }
  }
  return out;
}
