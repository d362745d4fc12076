"use client";
/** Sends quotes to a board without dragging: a menu of boards' themes, and `unclustered`. */
import { LayoutDashboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "#components/ui/menu.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import type { BoardView } from "#lib/client/reader/view.ts";

type Props = Readonly<{
  boards: readonly BoardView[];
  onSend: (board: string, theme: string | null) => void;
  look?: "plain" | "quiet";
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}>;

export function SendToBoard({ boards, onSend, look = "plain", isOpen, onOpenChange }: Props) {
  const t = useTranslations("reader");
  return (
    <MenuTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Button look={look} size="small" isDisabled={boards.length === 0}>
        <LayoutDashboard aria-hidden size={15} />
        {t("send")}
      </Button>
      <Menu
        aria-label={t("send")}
        onAction={(key) => {
          const [board = "", theme = ""] = String(key).split("/");
          onSend(board, theme || null);
        }}
      >
        {boards.map((board) => (
          <MenuSection key={board.id} title={board.name || t("board")}>
            <MenuItem id={`${board.id}/`} textValue={t("unclustered")}>
              <span className="flex items-center gap-2">
                <span aria-hidden className="size-3 shrink-0 rounded-[3px] border border-dashed border-line-strong" />
                {t("unclustered")}
              </span>
            </MenuItem>
            {board.themes.map((theme) => (
              <MenuItem key={theme.id} id={`${board.id}/${theme.id}`} textValue={theme.name} isDisabled={theme.locked}>
                <span className="flex items-center gap-2" style={{ paddingInlineStart: `${theme.depth * 0.875}rem` }}>
                  <Swatch hue={theme.hue} size={12} />
                  <bdi className="truncate">{theme.name || t("themeNameless")}</bdi>
                </span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
