/**
 * Lines of the log that belong together: what one person did of one kind, to one place, without a pause of a minute.
 *
 * Rule: docs/spec/activity.md, AC4.
 */
import type { Deed, Entry } from "./shape.ts";

/** Entries told as one line, the latest first; most are alone. */
export type Line = readonly [Entry, ...Entry[]];

const PAUSE = 60_000; // milliseconds

/**
 * Gathers entries into lines.
 *
 * What others do in between parts nothing. A line stands where its latest entry stands, so that older ones which come
 * later lengthen it and move nothing.
 *
 * @param entries - the latest first
 */
export function gather(entries: readonly Entry[]): Line[] {
  const lines: [Entry, ...Entry[]][] = [];
  const open = new Map<string, [Entry, ...Entry[]]>(); // by person
  for (const entry of entries) {
    const line = open.get(entry.actor);
    const before = line?.at(-1);
    if (line && before && belongs(before, entry)) {
      line.push(entry);
      continue;
    }
    const fresh: [Entry, ...Entry[]] = [entry];
    open.set(entry.actor, fresh);
    lines.push(fresh);
  }
  return lines;
}

/** What a line says: the deed of all its entries together. A thing to which the same was done twice counts once. */
export function deedOfLine([first, ...more]: Line): Deed {
  if (more.length === 0) return first.deed;
  const deeds = [first, ...more].map(({ deed }) => deed);
  const ones = new Map(deeds.flatMap(({ one }) => (one ? [[one.id, one] as const] : [])));
  const others = deeds.reduce((sum, { one, count }) => sum + (one ? 0 : count), 0);
  const [only = null] = ones.size === 1 && others === 0 ? ones.values() : [];
  const { amount } = first.deed;
  return {
    ...first.deed,
    one: only,
    count: ones.size + others,
    amount: amount && { ...amount, count: deeds.reduce((sum, deed) => sum + (deed.amount?.count ?? 0), 0) },
  };
}

function belongs(later: Entry, earlier: Entry): boolean {
  return (
    later.deed.noun !== null &&
    keyOf(later) === keyOf(earlier) &&
    Math.abs(Date.parse(later.at) - Date.parse(earlier.at)) <= PAUSE
  );
}

function keyOf({ kind, mode, deed }: Entry): string {
  const { say, noun, place, word, others } = deed;
  return JSON.stringify([kind, mode, say, noun, place, word, others.map(({ id }) => id)]);
}
