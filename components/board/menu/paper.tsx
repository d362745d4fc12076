"use client";
/** What can be done at a place where nothing lies. */
import { useTranslations } from "next-intl";
import { BoxSelect, ClipboardPaste, Group, Link2, Maximize, NotebookPen } from "lucide-react";
import { MenuItem } from "#components/ui/menu.tsx";
import type { Point } from "#lib/client/board/camera.ts";
import { useCopyLink } from "../link.tsx";
import { useBoard } from "../open.tsx";
import { useClipboard } from "../use-clipboard.ts";

export function PaperItems({ at }: Readonly<{ at: Point }>) {
  const t = useTranslations("board");
  const s = useTranslations("board-select");
  const clipboard = useClipboard();
  const copyLink = useCopyLink();
  const { intents, mayChange, model, newTheme, stage } = useBoard();
  return (
    <>
      {mayChange ? (
        <>
          <MenuItem icon={NotebookPen} keys="I" onAction={() => intents.writeInsight(at)}>
            {t("menu.insight")}
          </MenuItem>
          <MenuItem icon={Group} onAction={() => newTheme(at)}>
            {t("menu.theme")}
          </MenuItem>
          <MenuItem icon={ClipboardPaste} keys="Ctrl+V" onAction={() => void clipboard.pasteByMenu(at)}>
            {s("menu.paste")}
          </MenuItem>
        </>
      ) : null}
      <MenuItem icon={BoxSelect} keys="Ctrl+A" onAction={() => model.selection.set(model.all())}>
        {t("menu.selectAll")}
      </MenuItem>
      <MenuItem icon={Maximize} keys="Shift+1" onAction={() => stage?.fitAll()}>
        {t("zoom.fit")}
      </MenuItem>
      <MenuItem icon={Link2} onAction={() => void copyLink(null)}>
        {s("link.view")}
      </MenuItem>
    </>
  );
}
