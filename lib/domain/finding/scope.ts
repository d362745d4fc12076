/** A share of those who were asked, as a word on a scale that is stated beside it. Rules: docs/spec/evidence.md, EV3 and EV4. */

/** The words, from none to all. */
export const SCOPES = ["none", "one", "few", "some", "most", "nearly", "all"] as const;
export type Scope = (typeof SCOPES)[number];

/** The word for `count` of `of`; null where nobody was asked. */
export function scopeOf(count: number, of: number): Scope | null {
  if (of <= 0) return null;
  if (count <= 0) return "none";
  if (count >= of) return of === 1 ? "one" : "all";
  if (count === 1) return "one";
  if (count * 10 >= of * 9) return "nearly";
  if (count * 2 > of) return "most";
  return count * 4 >= of ? "some" : "few";
}
