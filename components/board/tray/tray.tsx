"use client";
/** The tray at the left of the board: the quotes that lie nowhere on it, looked through, chosen and laid. */
import { ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { ALL, FACETS, sieve } from "#lib/client/board/tray.ts";
import type { Wanted } from "#lib/client/board/tray.ts";
import { useWords } from "#lib/client/study/provider.tsx";
import { Facets } from "./facets.tsx";
import { focusTrayButton } from "./focus.ts";
import { TrayFoot } from "./foot.tsx";
import { TrayList } from "./list.tsx";
import { useTrayOpen, useWaiting } from "./use-tray.ts";
import "./tray.css";

export function Tray({ singleKeys }: Readonly<{ singleKeys: boolean }>) {
  const t = useTranslations("board-tray");
  const [, setOpen] = useTrayOpen();
  const { quotes, all } = useWaiting();
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<Wanted>(ALL);
  const [filters, setFilters] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const says = useSays(useDeferredValue(typed));
  const found = useMemo(() => sieve(quotes, wanted, says), [quotes, wanted, says]);
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : found.quotes.flatMap(({ id }) => (selected.has(id) ? [id] : []))),
    [found, selected],
  );
  const narrowed = FACETS.some((facet) => wanted[facet] !== null);
  const clear = () => {
    setTyped("");
    setWanted(ALL);
  };
  return (
    <aside className="board-tray" aria-labelledby="board-tray-title" tabIndex={-1} data-no-board>
      <header className="flex items-center gap-1 ps-4 pe-1.5 pt-1.5">
        <h2 id="board-tray-title" className="min-w-0 grow truncate text-base">
          {t("title")}
        </h2>
        <output className="shrink-0 text-sm text-soft tabular-nums">
          <span aria-hidden>{t("shown", { shown: found.quotes.length, all: quotes.length })}</span>
          <span className="sr-only">{t("shownLong", { shown: found.quotes.length, all: quotes.length })}</span>
        </output>
        <IconButton
          icon={X}
          label={t("close")}
          onPress={() => {
            setOpen(false);
            focusTrayButton();
          }}
        />
      </header>
      {quotes.length === 0 ? (
        <EmptyState plain level={3} title={t(all === 0 ? "noQuotes" : "nothing")}>
          {t(all === 0 ? "noQuotesHelp" : "nothingHelp")}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-col gap-2 px-3 pt-1 pb-2.5">
            <div className="flex items-center gap-1">
              <SearchField label={t("find")} value={typed} onChange={setTyped} className="min-w-0 grow" />
              <IconButton
                icon={ListFilter}
                label={t("filters")}
                isOn={filters || narrowed}
                aria-expanded={filters}
                onPress={() => setFilters(!filters)}
              />
            </div>
            {filters ? <Facets counts={found.counts} wanted={wanted} onWant={setWanted} /> : null}
          </div>
          {found.quotes.length === 0 ? (
            <EmptyState plain level={3} title={t("noFit")} action={<Button onPress={clear}>{t("clear")}</Button>}>
              {t("noFitHelp")}
            </EmptyState>
          ) : (
            <>
              <TrayList
                quotes={found.quotes}
                selected={selected}
                chosen={chosen}
                onSelect={setSelected}
                singleKeys={singleKeys}
              />
              <TrayFoot quotes={found.quotes} chosen={chosen} onClear={() => setSelected(new Set())} />
            </>
          )}
        </>
      )}
    </aside>
  );
}

/** Whether a quote says what is typed, whatever its capitals and accents. Another function whenever it would answer otherwise. */
function useSays(typed: string): (quote: string) => boolean {
  const words = useWords();
  const folded = useMemo(() => {
    const kept = new Map<string, string>();
    return (quote: string) => {
      const known = kept.get(quote);
      if (known !== undefined) return known;
      const made = fold(words.quote(quote)?.words ?? "");
      kept.set(quote, made);
      return made;
    };
  }, [words]);
  return useMemo(() => {
    const wanted = fold(typed.trim());
    return wanted === "" ? always : (quote: string) => folded(quote).includes(wanted);
  }, [folded, typed]);
}

const always = () => true;

function fold(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
