"use client";
/** The quotes of a source, in the order of the text; one at a time is open. Only those in sight are drawn. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { BoardView, QuoteView, TagView } from "#lib/client/reader/view.ts";
import { QuoteItem } from "./item.tsx";
import type { QuoteActions } from "./item.tsx";

type Props = QuoteActions &
  Readonly<{
    quotes: readonly QuoteView[];
    active: string | null;
    sending: string | null; // the quote whose menu of boards is open
    onSending: (quote: string | null) => void;
    canChange: boolean;
    tags: readonly TagView[];
    boards: readonly BoardView[];
    className?: string;
  }>;

export function QuoteList({ quotes, active, sending, onSending, className, ...rest }: Props) {
  const t = useTranslations("reader");
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, and never memoised
  const virtual = useVirtualizer({
    count: quotes.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 112,
    overscan: 6,
    getItemKey: (at) => quotes[at]?.id ?? at,
  });
  const at = active === null ? -1 : quotes.findIndex((quote) => quote.id === active);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: "auto" });
    // The virtualizer stays the same object.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  if (quotes.length === 0) {
    return (
      <EmptyState plain level={3} title={t("noQuotes")}>
        <p>{rest.canChange ? t.rich("noQuotesHelp", { key: () => <Kbd>Q</Kbd> }) : t("noQuotesObserver")}</p>
      </EmptyState>
    );
  }
  return (
    <div ref={scroll} className={className ?? "h-full overflow-y-auto"}>
      <ol className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const quote = quotes[item.index];
          return quote ? (
            <QuoteItem
              key={quote.id}
              ref={virtual.measureElement}
              place={item.index}
              top={item.start}
              size={quotes.length}
              quote={quote}
              open={quote.id === active}
              sending={quote.id === sending}
              onSending={(open) => onSending(open ? quote.id : null)}
              {...rest}
            />
          ) : null;
        })}
      </ol>
    </div>
  );
}
