"use client";
/** The quotes of a source, in the order of the text; one at a time is open. */
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { QuoteItem } from "./item.tsx";
import type { QuoteActions } from "./item.tsx";
import type { BoardView, QuoteView, TagView } from "#lib/client/reader/view.ts";

type Props = QuoteActions &
  Readonly<{
    quotes: readonly QuoteView[];
    active: string | null;
    sending: string | null; // the quote whose menu of boards is open
    onSending: (quote: string | null) => void;
    canChange: boolean;
    tags: readonly TagView[];
    boards: readonly BoardView[];
  }>;

export function QuoteList({ quotes, active, sending, onSending, ...rest }: Props) {
  const t = useTranslations("reader");
  if (quotes.length === 0) {
    return (
      <EmptyState plain level={3} title={t("noQuotes")}>
        <p>{rest.canChange ? t.rich("noQuotesHelp", { key: () => <Kbd>Q</Kbd> }) : t("noQuotesObserver")}</p>
      </EmptyState>
    );
  }
  return (
    <ol className="flex flex-col">
      {quotes.map((quote) => (
        <QuoteItem
          key={quote.id}
          quote={quote}
          open={quote.id === active}
          sending={quote.id === sending}
          onSending={(open) => onSending(open ? quote.id : null)}
          {...rest}
        />
      ))}
    </ol>
  );
}
