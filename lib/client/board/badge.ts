/** What a card shows at its lower edge beside its caption: how many memos are open on it, how many votes it has. */
import type { SceneCard } from "./scene.ts";

/** How a badge's sign is drawn: strokes in a square of 24 by 24. */
export const SIGNS = {
  memos:
    "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z",
  votes: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM8 12l3 3 5-6",
} as const;

export type BadgeKind = keyof typeof SIGNS;
/** `right` is the distance of the badge's right edge from the card's, `w` its width, in board units. */
export type Badge = Readonly<{ kind: BadgeKind; count: number; right: number; w: number }>;

/** The side of a sign, and the space between it and its number. */
export const SIGN = 13;
export const SIGN_GAP = 3;
const EDGE = 12;
const BETWEEN = 8;
const DIGIT = 7.2; // a figure at caption size

const none: readonly Badge[] = [];

/** A card's badges, from the right. */
export function badgesOf({ memos, votes }: Pick<SceneCard, "memos" | "votes">): readonly Badge[] {
  if (memos === 0 && votes === 0) return none;
  const found: Badge[] = [];
  let right = EDGE;
  for (const [kind, count] of [
    ["memos", memos],
    ["votes", votes],
  ] as const) {
    if (count === 0) continue;
    const w = SIGN + SIGN_GAP + String(count).length * DIGIT;
    found.push({ kind, count, right, w });
    right += w + BETWEEN;
  }
  return found;
}

/** How much narrower the caption is for them. */
export function roomOf(badges: readonly Badge[]): number {
  const last = badges.at(-1);
  return last ? last.right + last.w - EDGE + BETWEEN : 0;
}
