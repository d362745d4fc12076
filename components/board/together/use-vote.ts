"use client";
/** The vote on the open board: what this person sees of it, and what they may do, said aloud. Rules B106 to B108. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { ballotOf, ownDots } from "#lib/client/board/ballot.ts";
import type { Ballot } from "#lib/client/board/ballot.ts";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";

const VOTE_NOUNS = ["voting", "vote", "card"] as const;
const NO_NOUNS = ["voting"] as const;

export type Vote = Readonly<{
  ballot: Ballot | null;
  /** Lays one dot on a card (1) or takes one back (-1); says why where that cannot be. */
  lay: (card: string, by: 1 | -1) => void;
  start: (dots: number) => void;
  reveal: () => void;
  end: () => void;
}>;

export function useVote(board: string): Vote {
  const t = useTranslations("board-together");
  const session = useStudy();
  const me = session.me.id;
  const mayVote = may(session.me.role, "change");
  const isOn = useFromRows(["voting"], (rows) => rows.related("votingsOfBoard", board).length > 0, [board]);
  // Cards come and go with their dots; where there is no vote, a card that moves is no reason to look.
  const ballot = useFromRows(isOn ? VOTE_NOUNS : NO_NOUNS, (rows) => ballotOf(rows, board, me), [board, me]);
  return useMemo(() => {
    const now = () => ballotOf(session.state.rows, board, me); // keys may come faster than renders
    return {
      ballot,
      lay: (card, by) => {
        const open = now();
        if (!mayVote || !open) return announce(t("vote.none"));
        if (open.revealed) return announce(t("vote.closed"));
        const on = ownDots(session.state.rows, open.voting, card, me);
        if (by === 1 && open.left === 0) return announce(t("vote.spent"));
        if (by === -1 && on === 0) return announce(t("vote.bare"));
        void session.send({ kind: "vote.set", voting: open.voting, card, dots: on + by });
        announce(t("vote.laid", { count: on + by, left: open.left - by }));
      },
      start: (dots) => void session.send({ kind: "voting.start", id: crypto.randomUUID(), board, dots }),
      reveal: () => {
        const open = now();
        if (open) void session.send({ kind: "voting.reveal", id: open.voting });
      },
      end: () => {
        const open = now();
        if (open) void session.send({ kind: "voting.end", id: open.voting });
      },
    };
  }, [ballot, board, me, mayVote, session, t]);
}
