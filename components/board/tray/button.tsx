"use client";
/** Opens and closes the tray from the head of the board, with how many quotes wait in it. */
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { waitingCount } from "#lib/client/board/tray.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";
import { focusTray } from "./focus.ts";
import { useTrayOpen } from "./use-tray.ts";

export function TrayButton() {
  const t = useTranslations("board-tray");
  const { board, mayChange } = useBoard();
  const [open, setOpen] = useTrayOpen();
  const count = useFromRows(["quote", "card"], (rows) => waitingCount(rows, board), [board]);
  if (!mayChange) return null;
  const label = t("button", { count });
  return (
    <Tooltip text={label}>
      <Button
        id="board-tray-button"
        look="quiet"
        aria-label={label}
        aria-expanded={open}
        className={open ? "min-w-9 gap-1.5 bg-accent-tint px-2 text-accent" : "min-w-9 gap-1.5 px-2"}
        onPress={() => {
          setOpen(!open);
          if (!open) focusTray();
        }}
      >
        <Inbox aria-hidden size={18} strokeWidth={1.9} />
        {count > 0 ? <span className="text-sm tabular-nums">{count}</span> : null}
      </Button>
    </Tooltip>
  );
}
