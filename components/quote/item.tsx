"use client";
/** One quote in a list: its words; opened, also its tags, the cards that show it and what can be done with it. */
import { GripVertical, MessageSquare, SquareArrowOutUpRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { TagChip } from "#components/tag/chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { SendToBoard } from "./send.tsx";
import { TagInput } from "./tag-input.tsx";
import type { BoardView, Choice, QuoteView, TagView } from "#lib/client/reader/view.ts";

export type QuoteActions = Readonly<{
  onOpen: (id: string | null) => void;
  /** The tags that a quote shall have from now on. */
  onTags: (quote: string, choices: readonly Choice[]) => void;
  onMemo: (quote: string) => void;
  onRemove: (quote: string) => void;
  onSend: (quote: string, board: string, theme: string | null) => void;
  onCarry: (press: PointerEvent, quote: QuoteView) => void;
  /** The address of a card on its board. */
  cardHref: (board: string, card: string) => string;
}>;

type Props = QuoteActions &
  Readonly<{
    quote: QuoteView;
    open: boolean;
    canChange: boolean;
    tags: readonly TagView[];
    boards: readonly BoardView[];
    sending: boolean;
    onSending: (open: boolean) => void;
  }> &
  Readonly<{
    ref?: React.Ref<HTMLLIElement>;
    /** Where it stands in its list, from 0, of how many, and how far down in pixels. */ place: number;
    size: number;
    top: number;
  }>;

export function QuoteItem({
  ref,
  place,
  size,
  top,
  quote,
  open,
  canChange,
  tags,
  boards,
  sending,
  onSending,
  onOpen,
  onTags,
  onMemo,
  onRemove,
  onSend,
  onCarry,
  cardHref,
}: Props) {
  const t = useTranslations("reader");
  const hue = quote.tags.find((tag) => tag.hue)?.hue ?? 0;
  return (
    <li
      ref={ref}
      data-index={place}
      aria-posinset={place + 1}
      aria-setsize={size}
      style={{ translate: `0 ${top}px` }}
      data-quote-item={quote.id}
      data-hue={hue || undefined}
      className={`group absolute inset-x-0 top-0 border-b border-line ${open ? "bg-raised" : "hover:bg-raised/60"}`}
    >
      <span
        aria-hidden
        className={`absolute inset-y-2 start-0 w-[3px] rounded-full ${hue ? "bg-hue" : "bg-line-strong"} ${open ? "w-[5px]" : ""}`}
      />
      <div className="flex items-start">
        <button
          type="button"
          aria-expanded={open}
          className="flex min-w-0 grow flex-col gap-1 py-2.5 ps-4 pe-1 text-start"
          onClick={() => onOpen(open ? null : quote.id)}
          onPointerDown={(event) =>
            canChange && event.pointerType === "mouse" && event.button === 0 && onCarry(event.nativeEvent, quote)
          }
        >
          <span
            lang={quote.lang}
            dir="auto"
            className={`text-[0.9375rem] leading-snug whitespace-pre-line ${open ? "" : "line-clamp-3"}`}
          >
            {quote.words}
          </span>
          <span className="text-[0.8125rem] text-soft">
            <bdi>{quote.who}</bdi>
            {quote.cards.length > 0 ? ` · ${t("onBoard", { count: quote.cards.length })}` : ""}
            {quote.memos > 0 ? ` · ${t("memos", { count: quote.memos })}` : ""}
          </span>
        </button>
        {canChange ? (
          <span
            aria-hidden
            title={t("dragHint")}
            className="mt-1.5 inline-flex size-8 shrink-0 cursor-grab touch-none items-center justify-center rounded text-soft opacity-0 group-hover:opacity-100 touch:opacity-100"
            onPointerDown={(event) => {
              event.preventDefault();
              onCarry(event.nativeEvent, quote);
            }}
          >
            <GripVertical size={16} />
          </span>
        ) : null}
      </div>
      {!open && quote.tags.length > 0 ? (
        <div className="flex flex-wrap gap-1 ps-4 pe-3 pb-2.5">
          {quote.tags.map((tag) => (
            <TagChip key={tag.id} name={tag.name} hue={tag.hue} />
          ))}
        </div>
      ) : null}
      {open ? (
        <div className="flex flex-col gap-3 ps-4 pe-3 pb-3">
          {canChange ? (
            <TagInput
              quiet
              label={t("tagsOfQuote")}
              tags={tags}
              chosen={quote.tags.map((tag) => ({ ...tag, fresh: false }))}
              onChange={(next) => onTags(quote.id, next)}
              onDone={() => undefined}
              onCancel={() => onOpen(null)}
            />
          ) : (
            <div className="flex flex-wrap gap-1">
              {quote.tags.map((tag) => (
                <TagChip key={tag.id} name={tag.name} hue={tag.hue} />
              ))}
            </div>
          )}
          {quote.cards.length > 0 ? (
            <ul className="flex flex-col gap-1 text-sm" aria-label={t("cardsOfQuote")}>
              {quote.cards.map((card) => (
                <li key={card.id} className="flex min-h-6 items-center gap-2">
                  {card.theme ? (
                    <Swatch hue={card.hue} size={12} />
                  ) : (
                    <span
                      aria-hidden
                      className="size-3 shrink-0 rounded-[3px] border border-dashed border-line-strong"
                    />
                  )}
                  <Link href={cardHref(card.board, card.id)} className="min-w-0 truncate">
                    {card.theme ? card.themeName || t("themeNameless") : t("unclustered")}
                  </Link>
                  <SquareArrowOutUpRight aria-hidden size={12} className="shrink-0 text-soft" />
                </li>
              ))}
            </ul>
          ) : null}
          <div className="flex items-center gap-1">
            {canChange ? (
              <SendToBoard
                boards={boards}
                isOpen={sending}
                onOpenChange={onSending}
                onSend={(board, theme) => onSend(quote.id, board, theme)}
              />
            ) : null}
            <Button look="quiet" size="small" onPress={() => onMemo(quote.id)}>
              <MessageSquare aria-hidden size={15} />
              {quote.memos > 0 ? t("memos", { count: quote.memos }) : t("memo")}
            </Button>
            <span className="grow" />
            {canChange ? (
              <IconButton
                icon={Trash2}
                size="small"
                label={t("removeQuote")}
                keys="U"
                onPress={() => onRemove(quote.id)}
              />
            ) : null}
          </div>
        </div>
      ) : null}
    </li>
  );
}
