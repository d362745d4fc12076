"use client";
/** Asks for the theme in which quotes of the tray are laid. */
import { useTranslations } from "next-intl";
import { MoveDialog } from "../move.tsx";
import { useBoard } from "../open.tsx";
import { useThemes } from "../use-themes.ts";
import { usePlacing } from "./use-tray.ts";

export function PlaceDialog({ quotes }: Readonly<{ quotes: readonly string[] }>) {
  const t = useTranslations("board-tray");
  const board = useTranslations("board");
  const { ask, themeName } = useBoard();
  const themes = useThemes();
  const { place, placeAround, placeIn } = usePlacing();
  return (
    <MoveDialog
      title={t("moveTitle", { count: quotes.length })}
      none={board("unclustered")}
      themes={[...themes.values()]}
      themeName={themeName}
      onPick={(theme) => (theme === null ? place(quotes) : placeIn(quotes, theme))}
      onMake={() => placeAround(quotes)}
      onClose={() => ask(null)}
    />
  );
}
