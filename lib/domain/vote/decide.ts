import { no, yes } from "../result.ts";
import { bury, make, patch, raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { voteId } from "./shape.ts";
import type { VoteRow } from "./shape.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

/** Rule V1: a board has one vote at a time. */
export const votingStart: Rule<z.infer<typeof word.VotingStart>> = {
  needs: (_, { id, board }) => [row("voting", id), row("board", board), related("votingsOfBoard", board)],
  decide: (view, { id, board, dots }, who) => {
    if (view.get("voting", id)) return no({ code: "row.taken", noun: "voting", id });
    if (!view.live("board", board)) return no(missing("board", board));
    const earlier = view.related("votingsOfBoard", board);
    const open = earlier.find((voting) => !voting.revealed);
    if (open) return no({ code: "voting.open", id: open.id });
    return yes([
      ...earlier.flatMap((voting) => bury("voting", voting)),
      make("voting", { id, board, dots, revealed: false, by: who.person, gone: false }),
    ]);
  },
};

/** Rules V4 and B125: once revealed, everybody has everybody's dots, and nobody more than there were for each. */
export const votingReveal: Rule<z.infer<typeof word.VotingReveal>> = {
  needs: (view, { id }) => [
    row("voting", id),
    related("votesOfVoting", id),
    ...cardsOf(view.related("votesOfVoting", id)),
  ],
  decide: (view, { id }) => {
    const voting = view.live("voting", id);
    if (!voting) return no(missing("voting", id));
    if (voting.revealed) return yes([]);
    const left = new Map<string, number>();
    // Votes that were taken back come too: whoever opens the study now has them.
    const votes = view.related("votesOfVoting", id).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return yes([
      ...patch("voting", voting, { revealed: true }),
      ...votes.map((vote): Put => {
        const has = left.get(vote.person) ?? voting.dots;
        // A card that came back brings dots back which may have been laid elsewhere meanwhile.
        const dots = view.live("card", vote.card) ? Math.min(vote.dots, has) : 0;
        left.set(vote.person, has - dots);
        return { op: "put", noun: "vote", id: vote.id, before: {}, after: { ...vote, dots } };
      }),
    ]);
  },
};

export const votingEnd: Rule<z.infer<typeof word.VotingEnd>> = {
  needs: (_, { id }) => [row("voting", id)],
  decide: (view, { id }) => {
    const voting = view.live("voting", id);
    return voting ? yes(bury("voting", voting)) : no(missing("voting", id));
  },
};

/** Rules V2, V3 and B125: nobody lays more dots than they have, nor any once they are revealed; dots come back from a card that is gone. */
export const voteSet: Rule<z.infer<typeof word.VoteSet>> = {
  needs: (view, { voting, card }) => [
    row("voting", voting),
    row("card", card),
    related("votesOfVoting", voting),
    ...cardsOf(view.related("votesOfVoting", voting)),
  ],
  decide: (view, { voting, card, dots }, who) => {
    const open = view.live("voting", voting);
    if (!open) return no(missing("voting", voting));
    if (open.revealed) return no({ code: "voting.revealed", id: voting });
    const on = view.live("card", card);
    if (!on || on.board !== open.board) return no(missing("card", card));
    const id = voteId(voting, card, who.person);
    const laid = dotsLaid(view, voting, who.person) - (view.live("vote", id)?.dots ?? 0);
    // Who has more on the board than there are, because a card came back, may still take some away.
    if (laid + dots > open.dots && dots >= (view.live("vote", id)?.dots ?? 0))
      return no({ code: "voting.spent", id: voting, dots: open.dots });
    if (dots === 0 && !view.get("vote", id)) return yes([]);
    return yes(raise(view, "vote", { id, voting, card, person: who.person, dots, gone: false }));
  },
};

/** How many of a person's dots lie on cards that are there. */
export function dotsLaid(view: Pick<View, "related" | "live">, voting: string, person: string): number {
  return view
    .related("votesOfVoting", voting)
    .reduce((sum, vote) => sum + (vote.person === person && view.live("card", vote.card) ? vote.dots : 0), 0);
}

function cardsOf(votes: readonly VoteRow[]): Need[] {
  return rows(
    "card",
    votes.filter(({ dots }) => dots > 0).map(({ card }) => card),
  );
}
