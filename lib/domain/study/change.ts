/**
 * What a command changes, as data: the payload of events, the source of undo, and what `evolve` applies.
 *
 * A `put` carries only the fields that change, before and after, so that its inverse is itself turned round
 * and two people who change different fields of one row do not disturb each other.
 * A `shift` moves themes with all their cards in one step, whatever their number.
 */
import * as z from "zod";
import { Coordinate, Id } from "../field.ts";
import { NOUNS, SHAPES } from "./rows.ts";
import type { AnyRow, Noun, RowOf, Rows, View } from "./rows.ts";

const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
type Fields = z.infer<typeof Fields>;

/** The one person who may see a change (see hidden.ts); left out, everybody in the study may. */
const Only = Id.exactOptional();

export const Put = z.strictObject({
  op: z.literal("put"),
  noun: z.enum(NOUNS as readonly [Noun, ...Noun[]]), // there are nouns
  id: z.string(),
  before: Fields.nullable(), // null: the row is made
  after: Fields,
  only: Only,
});
export type Put = z.infer<typeof Put>;

export const Shift = z.strictObject({
  op: z.literal("shift"),
  board: Id,
  themes: z.array(Id).min(1),
  dx: Coordinate,
  dy: Coordinate,
  only: Only,
});
export type Shift = z.infer<typeof Shift>;

export const Change = z.discriminatedUnion("op", [Put, Shift]);
export type Change = z.infer<typeof Change>;

/** A change that makes a row. */
export function make<N extends Noun>(noun: N, row: RowOf<N>): Put {
  return { op: "put", noun, id: row.id, before: null, after: row };
}

/** A change of some fields of a row; nothing where they already have these values. */
export function patch<N extends Noun>(noun: N, row: RowOf<N>, fields: Partial<RowOf<N>>): Put[] {
  const old = row as Fields; // rows are flat objects of plain values
  const before: Fields = {};
  const after: Fields = {};
  for (const [name, value] of Object.entries(fields as Fields)) {
    if (value === undefined || old[name] === value) continue;
    before[name] = old[name] ?? null;
    after[name] = value;
  }
  return Object.keys(after).length === 0 ? [] : [{ op: "put", noun, id: row.id, before, after }];
}

/** A change that takes a row away; its tombstone stays, so that undo brings the same row back. */
export function bury<N extends Noun>(noun: N, row: RowOf<N>): Put[] {
  return row.gone ? [] : [{ op: "put", noun, id: row.id, before: { gone: false }, after: { gone: true } }];
}

/**
 * Brings a tombstone back with these fields. The change carries the whole row,
 * because a browser that came later has never seen it.
 */
export function revive<N extends Noun>(noun: N, row: RowOf<N>, fields: Partial<RowOf<N>> = {}): Put {
  const old = row as Fields; // rows are flat objects of plain values
  const after: Fields = { ...old, ...(fields as Fields), gone: false };
  const before: Fields = {};
  for (const name of Object.keys(after)) if (old[name] !== after[name]) before[name] = old[name] ?? null;
  return { op: "put", noun, id: row.id, before, after };
}

/** Makes a row whose key is its parts, brings its tombstone back, or changes it. */
export function raise<N extends Noun>(view: View, noun: N, row: RowOf<N>): Put[] {
  const old = view.get(noun, row.id);
  if (!old) return [make(noun, row)];
  return old.gone ? [revive(noun, old, row)] : patch(noun, old, row);
}

/**
 * Applies a change to rows. A patch of a row that these rows do not hold is passed over
 * (a browser holds no tombstones), unless the change carries the whole row.
 */
export function evolve(rows: Rows, change: Change): void {
  if (change.op === "put") evolvePut(rows, change.noun, change);
  else {
    for (const id of change.themes) {
      const theme = rows.get("theme", id);
      if (theme) rows.put("theme", { ...theme, x: theme.x + change.dx, y: theme.y + change.dy });
      for (const card of rows.ever("cardsOfTheme", id)) {
        rows.put("card", { ...card, x: card.x + change.dx, y: card.y + change.dy });
      }
    }
  }
}

function evolvePut<N extends Noun>(rows: Rows, noun: N, change: Put): void {
  const parsed = SHAPES[noun].safeParse({ ...rows.get(noun, change.id), ...change.after });
  if (parsed.success) rows.put(noun, parsed.data as RowOf<N>); // parsed by the shape of N
  else if (rows.get(noun, change.id)) throw new Error(`evolve: ${noun} ${change.id} would lose its shape`);
}

/** The changes that take these back, in the order in which they must be applied. */
export function invert(changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change) => {
    if (change.op === "shift") return { ...change, dx: -change.dx || 0, dy: -change.dy || 0 }; // || 0: no negative zero
    // What was made is taken back only as it was made: the guard is the whole row.
    if (change.before === null) return { ...change, before: change.after, after: { gone: true } };
    const after = change.before;
    const before: Fields = {};
    for (const name of Object.keys(after)) before[name] = change.after[name] ?? null;
    return { ...change, before, after };
  });
}

/** Whether a row's fields have these values. */
export function holds(row: AnyRow, fields: Fields): boolean {
  const now = row as unknown as Fields; // rows are flat objects of plain values
  return Object.entries(fields).every(([name, value]) => now[name] === value);
}
