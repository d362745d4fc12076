"use client";
/** A list of themes to put something in: type a few letters, press Enter. Used by `M` and by every menu's "Move to theme". */
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Aria from "react-aria-components";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import type { Cloth } from "#lib/client/board/cloth.ts";

type Props = Readonly<{
  title: string;
  none: string | null; // what it is called to be in no theme; null where that cannot be picked
  themes: readonly Cloth[];
  themeName: (theme: string) => string;
  onPick: (theme: string | null) => void;
  onMake: (() => void) | null;
  onClose: () => void;
}>;

export function MoveDialog({ title, none, themes, themeName, onPick, onMake, onClose }: Props) {
  const t = useTranslations("board");
  const { contains } = Aria.useFilter({ sensitivity: "base" });
  const path = (cloth: Cloth): string => {
    const above = themes.find(({ theme }) => theme.id === cloth.theme.parent);
    return above ? `${path(above)} › ${nameOf(above)}` : "";
  };
  const nameOf = (cloth: Cloth) => themeName(cloth.theme.id) || t("theme.unnamed");
  return (
    <Dialog title={title} width="narrow" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Aria.Autocomplete filter={contains}>
        {/* Whoever pressed M wants to type a name. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <SearchField autoFocus label={t("move.filter")} />
        <Aria.ListBox
          aria-label={title}
          className="mt-2 max-h-[50dvh] overflow-auto ring-none"
          selectionMode="none"
          onAction={(key) => {
            onClose();
            if (key === "make") onMake?.();
            else onPick(key === "none" ? null : String(key));
          }}
          renderEmptyState={() => <p className="px-2.5 py-2 text-soft">{t("move.nothing")}</p>}
        >
          {themes.map((cloth) => (
            <Option key={cloth.theme.id} id={cloth.theme.id} textValue={nameOf(cloth)} isDisabled={cloth.theme.locked}>
              <Swatch hue={cloth.theme.hue} />
              <span className="flex grow flex-col">
                <span>{nameOf(cloth)}</span>
                {path(cloth) === "" ? null : (
                  <span className="text-sm text-soft">{path(cloth).replace(/^ › /u, "")}</span>
                )}
              </span>
              <span className="text-sm text-soft tabular-nums">{cloth.count}</span>
            </Option>
          ))}
          {none === null ? null : (
            <Option id="none" textValue={none}>
              <span aria-hidden className="size-4 shrink-0 rounded-[3px] border border-line-strong" />
              <span className="grow">{none}</span>
            </Option>
          )}
          {onMake ? (
            <Option id="make" textValue={t("move.make")}>
              <Plus aria-hidden size={16} className="shrink-0 text-soft" />
              <span className="grow">{t("move.make")}</span>
            </Option>
          ) : null}
        </Aria.ListBox>
      </Aria.Autocomplete>
    </Dialog>
  );
}
