"use client";
/** What can be done with a theme. */
import { useTranslations } from "next-intl";
import {
  BoxSelect,
  ClipboardPaste,
  FolderInput,
  Group,
  Lock,
  LockOpen,
  NotebookPen,
  Palette,
  PanelRight,
  Pencil,
  Trash2,
} from "lucide-react";
import { Menu, MenuItem, MenuSeparator, SubmenuTrigger } from "#components/ui/menu.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { useBoard } from "../open.tsx";
import { useClipboard } from "../use-clipboard.ts";
import { PushItems } from "./push.tsx";

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

export function ThemeItems({ theme }: Readonly<{ theme: string }>) {
  const t = useTranslations("board");
  const s = useTranslations("board-select");
  const clipboard = useClipboard();
  const common = useTranslations("common");
  const { ask, deeds, insideOf, intents, mayChange, model, newTheme, removeTheme, rename, selectIn } = useBoard();
  const { locked = false, parent = null } = model.themes.get(theme)?.theme ?? {};
  const open = mayChange && !locked;
  return (
    <>
      <MenuItem icon={PanelRight} onAction={() => intents.chooseTheme(theme)}>
        {t("menu.details")}
      </MenuItem>
      <MenuItem icon={BoxSelect} onAction={() => selectIn(theme)}>
        {t("panel.select")}
      </MenuItem>
      {open ? (
        <>
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
