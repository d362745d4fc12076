/**
 * The changes of one event as a person may see them, for whoever puts them into words.
 *
 * Of an event with very many changes only the first are at hand, with a tally of all.
 */
import type { Change, Put, Shift } from "../study/change.ts";
import type { Noun } from "../study/rows.ts";

export type Way = "made" | "gone" | "set";
/** How many rows of each noun were made, taken away or set, by `noun/way`. */
export type Tally = ReadonlyMap<string, number>;

export class Seen {
  readonly puts: readonly Put[];
  readonly shifts: readonly Shift[];
  private readonly tally: Tally | null;

  /** @param tally - of all changes, where these are only the first of them */
  constructor(changes: readonly Change[], tally: Tally | null = null) {
    this.puts = changes.filter((change) => change.op === "put");
    this.shifts = changes.filter((change) => change.op === "shift");
    this.tally = tally;
  }

  of(noun: Noun, way?: Way): readonly Put[] {
    return this.puts.filter((put) => put.noun === noun && (way === undefined || wayOf(put) === way));
  }

  first(noun: Noun, way?: Way): Put | null {
    return this.of(noun, way)[0] ?? null;
  }

  count(noun: Noun, way: Way): number {
    return this.tally === null ? this.of(noun, way).length : (this.tally.get(`${noun}/${way}`) ?? 0);
  }
}

export function wayOf(put: Put): Way {
  if (put.after["gone"] === true) return "gone";
  return put.before === null || (put.after["gone"] === false && put.before["gone"] === true) ? "made" : "set";
}

/** A field as the change leaves it; undefined where the change does not speak of it. */
export function after(put: Put | null, field: string): string | number | boolean | null | undefined {
  return put?.after[field];
}

/** An id in a field as the change leaves it, or as it found it where it takes a row away. */
export function idIn(put: Put | null, field: string): string | null {
  const value = put?.after[field] ?? put?.before?.[field];
  return typeof value === "string" ? value : null;
}
