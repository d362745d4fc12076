"use client";
/** What is done with whole boards: each says what became of it, goes to the board where that is meant, and offers the way back. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { BoardDeeds, freeName } from "#lib/client/board/shelf.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import { useBoard } from "../open.tsx";

export type BoardActions = Readonly<{
  nameOf: (board: string) => string;
  go: (board: string) => void;
  add: () => void;
  /** Makes a board like this one and goes there: for all who see this one, or for this person alone. */
  copy: (kind: "snapshot" | "private") => void;
  share: () => void;
  analyse: () => void;
  remove: () => void;
}>;

export function useBoards(): BoardActions {
  const t = useTranslations("boards");
  const common = useTranslations("common");
  const heading = useTranslations("board");
  const words = useWords();
  const session = useStudy();
  const { board, goTo, lang } = useBoard();
  const deeds = useMemo(() => new BoardDeeds(session, lang), [session, lang]);
  const nameOf = (id: string) => words.wording(id, "name", lang)?.words || heading("head.unnamed");
  const fresh = (from: number, name: (number: number) => string) =>
    freeName(
      session.state.rows.related("boards", "").map(({ id }) => nameOf(id)),
      from,
      name,
    );
  /** Says it once the server has agreed: what others see, or findings count, is no guess. */
  const said = async (outcome: Promise<Outcome>, text: string) => {
    if ("refused" in (await outcome)) return; // shown with the other refusals
    announce(text);
    toast({ text, kind: "success" });
  };
  return {
    nameOf,
    go: (id) => {
      goTo(id);
      announce(t("say.opened", { board: nameOf(id) }));
    },
    add: () => {
      const name = fresh(session.state.rows.related("boards", "").length + 1, (number) => t("names.new", { number }));
      goTo(deeds.add(name));
      announce(t("say.made", { board: name }));
    },
    copy: (kind) => {
      const name = fresh(1, (number) => t(`names.${kind}`, { board: nameOf(board), number }));
      // A copy of what nobody else sees shows nobody else what it holds.
      const hidden = kind === "private" || (session.state.rows.live("board", board)?.owner ?? null) !== null;
      goTo(deeds.copy(board, name, hidden));
      announce(t(`say.${kind}`, { board: name }));
    },
    share: () => void said(deeds.share(board), t("say.shared", { board: nameOf(board) })),
    analyse: () => void said(deeds.analyse(board), t("say.analysed", { board: nameOf(board) })),
    remove: () => {
      const text = t("say.removed", { board: nameOf(board) });
      void deeds.remove(board);
      goTo(null);
      announce(text);
      const back = async () => {
        const outcome = await session.send({ kind: "undo", how: "ask" });
        if ("refused" in outcome) return;
        goTo(board);
        announce(t("say.undone"));
      };
      toast({ text, action: { label: common("undo"), onPress: () => void back() } });
    },
  };
}
