"use client";
/** The quotes that go one way between two boards. Only those in sight are elements. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { voiceOf } from "#lib/client/board/rows.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Flow } from "#lib/domain/board/compare.ts";
import { useBoard } from "../open.tsx";
import { usePlaceName } from "./place.tsx";

export function FlowQuotes({ flow, onClose }: Readonly<{ flow: Flow; onClose: () => void }>) {
  const t = useTranslations("boards.compare");
  const common = useTranslations("common");
  const board = useTranslations("board");
  const nameOf = usePlaceName();
  const { rows } = useStudy().state;
  const words = useWords();
  const { intents } = useBoard();
  const scroll = useRef<HTMLDivElement>(null);
  const { quotes } = flow;
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, and never memoised
  const virtual = useVirtualizer({
    count: quotes.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 120,
    overscan: 4,
    getItemKey: (at) => quotes[at] ?? at,
  });
  const title = t("way", { from: nameOf(flow.from), to: nameOf(flow.to) });
  return (
    <section aria-label={title} className="board-compare-quotes">
      <header className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 text-base wrap-anywhere">{title}</h3>
        <IconButton icon={X} size="small" label={common("close")} onPress={onClose} />
      </header>
      <div ref={scroll} className="board-compare-scroll" tabIndex={-1}>
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const quote = quotes[item.index] ?? "";
            const said = words.quote(quote);
            const voice = voiceOf(rows, quote);
            const caption = [
              voice.pseudonym,
              voice.kind && board(`kind.${voice.kind}`),
              voice.source && board(`source.${voice.source}`),
            ].filter((part) => part !== null);
            return (
              <li
                key={quote}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-posinset={item.index + 1}
                aria-setsize={quotes.length}
                className="absolute inset-x-0 top-0 flex flex-col items-start gap-1 border-b border-line py-2.5"
                style={{ translate: `0 ${item.start}px` }}
              >
                <span lang={said?.lang} dir="auto" className="leading-snug whitespace-pre-line">
                  {said ? said.words : board("card.loading")}
                </span>
                <span className="text-[0.8125rem] text-soft">{caption.join(" · ")}</span>
                <Button
                  look="quiet"
                  size="small"
                  className="-ms-2 text-accent"
                  onPress={() => intents.openQuote(quote)}
                >
                  {board("menu.openSource")}
                </Button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
