"use client";
/** What can be done with a theme. */
import { useTranslations } from "next-intl";
import {
  BoxSelect,
  ClipboardPaste,
  ChevronDown,
  ChevronRight,
  FolderInput,
  Group,
  LayoutGrid,
  Lock,
  LockOpen,
  Merge,
  NotebookPen,
  Palette,
  PanelRight,
  Pencil,
  Scaling,
  Trash2,
} from "lucide-react";
import { Menu, MenuItem, MenuSeparator, SubmenuTrigger } from "#components/ui/menu.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { useBoard } from "../open.tsx";
import { useClipboard } from "../use-clipboard.ts";
import { PULL } from "../theme/keys.ts";
import { useThemeWork } from "../theme/work.ts";
import { useThemes } from "../use-themes.ts";
import { PushItems } from "./push.tsx";

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

export function ThemeItems({ theme }: Readonly<{ theme: string }>) {
  const t = useTranslations("board");
  const s = useTranslations("board-select");
  const clipboard = useClipboard();
  const common = useTranslations("common");
  const { ask, deeds, insideOf, intents, mayChange, newTheme, removeTheme, rename, selectIn } = useBoard();
  const h = useTranslations("board-themes");
  const { arrange } = useThemeWork();
  const { locked = false, parent = null, collapsed = false } = useThemes().get(theme)?.theme ?? {};
  const open = mayChange && !locked;
  return (
    <>
      <MenuItem icon={PanelRight} onAction={() => intents.chooseTheme(theme)}>
        {t("menu.details")}
      </MenuItem>
      <MenuItem icon={BoxSelect} onAction={() => selectIn(theme)}>
        {t("panel.select")}
      </MenuItem>
      {mayChange ? (
        <MenuItem
          icon={collapsed ? ChevronDown : ChevronRight}
          keys="C"
          onAction={() => intents.collapseTheme(theme, !collapsed)}
        >
          {h(collapsed ? "open" : "collapse")}
        </MenuItem>
      ) : null}
      {open ? (
        <>
          <MenuSeparator />
          <MenuItem icon={Pencil} keys="F2" onAction={() => rename(theme)}>
            {t("menu.rename")}
          </MenuItem>
          <SubmenuTrigger>
            <MenuItem icon={Palette}>{t("panel.colour")}</MenuItem>
            <Menu aria-label={t("panel.colour")}>
              {HUES.map((hue) => (
                <MenuItem
                  key={hue}
                  textValue={common(`hue.${hue}`)}
                  onAction={() => deeds.setTheme(theme, { hue: Number(hue) })}
                >
                  <span className="flex items-center gap-2">
                    <Swatch hue={Number(hue)} />
                    {common(`hue.${hue}`)}
                  </span>
                </MenuItem>
              ))}
            </Menu>
          </SubmenuTrigger>
          <MenuItem icon={FolderInput} onAction={() => ask({ kind: "nest", theme })}>
            {t("menu.nest")}
          </MenuItem>
          <MenuItem icon={Merge} onAction={() => ask({ kind: "merge", theme })}>
            {h("merge.ask")}
          </MenuItem>
          {collapsed ? null : (
            <>
              <MenuItem icon={LayoutGrid} keys="G" onAction={() => arrange(theme)}>
                {h("arrange")}
              </MenuItem>
              <SizeItems theme={theme} />
            </>
          )}
          <PushItems step={96} onPush={(dx, dy) => intents.moveTheme(theme, dx, dy, parent)} />
        </>
      ) : null}
      {mayChange ? (
        <MenuItem icon={locked ? LockOpen : Lock} onAction={() => deeds.setTheme(theme, { locked: !locked })}>
          {t(locked ? "menu.unlock" : "panel.lock")}
        </MenuItem>
      ) : null}
      {open ? (
        <>
          <MenuSeparator />
          <MenuItem icon={NotebookPen} onAction={() => intents.writeInsight(insideOf(theme))}>
            {t("menu.insight")}
          </MenuItem>
          <MenuItem icon={Group} onAction={() => newTheme(insideOf(theme))}>
            {t("menu.theme")}
          </MenuItem>
          <MenuItem icon={ClipboardPaste} keys="Ctrl+V" onAction={() => void clipboard.pasteByMenu(insideOf(theme))}>
            {s("menu.paste")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={Trash2} onAction={() => removeTheme(theme)}>
            {t("theme.remove")}
          </MenuItem>
        </>
      ) : null}
    </>
  );
}

/** Wider and taller by a step, for those who pull at no edge. */
function SizeItems({ theme }: Readonly<{ theme: string }>) {
  const t = useTranslations("board-themes");
  const { pull } = useThemeWork();
  const side = { x: 1, y: 0 } as const;
  const foot = { x: 0, y: 1 } as const;
  return (
    <SubmenuTrigger>
      <MenuItem icon={Scaling}>{t("size.label")}</MenuItem>
      <Menu aria-label={t("size.label")}>
        <MenuItem keys="Alt+Shift+→" onAction={() => pull(theme, side, PULL, 0)}>
          {t("size.wider")}
        </MenuItem>
        <MenuItem keys="Alt+Shift+←" onAction={() => pull(theme, side, -PULL, 0)}>
          {t("size.narrower")}
        </MenuItem>
        <MenuItem keys="Alt+Shift+↓" onAction={() => pull(theme, foot, 0, PULL)}>
          {t("size.taller")}
        </MenuItem>
        <MenuItem keys="Alt+Shift+↑" onAction={() => pull(theme, foot, 0, -PULL)}>
          {t("size.lower")}
        </MenuItem>
      </Menu>
    </SubmenuTrigger>
  );
}
