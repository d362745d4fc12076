/**
 * The words nearest to a place, of those that stand before or after it; one that is cut off is left out, and said to be.
 *
 * @param most - UTF-16 units, without the mark for what is left out
 */
export function nearest(words: string, side: "before" | "after", most: number): string {
  if (words.length <= most) return words;
  return side === "before"
    ? words.slice(-most).replace(/^\S*\s/u, "… ")
    : words.slice(0, most).replace(/\s\S*$/u, " …");
}
