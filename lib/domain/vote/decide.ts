import { no, yes } from "../result.ts";
import { bury, make, patch, raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { voteId } from "./shape.ts";
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

/** Rule V4: once revealed, everybody has everybody's dots. */
export const votingReveal: Rule<z.infer<typeof word.VotingReveal>> = {
  needs: (_, { id }) => [row("voting", id), related("votesOfVoting", id)],
  decide: (view, { id }) => {
    const voting = view.live("voting", id);
    if (!voting) return no(missing("voting", id));
    if (voting.revealed) return yes([]);
    const votes = view.related("votesOfVoting", id).filter(({ dots }) => dots > 0);
    return yes([
      ...patch("voting", voting, { revealed: true }),
      ...votes.map((vote): Put => ({ op: "put", noun: "vote", id: vote.id, before: {}, after: vote })),
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

/** Rules V2 and V3: nobody lays more dots than they have, nor any once they are revealed. */
export const voteSet: Rule<z.infer<typeof word.VoteSet>> = {
  needs: (_, { voting, card }) => [row("voting", voting), row("card", card), related("votesOfVoting", voting)],
  decide: (view, { voting, card, dots }, who) => {
    const open = view.live("voting", voting);
    if (!open) return no(missing("voting", voting));
    if (open.revealed) return no({ code: "voting.revealed", id: voting });
    const on = view.live("card", card);
    if (!on || on.board !== open.board) return no(missing("card", card));
    const id = voteId(voting, card, who.person);
    const others = view.related("votesOfVoting", voting).filter((vote) => vote.person === who.person && vote.id !== id);
    const laid = others.reduce((sum, vote) => sum + vote.dots, 0);
    if (laid + dots > open.dots) return no({ code: "voting.spent", id: voting, dots: open.dots });
    if (dots === 0 && !view.get("vote", id)) return yes([]);
    return yes(raise(view, "vote", { id, voting, card, person: who.person, dots, gone: false }));
  },
};
