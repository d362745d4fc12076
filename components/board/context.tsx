"use client";
/** The menu of cards, of a theme or of the bare board: all that hands can do by carrying, without carrying (WCAG 2.5.7). */
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Menu, MenuItem, MenuSection, MenuSeparator, SubmenuTrigger } from "#components/ui/menu.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BookOpen,
  BoxSelect,
  FolderInput,
  Group,
  LogOut,
  Lock,
  LockOpen,
  Maximize,
  NotebookPen,
  Palette,
  PanelRight,
  Pencil,
  Trash2,
} from "lucide-react";
import type { MenuTarget } from "./intents.ts";

export type Act =
  | "open"
  | "move"
  | "take-out"
  | "make"
  | "remove"
  | "details"
  | "rename"
  | "nest"
  | "select-all"
  | "lock"
  | "unlock"
  | "remove-theme"
  | "insight"
  | "theme"
  | "fit"
  | `push-${"left" | "right" | "up" | "down"}`
  | `hue-${number}`;

type Props = Readonly<{
  target: MenuTarget;
  at: Readonly<{ x: number; y: number }>;
  mayChange: boolean;
  single: boolean; // exactly one card
  opens: "source" | "insight";
  inTheme: boolean;
  locked: boolean;
  onAct: (act: Act) => void;
  onClose: () => void;
}>;

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

export function ContextMenu({ target, at, mayChange, single, opens, inTheme, locked, onAct, onClose }: Props) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const anchor = useRef<HTMLSpanElement>(null);
  const act = (key: React.Key) => onAct(key as Act); // keys below are acts
  const push = (
    <SubmenuTrigger>
      <MenuItem id="push" icon={ArrowRight}>
        {t("menu.push")}
      </MenuItem>
      <Menu aria-label={t("menu.push")} onAction={act}>
        <MenuItem id="push-left" icon={ArrowLeft}>
          {t("menu.left")}
        </MenuItem>
        <MenuItem id="push-right" icon={ArrowRight}>
          {t("menu.right")}
        </MenuItem>
        <MenuItem id="push-up" icon={ArrowUp}>
          {t("menu.up")}
        </MenuItem>
        <MenuItem id="push-down" icon={ArrowDown}>
          {t("menu.down")}
        </MenuItem>
      </Menu>
    </SubmenuTrigger>
  );
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        style={{ position: "fixed", left: at.x, top: at.y, width: 1, height: 1, pointerEvents: "none" }}
      />
      <Menu
        aria-label={t("menu.label")}
        isOpen
        triggerRef={anchor}
        onOpenChange={(open) => !open && onClose()}
        onClose={onClose}
        onAction={act}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first" // a menu that has been opened holds the focus
      >
        {target.kind === "cards" ? (
          <MenuSection title={t("menu.cards", { count: target.cards.length })}>
            {single ? (
              <MenuItem id="open" icon={opens === "source" ? BookOpen : NotebookPen} keys="Enter">
                {t(opens === "source" ? "menu.openSource" : "menu.openInsight")}
              </MenuItem>
            ) : null}
            {mayChange ? (
              <>
                <MenuItem id="move" icon={FolderInput} keys="M">
                  {t("menu.move")}
                </MenuItem>
                {inTheme ? (
                  <MenuItem id="take-out" icon={LogOut}>
                    {t("menu.takeOut")}
                  </MenuItem>
                ) : null}
                <MenuItem id="make" icon={Group} keys="T">
                  {t("menu.make")}
                </MenuItem>
                {push}
                <MenuSeparator />
                <MenuItem id="remove" icon={Trash2} keys="Del">
                  {t("menu.remove")}
                </MenuItem>
              </>
            ) : null}
          </MenuSection>
        ) : target.kind === "theme" ? (
          <>
            <MenuItem id="details" icon={PanelRight}>
              {t("menu.details")}
            </MenuItem>
            <MenuItem id="select-all" icon={BoxSelect}>
              {t("panel.select")}
            </MenuItem>
            {mayChange && !locked ? (
              <>
                <MenuItem id="rename" icon={Pencil} keys="F2">
                  {t("menu.rename")}
                </MenuItem>
                <SubmenuTrigger>
                  <MenuItem id="colour" icon={Palette}>
                    {t("panel.colour")}
                  </MenuItem>
                  <Menu aria-label={t("panel.colour")} onAction={act}>
                    {HUES.map((hue) => (
                      <MenuItem key={hue} id={`hue-${hue}`} textValue={common(`hue.${hue}`)}>
                        <span className="flex items-center gap-2">
                          <Swatch hue={Number(hue)} />
                          {common(`hue.${hue}`)}
                        </span>
                      </MenuItem>
                    ))}
                  </Menu>
                </SubmenuTrigger>
                <MenuItem id="nest" icon={FolderInput}>
                  {t("menu.nest")}
                </MenuItem>
                {push}
              </>
            ) : null}
            {mayChange ? (
              <MenuItem id={locked ? "unlock" : "lock"} icon={locked ? LockOpen : Lock}>
                {t(locked ? "menu.unlock" : "panel.lock")}
              </MenuItem>
            ) : null}
            {mayChange && !locked ? (
              <>
                <MenuItem id="insight" icon={NotebookPen}>
                  {t("menu.insight")}
                </MenuItem>
                <MenuItem id="theme" icon={Group}>
                  {t("menu.theme")}
                </MenuItem>
                <MenuSeparator />
                <MenuItem id="remove-theme" icon={Trash2}>
                  {t("theme.remove")}
                </MenuItem>
              </>
            ) : null}
          </>
        ) : (
          <>
            {mayChange ? (
              <MenuItem id="insight" icon={NotebookPen} keys="I">
                {t("menu.insight")}
              </MenuItem>
            ) : null}
            {mayChange ? (
              <MenuItem id="theme" icon={Group}>
                {t("menu.theme")}
              </MenuItem>
            ) : null}
            <MenuItem id="select-all" icon={BoxSelect} keys="Ctrl+A">
              {t("menu.selectAll")}
            </MenuItem>
            <MenuItem id="fit" icon={Maximize} keys="Shift+1">
              {t("zoom.fit")}
            </MenuItem>
          </>
        )}
      </Menu>
    </>
  );
}
