/** Chance that can be had again: everything that a test throws dice for, from one seed. */

/** A whole number from 0, below the one given. */
export type Chance = (below: number) => number;

/** Source: mulberry32 (T. Ettinger, 2017); good enough to choose by, and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** An id (RFC 9562, version 4) by chance. */
export function idBy(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance(16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
