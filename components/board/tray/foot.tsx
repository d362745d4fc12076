"use client";
/** What is done with the quotes that are chosen, or with all that are shown. */
import { ChevronDown, FolderInput, LayoutGrid, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "#components/ui/menu.tsx";
import { FACETS, groupsOf } from "#lib/client/board/tray.ts";
import type { TrayQuote } from "#lib/client/board/tray.ts";
import { MOST } from "#lib/client/board/tray-deeds.ts";
import { useBoard } from "../open.tsx";
import { focusTray } from "./focus.ts";
import { usePlacing } from "./use-tray.ts";

type Props = Readonly<{ quotes: readonly TrayQuote[]; chosen: readonly string[]; onClear: () => void }>;

export function TrayFoot({ quotes, chosen, onClear }: Props) {
  const t = useTranslations("board-tray");
  const { ask } = useBoard();
  const { place } = usePlacing();
  if (chosen.length === 0) {
    return (
      <footer className="board-tray-foot">
        <PlaceAll quotes={quotes} />
      </footer>
    );
  }
  return (
    <footer className="board-tray-foot">
      <span className="flex w-full items-center justify-between gap-2 text-sm text-soft">
        {t("selected", { count: chosen.length })}
        <IconButton icon={X} size="small" label={t("unselect")} onPress={onClear} />
      </span>
      <Button
        look="primary"
        size="small"
        onPress={() => {
          place(chosen);
          focusTray();
        }}
      >
        {t("place")}
      </Button>
      <Button size="small" onPress={() => ask({ kind: "place", quotes: chosen })}>
        <FolderInput aria-hidden size={15} />
        {t("placeIn")}
      </Button>
    </footer>
  );
}

/** All that are shown, in groups with a theme each, or as they come. */
function PlaceAll({ quotes }: Readonly<{ quotes: readonly TrayQuote[] }>) {
  const t = useTranslations("board-tray");
  return (
    <MenuTrigger>
      <Button size="small" className="grow">
        <LayoutGrid aria-hidden size={15} />
        {t("placeAll", { count: quotes.length })}
        <ChevronDown aria-hidden size={15} />
      </Button>
      <Menu aria-label={t("placeAll", { count: quotes.length })} placement="top start">
        <Ways quotes={quotes} />
      </Menu>
    </MenuTrigger>
  );
}

function Ways({ quotes }: Readonly<{ quotes: readonly TrayQuote[] }>) {
  const t = useTranslations("board-tray");
  const { group, place } = usePlacing();
  const themes = FACETS.map((facet) => groupsOf(quotes, facet, [], MOST).filter(({ value }) => value !== null).length);
  const over = quotes.length > MOST.quotes;
  return (
    <>
      <MenuSection title={t("placeAllBy")}>
        {FACETS.map((facet, at) => (
          <MenuItem
            key={facet}
            textValue={t(`by.${facet}`)}
            isDisabled={themes[at] === 0}
            onAction={() => {
              group(quotes, facet);
              focusTray();
            }}
          >
            <span className="flex justify-between gap-4">
              {t(`by.${facet}`)}
              <span className="text-soft tabular-nums">{t("themes", { count: themes[at] ?? 0 })}</span>
            </span>
          </MenuItem>
        ))}
        <MenuItem
          onAction={() => {
            place(quotes.map(({ id }) => id));
            focusTray();
          }}
        >
          {t("ungrouped")}
        </MenuItem>
      </MenuSection>
      {over ? <MenuItem isDisabled>{t("over", { placed: MOST.quotes, all: quotes.length })}</MenuItem> : null}
    </>
  );
}
