"use client";
/** What can be done with one card or several. */
import { useTranslations } from "next-intl";
import {
  BookOpen,
  Copy,
  CopyPlus,
  FolderInput,
  Group,
  Link2,
  LogOut,
  NotebookPen,
  PanelRight,
  Scaling,
  Scissors,
  Split,
  Trash2,
} from "lucide-react";
import { Menu, MenuItem, MenuSection, MenuSeparator, SubmenuTrigger } from "#components/ui/menu.tsx";
import { sizeOf } from "#lib/client/board/size.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { CardSize } from "#lib/domain/board/shape.ts";
import { useCopyLink } from "../link.tsx";
import { useBoard } from "../open.tsx";
import { useClipboard } from "../use-clipboard.ts";
import { useThemeWork } from "../theme/work.ts";
import { DotItems } from "./dots.tsx";
import { PushItems } from "./push.tsx";
import { SameItems } from "./same.tsx";

export function CardItems({ cards }: Readonly<{ cards: readonly string[] }>) {
  const t = useTranslations("board");
  const c = useTranslations("board-cards");
  const { rows } = useStudy().state;
  const s = useTranslations("board-select");
  const { intents, mayChange } = useBoard();
  const clipboard = useClipboard();
  const h = useTranslations("board-themes");
  const { split } = useThemeWork();
  const copyLink = useCopyLink();
  const [first] = cards;
  const single = cards.length === 1 && first !== undefined ? first : null;
  const note = rows.get("card", first ?? "")?.insight;
  const inTheme = cards.some((id) => rows.get("card", id)?.theme);
  const from = rows.get("card", first ?? "")?.theme ?? null;
  const splits = from !== null && cards.every((id) => rows.get("card", id)?.theme === from);
  return (
    <MenuSection title={t("menu.cards", { count: cards.length })}>
      {single === null ? null : (
        <MenuItem icon={PanelRight} keys="R" onAction={() => intents.read(single)}>
          {c("card.read")}
        </MenuItem>
      )}
      {single === null ? null : (
        <MenuItem icon={note ? NotebookPen : BookOpen} keys="Enter" onAction={() => intents.open(single)}>
          {t(note ? "menu.openInsight" : "menu.openSource")}
        </MenuItem>
      )}
      {single === null ? null : <DotItems card={single} />}
      <SameItems cards={cards} />
      <MenuItem icon={Copy} keys="Ctrl+C" onAction={() => clipboard.copyByMenu(cards, false)}>
        {s("menu.copy")}
      </MenuItem>
      {single === null ? null : (
        <MenuItem icon={Link2} onAction={() => void copyLink(single)}>
          {s("link.card")}
        </MenuItem>
      )}
      {mayChange ? (
        <>
          <MenuItem icon={Scissors} keys="Ctrl+X" onAction={() => clipboard.copyByMenu(cards, true)}>
            {s("menu.cut")}
          </MenuItem>
          <MenuItem icon={CopyPlus} keys="Ctrl+D" onAction={() => intents.duplicateCards(cards)}>
            {s("menu.duplicate")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={FolderInput} keys="M" onAction={() => intents.askMove(cards)}>
            {t("menu.move")}
          </MenuItem>
          {inTheme ? (
            <MenuItem icon={LogOut} keys="Shift+Del" onAction={() => intents.loosenCards(cards)}>
              {t("menu.takeOut")}
            </MenuItem>
          ) : null}
          <MenuItem icon={Group} keys="T" onAction={() => intents.makeTheme(cards)}>
            {t("menu.make")}
          </MenuItem>
          {splits ? (
            <MenuItem icon={Split} onAction={() => split(cards)}>
              {h("split")}
            </MenuItem>
          ) : null}
          <SizeItems cards={cards} />
          <PushItems step={24} onPush={(dx, dy) => intents.nudgeCards(cards, dx, dy)} />
          <MenuSeparator />
          <MenuItem icon={Trash2} keys="Del" onAction={() => intents.removeCards(cards)}>
            {t("menu.remove")}
          </MenuItem>
        </>
      ) : null}
    </MenuSection>
  );
}

/** How large: the size that all of them have is ticked. */
function SizeItems({ cards }: Readonly<{ cards: readonly string[] }>) {
  const t = useTranslations("board-cards");
  const { intents, model } = useBoard();
  const size = sizeOf(model, cards);
  return (
    <SubmenuTrigger>
      <MenuItem icon={Scaling} keys="S">
        {t("size.label")}
      </MenuItem>
      <Menu
        aria-label={t("size.label")}
        selectionMode="single"
        selectedKeys={size === null ? [] : [size]}
        onAction={(key) => intents.sizeCards(cards, CardSize.parse(key))}
      >
        {CardSize.options.map((option) => (
          <MenuItem key={option} id={option}>
            {t(`size.${option}`)}
          </MenuItem>
        ))}
      </Menu>
    </SubmenuTrigger>
  );
}
