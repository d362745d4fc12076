"use client";
/** The head of the board: which board this is at the left, and at the right what is done to all of it. */
import { BoxSelect, Download, Ellipsis, LayoutGrid, Link2, Map as MapIcon, Maximize, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { BoardSwitcher } from "./boards/switcher.tsx";
import { ColourButton } from "./colour.tsx";
import { useCopyLink } from "./link.tsx";
import { useBoard } from "./open.tsx";
import { TrayButton } from "./tray/button.tsx";
import { useThemeWork } from "./theme/work.ts";
import { useOverview } from "./use-overview.ts";
import { TogetherMenu } from "./together/menu.tsx";
import { TimerChip } from "./together/timer-chip.tsx";

export function BoardHead() {
  const t = useTranslations("board");
  const c = useTranslations("board-cards");
  const { find } = useBoard();
  return (
    <div role="toolbar" aria-label={t("head.label")} className="board-head" data-no-board>
      <TrayButton />
      <BoardSwitcher />
      <span className="grow" />
      <TimerChip />
      <IconButton
        icon={Search}
        label={c("find.begin")}
        keys="Ctrl+F"
        aria-expanded={find.isOpen}
        isOn={find.isOpen}
        onPress={() => (find.isOpen ? find.end() : find.start())}
      />
      <ColourButton />
      <TogetherMenu />
      <More />
    </div>
  );
}

function More() {
  const t = useTranslations("board");
  const h = useTranslations("board-themes");
  const { tidy } = useThemeWork();
  const s = useTranslations("board-select");
  const [overview, showOverview] = useOverview();
  const copyLink = useCopyLink();
  const download = useTranslations("board-export");
  const { ask, mayChange, model, stage } = useBoard();
  const { role } = useStudy().me;
  return (
    <MenuTrigger>
      <IconButton icon={Ellipsis} label={t("head.more")} />
      <Menu aria-label={t("head.more")} placement="bottom end">
        <MenuItem icon={Maximize} keys="Shift+1" isDisabled={stage === null} onAction={() => stage?.fitAll()}>
          {t("zoom.fit")}
        </MenuItem>
        <MenuItem icon={BoxSelect} keys="Ctrl+A" onAction={() => model.selection.set(model.all())}>
          {t("menu.selectAll")}
        </MenuItem>
        {mayChange ? (
          <MenuItem icon={LayoutGrid} onAction={tidy}>
            {h("tidy")}
          </MenuItem>
        ) : null}
        <MenuItem icon={MapIcon} isDisabled={stage === null} onAction={() => showOverview(!overview)}>
          {s(overview ? "overview.hide" : "overview.show")}
        </MenuItem>
        <MenuItem icon={Link2} onAction={() => void copyLink(null)}>
          {s("link.view")}
        </MenuItem>
        {may(role, "export") ? (
          <MenuItem icon={Download} onAction={() => ask({ kind: "download" })}>
            {download("menu")}
          </MenuItem>
        ) : null}
      </Menu>
    </MenuTrigger>
  );
}
