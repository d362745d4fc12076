"use client";
/** A dot on a card, or taken back, while a vote is open. */
import { CircleDot, CircleMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuItem } from "#components/ui/menu.tsx";
import { ownDots } from "#lib/client/board/ballot.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";

export function DotItems({ card }: Readonly<{ card: string }>) {
  const t = useTranslations("board-together");
  const session = useStudy();
  const { mayChange, vote } = useBoard();
  const { ballot } = vote;
  if (!mayChange || !ballot || ballot.revealed) return null;
  const own = ownDots(session.state.rows, ballot.voting, card, session.me.id);
  return (
    <>
      <MenuItem icon={CircleDot} keys="V" isDisabled={ballot.left === 0} onAction={() => vote.lay(card, 1)}>
        {t("vote.layHere")}
      </MenuItem>
      <MenuItem icon={CircleMinus} keys="Shift+V" isDisabled={own === 0} onAction={() => vote.lay(card, -1)}>
        {t("vote.backHere")}
      </MenuItem>
    </>
  );
}
