/**
 * The ids of memos tell when they were written (UUID version 7, RFC 9562, 5.7), so that a talk has an order
 * and a time without a column of its own.
 *
 * Knows no clock and no chance: both are handed in.
 */

/**
 * @param at - milliseconds since 1970
 * @param chance - any UUID, for the part that no other id has
 */
export function timedId(at: number, chance: string): string {
  const hex = at.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${chance.slice(15)}`;
}

/** When the id was made, in milliseconds since 1970; null where it does not tell. */
export function timeOf(id: string): number | null {
  return id[14] === "7" ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null;
}
