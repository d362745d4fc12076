/**
 * When a source came and how long it took, in a list that keeps people apart under their pseudonyms.
 *
 * Whoever knows when they met, or for how long, finds the row by it; and what is told of some rows tells of the others that they
 * are not among them. So each is told of all rows alike, as finely as every class of rows that are told alike still holds enough
 * people of enough organisations, or of none. Rules: docs/spec/archive.md, AR7.
 */
import type { Thresholds } from "./threshold.ts";

/** A row of the list. `told`: what stands in it besides, its kind of source and of organisation. */
export type ListedSource = Readonly<{
  id: string;
  told: string;
  people: readonly string[];
  organisations: readonly string[];
  /** `2026-11-02`; null where nobody said */
  heldOn: string | null;
  minutes: number | null;
}>;

export type BesideSource = Readonly<{ date: string | null; minutes: number | null }>;

/** How finely a day may be told: its month, or its year. */
const DEPTHS = ["2026-11".length, "2026".length] as const;

/** Says what may be told of each. Cost: some passes over the rows. */
export function besideSources(
  rows: readonly ListedSource[],
  { organisations, people }: Pick<Thresholds, "organisations" | "people">,
): ReadonlyMap<string, BesideSource> {
  const many = (classOf: (row: ListedSource) => string): boolean =>
    [...Map.groupBy(rows, classOf).values()].every(
      (alike) =>
        new Set(alike.flatMap((row) => row.people)).size >= people &&
        new Set(alike.flatMap((row) => row.organisations)).size >= organisations,
    );
  const cut = (row: ListedSource, depth: number) => row.heldOn?.slice(0, depth) ?? "";
  const depth = DEPTHS.find((one) => many((row) => JSON.stringify([row.told, cut(row, one)]))) ?? 0;
  const long = many((row) => JSON.stringify([row.told, cut(row, depth), row.minutes]));
  return new Map(
    rows.map((row) => [row.id, { date: cut(row, depth) || null, minutes: long ? row.minutes : null }] as const),
  );
}
