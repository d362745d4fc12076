"use client";
/** Choosing quotes for a finding: the quotes of its themes, each for, against or neither. What is chosen counts at once. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { sought } from "./quote-view.ts";
import type { QuoteView, Stance } from "./quote-view.ts";

type Pickable = QuoteView &
  Readonly<{ stance: Stance | null; /** how many quotes of this participant are cited already */ cited: number }>;

const STANCES = ["supports", "contradicts"] as const;

type Props = Readonly<{
  isOpen: boolean;
  onClose: () => void;
  title: string;
  statement: string;
  quotes: readonly Pickable[];
  onCite: (quote: string, stance: Stance | null) => void;
}>;

export function QuotePicker({ isOpen, onClose, title, statement, quotes, onCite }: Props) {
  const t = useTranslations("findings");
  const [wanted, setWanted] = useState("");
  const shown = sought(quotes, wanted);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      width="wide"
      isDismissable
    >
      <div className="flex flex-col gap-4">
        {statement === "" ? null : <p className="reading text-soft">{statement}</p>}
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-3 bg-raised pb-2">
          <SearchField label={t("search")} value={wanted} onChange={setWanted} className="min-w-56 grow" />
          <output className="text-sm text-soft tabular-nums">{t("shown", { count: shown.length })}</output>
        </div>
        {quotes.length === 0 ? (
          <EmptyState plain level={3} title={t("noQuotesTitle")}>
            {t("noQuotes")}
          </EmptyState>
        ) : null}
        <ul className="flex flex-col">
          {shown.map((quote) => (
            <li
              key={quote.id}
              className="flex flex-col gap-2 border-b border-line py-3 sm:flex-row sm:items-start sm:gap-6"
            >
              <div className="min-w-0 grow">
                <blockquote lang={quote.lang} dir="auto" className="reading">
                  {quote.words ?? "…"}
                </blockquote>
                <p className="text-sm text-soft">
                  {quote.who}
                  {quote.cited > 1 ? ` · ${t("often", { count: quote.cited })}` : ""}
                </p>
              </div>
              <Segments
                label={t("stance")}
                hideLabel
                mayBeNone
                choices={STANCES.map((stance) => ({ id: stance, label: t(`stanceOf.${stance}`) }))}
                chosen={quote.stance}
                onChoose={(stance) => onCite(quote.id, stance)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
