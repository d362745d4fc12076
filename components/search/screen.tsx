"use client";
/**
 * Search over the whole study: one field, filters, and hits with the words around them, each of which can be quoted where it
 * stands. Rules: docs/spec/search.md.
 */
import { Search as SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Page } from "#components/ui/page.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { lastWanted, useSearch } from "#lib/client/search/use-search.ts";
import type { Fault } from "#lib/client/search/use-search.ts";
import { useShortcut } from "#lib/client/shortcuts.ts";
import { LONGEST, parseQuery } from "#lib/domain/search/query.ts";
import { NO_FILTERS } from "#lib/domain/search/shape.ts";
import type { Filters, Found } from "#lib/domain/search/shape.ts";
import { SearchFilters } from "./filters.tsx";
import { Help } from "./help.tsx";
import { HitList } from "./hits.tsx";

export function SearchScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("search");
  const { search, look, more, forget } = useSearch(study);
  const [first] = useState(() => lastWanted(study));
  const [words, setWords] = useState(first.words);
  const [filters, setFilters] = useState(first.filters);
  const field = useRef<HTMLInputElement>(null);
  useShortcut("/", () => field.current?.select());

  async function go(asked: string, chosen: Filters) {
    const read = parseQuery(asked);
    if (!read.ok) {
      field.current?.focus();
      field.current?.setSelectionRange(read.fault.start, read.fault.end);
    }
    const found = await look({ words: asked, filters: chosen });
    if (found) announce(t("count", countOf(found)));
  }

  function choose(chosen: Filters) {
    setFilters(chosen);
    if (words.trim()) void go(words, chosen);
  }

  const { found, fault, busy, of } = search;
  return (
    <Page className="max-w-5xl">
      <PageHeader title={t("title")} lead={t("lead")} />
      <form
        role="search"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void go(words, filters);
        }}
      >
        <div className="flex gap-2">
          <SearchField
            ref={field}
            // The field is what this screen is for.
            autoFocus={first.words === ""}
            label={t("field")}
            placeholder={t("placeholder")}
            className="min-w-0 grow"
            maxLength={LONGEST}
            value={words}
            onChange={setWords}
            onClear={() => {
              setWords("");
              forget();
            }}
          />
          <Button type="submit" look="primary" isPending={busy} aria-label={t("go")}>
            <SearchIcon aria-hidden size={16} className={busy ? "hidden" : ""} />
            <span className="max-sm:hidden">{t("go")}</span>
          </Button>
        </div>
        <SearchFilters filters={filters} onChange={choose} />
      </form>
      {fault ? (
        <div className="mt-4">
          <FaultNotice fault={fault} />
        </div>
      ) : null}
      <Disclosure title={t("help.title")} level={2} className="mt-2">
        <Help />
      </Disclosure>
      <div className="mt-4 flex flex-col gap-4" aria-busy={busy}>
        {found && of ? (
          found.hits.length === 0 ? (
            <Nothing
              found={found}
              narrowed={of.filters !== NO_FILTERS && Object.values(of.filters).some((value) => value !== null)}
              onWords={(other) => {
                setWords(other);
                void go(other, filters);
              }}
              onClear={() => choose(NO_FILTERS)}
            />
          ) : (
            <>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-2">
                <h2 className="text-base">{t("count", countOf(found))}</h2>
                <p className="text-sm text-soft">{t(found.ranked ? "ranked" : "inOrder")}</p>
              </div>
              <HitList study={study} hits={found.hits} />
              {found.next ? (
                <Button className="self-center" isPending={busy} onPress={() => void more()}>
                  {t("more")}
                </Button>
              ) : null}
            </>
          )
        ) : fault ? null : busy ? (
          <div className="grid place-items-center p-10">
            <Spinner label={t("busy")} />
          </div>
        ) : (
          <EmptyState title={t("begin")}>
            <p>{t("beginHelp")}</p>
          </EmptyState>
        )}
      </div>
    </Page>
  );
}

function countOf({ counted, hits }: Found): { count: number; more: string } {
  return { count: counted?.count ?? hits.length, more: counted?.more ? "yes" : "no" };
}

/** Says what cannot be read, and where. */
function FaultNotice({ fault }: Readonly<{ fault: Fault }>) {
  const t = useTranslations("search");
  const code = fault.code.startsWith("search.") ? fault.code.slice("search.".length) : fault.code.replace(".", "-");
  const { words } = fault;
  const part = words.slice(fault.start, fault.end);
  const shows = fault.end > fault.start && part.trim() !== "" && part.length < words.length;
  return (
    <Notice
      kind="error"
      live
      title={t.has(`fault.${code}`) ? t(`fault.${code}`, { seconds: fault.seconds }) : t("fault.other")}
    >
      {shows ? (
        <p className="wrap-anywhere">
          {words.slice(0, fault.start)}
          <mark className="rounded-sm bg-danger px-0.5 text-danger-ink">
            <span className="sr-only">{t("fault.here")} </span>
            {part}
          </mark>
          {words.slice(fault.end)}
        </p>
      ) : null}
    </Notice>
  );
}

function Nothing({
  found,
  narrowed,
  onWords,
  onClear,
}: Readonly<{ found: Found; narrowed: boolean; onWords: (words: string) => void; onClear: () => void }>) {
  const t = useTranslations("search");
  return (
    <EmptyState
      title={t("nothing")}
      action={narrowed ? <Button onPress={onClear}>{t("clearFilters")}</Button> : undefined}
    >
      {found.alike.length > 0 ? (
        <div className="flex flex-col gap-2">
          <p>{t("alike")}</p>
          <ul className="flex flex-wrap justify-center gap-2">
            {found.alike.map((words) => (
              <li key={words}>
                <Button size="small" onPress={() => onWords(words)}>
                  {words}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{t(narrowed ? "nothingNarrow" : "nothingHelp")}</p>
      )}
    </EmptyState>
  );
}
