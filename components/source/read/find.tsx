"use client";
/** Finds words in the text that is open: a field above it, how many there are, and the way from one to the next. */
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import type { Finding } from "./use-find.ts";

export function FindBar({ find }: Readonly<{ find: Finding }>) {
  const t = useTranslations("reader");
  const { count, at, words } = find;
  return (
    <search aria-label={t("find.label")} className="flex flex-wrap items-center gap-1 border-b border-line px-4 py-1.5">
      <SearchField
        ref={find.field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus // somebody asked for it in order to type
        label={t("find.words")}
        value={words}
        onChange={find.ask}
        className="min-w-0 grow basis-40 max-sm:basis-full sm:max-w-80"
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "F3") {
            event.preventDefault();
            find.step(event.shiftKey ? -1 : 1);
          } else if (event.key === "Escape") {
            event.preventDefault();
            find.close();
          } else event.continuePropagation();
        }}
      />
      <span role="status" className="min-w-24 px-1 max-sm:grow text-sm text-soft tabular-nums">
        {words.trim() === ""
          ? ""
          : count === 0
            ? t("find.none")
            : t("find.place", { place: at + 1, count: count.toLocaleString() })}
      </span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={t("find.back")}
        keys="Shift+F3"
        isDisabled={count === 0}
        onPress={() => find.step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label={t("find.next")}
        keys="F3"
        isDisabled={count === 0}
        onPress={() => find.step(1)}
      />
      <span className="grow max-sm:hidden" />
      <IconButton icon={X} size="small" label={t("find.close")} keys="Esc" onPress={find.close} />
    </search>
  );
}
