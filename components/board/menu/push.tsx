"use client";
/** A submenu that moves something a little, for those who carry nothing. */
import { useTranslations } from "next-intl";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { Menu, MenuItem, SubmenuTrigger } from "#components/ui/menu.tsx";

export function PushItems({ step, onPush }: Readonly<{ step: number; onPush: (dx: number, dy: number) => void }>) {
  const t = useTranslations("board");
  return (
    <SubmenuTrigger>
      <MenuItem icon={ArrowRight}>{t("menu.push")}</MenuItem>
      <Menu aria-label={t("menu.push")}>
        <MenuItem icon={ArrowLeft} onAction={() => onPush(-step, 0)}>
          {t("menu.left")}
        </MenuItem>
        <MenuItem icon={ArrowRight} onAction={() => onPush(step, 0)}>
          {t("menu.right")}
        </MenuItem>
        <MenuItem icon={ArrowUp} onAction={() => onPush(0, -step)}>
          {t("menu.up")}
        </MenuItem>
        <MenuItem icon={ArrowDown} onAction={() => onPush(0, step)}>
          {t("menu.down")}
        </MenuItem>
      </Menu>
    </SubmenuTrigger>
  );
}
