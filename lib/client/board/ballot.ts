/**
 * The vote on a board as one person sees it: their own dots while it is open, everybody's once it is revealed.
 *
 * Others' dots never reach this browser before that (rules V2 to V4, Y32). Knows rows; nothing of the DOM or React.
 */
import type { Rows } from "#lib/domain/study/rows.ts";
import { dotsLaid } from "#lib/domain/vote/decide.ts";
import { voteId } from "#lib/domain/vote/shape.ts";
import { ancestors } from "#lib/domain/board/tree.ts";

export type Ballot = Readonly<{
  voting: string;
  revealed: boolean;
  /** How many dots each person has, and how many this person has left. */
  dots: number;
  left: number;
  /** The dots that this person may see, by card; cards without any are left out. */
  onCards: ReadonlyMap<string, number>;
}>;

/** The vote that lies on a board; null where there is none. */
export function ballotOf(rows: Rows, board: string, me: string): Ballot | null {
  const [voting] = rows.related("votingsOfBoard", board);
  if (!voting) return null;
  return {
    voting: voting.id,
    revealed: voting.revealed,
    dots: voting.dots,
    // A card that came back may bring more dots back than there are.
    left: Math.max(0, voting.dots - dotsLaid(rows, voting.id, me)),
    onCards: dotsOn(rows, board),
  };
}

/** The dots on a board's cards that may be seen. Cost: one pass over these dots. */
export function dotsOn(rows: Rows, board: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const voting of rows.related("votingsOfBoard", board)) {
    for (const { card, dots } of rows.related("votesOfVoting", voting.id)) {
      if (dots > 0 && rows.live("card", card)) found.set(card, (found.get(card) ?? 0) + dots);
    }
  }
  return found;
}

/** How many of a person's own dots lie on a card. */
export function ownDots(rows: Rows, voting: string, card: string, me: string): number {
  return rows.live("vote", voteId(voting, card, me))?.dots ?? 0;
}

/** Something that dots lie on, and how many. `of` is a card or a theme; null: in no theme. */
export type Ranked<Of> = Readonly<{ of: Of; dots: number }>;

/** Cards and themes by their dots, the most first. A theme has the dots of all that lies in it, at any depth. */
export function ranking(
  rows: Rows,
  onCards: ReadonlyMap<string, number>,
): Readonly<{ cards: readonly Ranked<string>[]; themes: readonly Ranked<string | null>[] }> {
  const cards: Ranked<string>[] = [];
  const themes = new Map<string | null, number>();
  for (const [id, dots] of onCards) {
    const card = rows.live("card", id);
    if (!card) continue;
    cards.push({ of: id, dots });
    const theme = card.theme !== null && rows.live("theme", card.theme) ? card.theme : null;
    for (const each of theme === null ? [null] : [theme, ...ancestors(rows, theme)]) {
      themes.set(each, (themes.get(each) ?? 0) + dots);
    }
  }
  return {
    cards: cards.toSorted(most),
    themes: [...themes].map(([of, dots]) => ({ of, dots })).toSorted(most),
  };
}

/** Those with more dots first; equals in the same order for everybody. */
function most(a: Ranked<string | null>, b: Ranked<string | null>): number {
  return b.dots - a.dots || ((a.of ?? "") < (b.of ?? "") ? -1 : 1);
}
