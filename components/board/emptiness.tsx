"use client";
/** What stands on a board on which nothing lies yet: where its quotes come from. */
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useBoard } from "./open.tsx";
import { OpenTray } from "./tray/open-tray.tsx";

export function Emptiness() {
  const t = useTranslations("board");
  const { model } = useBoard();
  const isEmpty = useSyncExternalStore(
    model.changed.subscribe,
    () => model.isEmpty,
    () => false,
  );
  if (!isEmpty) return null;
  return (
    <div className="board-empty">
      <EmptyState title={t("empty.title")} action={<OpenTray />}>
        {t("empty.body")}
      </EmptyState>
    </div>
  );
}
