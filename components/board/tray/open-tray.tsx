"use client";
/** What an empty board offers first: the quotes that wait. */
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { waitingCount } from "#lib/client/board/tray.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";
import { focusTray } from "./focus.ts";
import { useTrayOpen } from "./use-tray.ts";

export function OpenTray() {
  const t = useTranslations("board-tray");
  const { board, mayChange } = useBoard();
  const [open, setOpen] = useTrayOpen();
  const count = useFromRows(["quote", "card"], (rows) => waitingCount(rows, board), [board]);
  if (!mayChange || open || count === 0) return null;
  return (
    <Button
      onPress={() => {
        setOpen(true);
        focusTray();
      }}
    >
      <Inbox aria-hidden size={18} />
      {t("openTray", { count })}
    </Button>
  );
}
