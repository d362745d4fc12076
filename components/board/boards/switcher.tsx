"use client";
/** The name of the board, which opens the list of boards and what is done with a whole board. */
import { ChartNoAxesColumn, ChevronDown, Columns2, Copy, EyeOff, Pencil, Plus, Share2, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuSection, MenuSeparator, MenuTrigger, SubmenuTrigger } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.tsx";
import { shelfOf } from "#lib/client/board/shelf.ts";
import { useFromRows, useRow, useWords } from "#lib/client/study/provider.tsx";
import { byOrd } from "#lib/domain/order.ts";
import { useBoard } from "../open.tsx";
import { BoardDialogs } from "./dialogs.tsx";
import type { BoardAsking } from "./dialogs.tsx";
import { useBoards } from "./use-boards.ts";

export function BoardSwitcher() {
  const t = useTranslations("boards");
  const words = useWords();
  const { board, lang, mayChange } = useBoard();
  const actions = useBoards();
  const row = useRow("board", board);
  const [asking, ask] = useState<BoardAsking | null>(null);
  const name = actions.nameOf(board);
  const hidden = row !== undefined && row.owner !== null;
  return (
    <>
      <MenuTrigger>
        <Button look="quiet" aria-label={t("open", { name })} className="min-w-0 shrink! gap-1 px-2">
          <span lang={words.wording(board, "name", lang)?.lang} className="min-w-0 truncate">
            {name}
          </span>
          <ChevronDown aria-hidden size={16} className="shrink-0 text-soft" />
        </Button>
        <Menu aria-label={t("menu")} className="w-80 max-w-full">
          <Shelf />
          <CompareWith />
          {mayChange ? (
            <>
              <MenuSeparator />
              <MenuItem icon={Plus} onAction={actions.add}>
                {t("new")}
              </MenuItem>
              <MenuItem icon={Copy} textValue={t("snapshot")} onAction={() => actions.copy("snapshot")}>
                <Told title={t("snapshot")}>{t("snapshotHelp")}</Told>
              </MenuItem>
              {hidden ? null : (
                <MenuItem icon={EyeOff} textValue={t("private")} onAction={() => actions.copy("private")}>
                  <Told title={t("private")}>{t("privateHelp")}</Told>
                </MenuItem>
              )}
              <MenuSeparator />
              <Own hidden={hidden} analysis={row?.analysis ?? false} ask={ask} />
            </>
          ) : null}
        </Menu>
      </MenuTrigger>
      {hidden ? (
        <span className="flex shrink-0 items-center gap-1.5 ps-1 text-sm text-soft">
          <EyeOff aria-hidden size={16} className="shrink-0" />
          <span className="max-sm:sr-only">{t("own")}</span>
          <Button look="plain" size="small" onPress={() => ask("share")}>
            {t("shareIt")}
          </Button>
        </span>
      ) : null}
      <BoardDialogs asking={asking} onClose={() => ask(null)} actions={actions} />
    </>
  );
}

/** The boards, this one ticked. */
function Shelf() {
  const t = useTranslations("boards");
  const { board } = useBoard();
  const { go, nameOf } = useBoards();
  const shelf = useFromRows(["board", "card"], shelfOf);
  return (
    <MenuSection title={t("list")} chosen={board} onChoose={go}>
      {shelf.map(({ id, cards, analysis, hidden }) => (
        <MenuItem key={id} id={id} textValue={nameOf(id)}>
          <Told title={nameOf(id)}>
            {[
              t("cards", { count: cards }),
              ...(analysis ? [t("analysis")] : []),
              ...(hidden ? [t("hidden")] : []),
            ].join(" · ")}
          </Told>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** The other boards, to hold this one against. */
function CompareWith() {
  const t = useTranslations("boards");
  const { board, compareWith } = useBoard();
  const { nameOf } = useBoards();
  const others = useFromRows(["board"], (rows) => rows.related("boards", "").toSorted(byOrd)).filter(
    ({ id }) => id !== board,
  );
  if (others.length === 0) return null;
  return (
    <SubmenuTrigger>
      <MenuItem icon={Columns2}>{t("compareWith")}</MenuItem>
      <Menu aria-label={t("compareWith")}>
        {others.map(({ id }) => (
          <MenuItem key={id} onAction={() => compareWith(id)}>
            {nameOf(id)}
          </MenuItem>
        ))}
      </Menu>
    </SubmenuTrigger>
  );
}

type OwnProps = Readonly<{ hidden: boolean; analysis: boolean; ask: (asking: BoardAsking) => void }>;

/** What is done with the board that is open. */
function Own({ hidden, analysis, ask }: OwnProps) {
  const t = useTranslations("boards");
  const faults = useTranslations("faults");
  const { remove } = useBoards();
  return (
    <MenuSection title={t("this")}>
      <MenuItem icon={Pencil} onAction={() => ask("rename")}>
        {t("rename")}
      </MenuItem>
      {hidden ? (
        <MenuItem icon={Share2} onAction={() => ask("share")}>
          {t("share")}
        </MenuItem>
      ) : null}
      {hidden || analysis ? null : (
        <MenuItem icon={ChartNoAxesColumn} onAction={() => ask("analyse")}>
          {t("analyse")}
        </MenuItem>
      )}
      <MenuItem
        icon={Trash2}
        textValue={t("remove")}
        onAction={() => (analysis ? toast({ text: faults("board.analysis") }) : remove())}
      >
        {analysis ? <Told title={t("remove")}>{faults("board.analysis")}</Told> : t("remove")}
      </MenuItem>
    </MenuSection>
  );
}

/** An item with a sentence below it, which belongs to its name: what is seen is what is spoken (WCAG 2.5.3). */
function Told({ title, children }: Readonly<{ title: string; children: string }>) {
  return (
    <span className="flex flex-col">
      <span>{title}</span>
      <span className="text-sm text-soft">{children}</span>
    </span>
  );
}
