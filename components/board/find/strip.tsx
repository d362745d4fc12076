"use client";
/** The strip under the board's head: words to look for, filters, and the way from one match to the next. */
import { BoxSelect, ChevronDown, ChevronUp, ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { asksNothing, filtersIn } from "#lib/client/board/query.ts";
import { useBoard } from "../open.tsx";
import { Filters } from "./filters.tsx";
import { InPile } from "./pile.tsx";

export function FindStrip() {
  const t = useTranslations("board-cards");
  const { find, model } = useBoard();
  const { found } = model;
  useSyncExternalStore(
    found.changed.subscribe,
    () => found.version,
    () => 0,
  );
  const all = useSyncExternalStore(
    model.changed.subscribe,
    () => model.count,
    () => 0,
  );
  const [filtering, setFiltering] = useState(false);
  const filters = filtersIn(find.query);
  const { field } = find;
  useEffect(() => {
    field.current?.focus();
  }, [field]);
  const idle = asksNothing(find.query);
  return (
    <search aria-label={t("find.label")} className="board-find" data-no-board>
      <div className="flex flex-wrap items-center gap-1">
        <SearchField
          ref={field}
          label={t("find.words")}
          value={find.query.text}
          onChange={(text) => find.ask({ ...find.query, text })}
          className="min-w-0 grow basis-40 max-sm:basis-full sm:max-w-80"
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              find.step(event.shiftKey ? -1 : 1, false);
            } else if (event.key !== "Escape") event.continuePropagation();
          }}
        />
        <span className="min-w-20 px-1 text-sm text-soft tabular-nums max-sm:grow sm:text-center">
          {idle
            ? null
            : found.place > 0
              ? t("find.place", { place: found.place, count: found.count })
              : t("find.count", { count: found.count, all })}
        </span>
        <IconButton
          icon={ChevronUp}
          size="small"
          label={t("find.back")}
          keys="Shift+F3"
          isDisabled={found.count === 0}
          onPress={() => find.step(-1, false)}
        />
        <IconButton
          icon={ChevronDown}
          size="small"
          label={t("find.next")}
          keys="F3"
          isDisabled={found.count === 0}
          onPress={() => find.step(1, false)}
        />
        <span className="grow max-sm:hidden" />
        <IconButton
          icon={ListFilter}
          size="small"
          label={filters === 0 ? t("find.filters") : t("find.filtersSet", { count: filters })}
          isOn={filtering || filters > 0}
          aria-expanded={filtering}
          onPress={() => setFiltering(!filtering)}
        />
        <IconButton
          icon={BoxSelect}
          size="small"
          label={t("find.selectAll")}
          isDisabled={found.count === 0}
          onPress={() => find.selectAll()}
        />
        <IconButton icon={X} size="small" label={t("find.end")} keys="Esc" onPress={() => find.end()} />
      </div>
      <InPile />
      {filtering ? <Filters /> : null}
    </search>
  );
}
