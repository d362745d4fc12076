"use client";
/** What can be done with quotes of the tray, in a menu. */
import { BookOpen, FolderInput, LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuItem, MenuSection } from "#components/ui/menu.tsx";
import { useBoard } from "../open.tsx";
import { usePlacing } from "./use-tray.ts";

export function QuoteItems({ quotes }: Readonly<{ quotes: readonly string[] }>) {
  const t = useTranslations("board-tray");
  const { ask, intents } = useBoard();
  const { place } = usePlacing();
  const [only] = quotes.length === 1 ? quotes : [];
  return (
    <MenuSection title={t("menu", { count: quotes.length })}>
      <MenuItem icon={LayoutGrid} keys="Enter" onAction={() => place(quotes)}>
        {t("place")}
      </MenuItem>
      <MenuItem icon={FolderInput} keys="M" onAction={() => ask({ kind: "place", quotes })}>
        {t("placeIn")}
      </MenuItem>
      {only === undefined ? null : (
        <MenuItem icon={BookOpen} keys="O" onAction={() => intents.openQuote(only)}>
          {t("open")}
        </MenuItem>
      )}
    </MenuSection>
  );
}
