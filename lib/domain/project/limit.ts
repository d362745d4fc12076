/**
 * How much one project may hold: it comes in by one command, which one undo takes back.
 *
 * Rules: docs/spec/refi.md, RF28.
 */
import { MOST_TAGS } from "../tag/shape.ts";

export const MOST = {
  codes: MOST_TAGS,
  sources: 5_000,
  cases: 5_000,
  variables: 5_000,
  sets: 5_000,
  selections: 20_000,
  codings: 200_000, // on selections
  notes: 20_000, // a note on several things counts on each
  links: 20_000,
  vertices: 20_000, // on all graphs
  edges: 20_000,
  values: 500_000, // what is known of a case counts on each of its documents
  turns: 300_000, // of all texts
  signs: 20_000_000, // UTF-16 units of all that is written besides texts; those of a note count on each thing that it is on
} as const;
export type Much = keyof typeof MOST;

/** What there is more of than comes in at once. */
export type TooMany = Readonly<{ code: "project.too-many"; what: Much; limit: number }>;

/** The first of these that there is too much of; null where all may come in. */
export function tooMany(counts: readonly (readonly [what: Much, count: number])[]): TooMany | null {
  const over = counts.find(([what, count]) => count > MOST[what]);
  return over === undefined ? null : { code: "project.too-many", what: over[0], limit: MOST[over[0]] };
}
