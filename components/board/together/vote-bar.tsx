"use client";
/** The bar of a vote, under the board's head: how many dots are left, and what may be done about it. */
import { CircleDot, ListOrdered, Minus, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Ballot } from "#lib/client/board/ballot.ts";
import { ownDots } from "#lib/client/board/ballot.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";

export function VoteBar() {
  const t = useTranslations("board-together");
  const { ask, mayChange, setSide, vote } = useBoard();
  const { ballot } = vote;
  useSaid(ballot);
  if (!ballot) return null;
  const { dots, left, onCards, revealed } = ballot;
  return (
    <section aria-label={t("vote.bar")} className="board-strip" data-no-board>
      <CircleDot aria-hidden size={18} className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1 leading-snug tabular-nums">
        {revealed
          ? t("vote.revealed", { dots: sum(onCards), count: onCards.size })
          : mayChange
            ? t("vote.left", { left, dots })
            : t("vote.watching")}
      </span>
      {revealed ? (
        <Button size="small" onPress={() => setSide({ kind: "votes" })}>
          <ListOrdered aria-hidden size={16} />
          {t("vote.results")}
        </Button>
      ) : null}
      {mayChange && !revealed ? (
        <>
          <Steps ballot={ballot} />
          <Button size="small" onPress={() => ask({ kind: "vote", what: "reveal" })}>
            {t("vote.reveal")}
          </Button>
        </>
      ) : null}
      {mayChange ? (
        <IconButton icon={X} size="small" label={t("vote.end")} onPress={() => ask({ kind: "vote", what: "end" })} />
      ) : null}
    </section>
  );
}

/** A dot more or less on the card that is selected, for the pointer. */
function Steps({ ballot }: Readonly<{ ballot: Ballot }>) {
  const t = useTranslations("board-together");
  const { model, vote } = useBoard();
  const session = useStudy();
  const card = useSyncExternalStore(
    model.selection.changed.subscribe,
    () => onlyOf(model.ids(model.selection.count === 1 ? model.selection.slots() : [])),
    () => null,
  );
  const own = card === null ? 0 : ownDots(session.state.rows, ballot.voting, card, session.me.id);
  return (
    <span className="flex">
      <IconButton
        icon={Minus}
        size="small"
        label={t("vote.back")}
        keys="Shift+V"
        isDisabled={card === null || own === 0}
        onPress={() => card !== null && vote.lay(card, -1)}
      />
      <IconButton
        icon={Plus}
        size="small"
        label={t("vote.lay")}
        keys="V"
        isDisabled={card === null || ballot.left === 0}
        onPress={() => card !== null && vote.lay(card, 1)}
      />
    </span>
  );
}

/** Says when a vote begins, is revealed and ends; not what was there when the board was opened. */
function useSaid(ballot: Ballot | null): void {
  const t = useTranslations("board-together");
  const was = useRef<{ voting: string; revealed: boolean } | null | undefined>(undefined);
  const voting = ballot?.voting ?? null;
  const revealed = ballot?.revealed ?? false;
  const dots = ballot?.dots ?? 0;
  useEffect(() => {
    const before = was.current;
    was.current = voting === null ? null : { voting, revealed };
    if (before === undefined) return;
    if (voting === null) {
      if (before) announce(t("vote.ended"));
    } else if (voting !== before?.voting) announce(t("vote.begun", { count: dots }));
    else if (revealed && !before.revealed) announce(t("vote.shown"));
  }, [voting, revealed, dots, t]);
}

function onlyOf([id]: readonly string[]): string | null {
  return id ?? null;
}

function sum(dots: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const each of dots.values()) all += each;
  return all;
}
