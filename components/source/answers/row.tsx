"use client";
/** One answer: who gave it, the words, and what can be made of them. */
import { Check, GripVertical, Highlighter } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { SendToBoard } from "#components/quote/send.tsx";
import { QuoteForm } from "#components/quote/form.tsx";
import { TagChip } from "#components/tag/chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import type { BoardView, Choice, TagView } from "#lib/client/reader/view.ts";
import type { Answer } from "#lib/domain/source/reading.ts";
import { pieces } from "../read/pieces.ts";
import { asTurn } from "./answer.ts";
import type { Respondent } from "./answer.ts";
import type { Mark } from "#lib/client/reader/marks.ts";

type RowProps = Readonly<{
  study: string;
  answer: Answer;
  row: number;
  size: number;
  names: readonly string[];
  respondent: Respondent;
  marks: readonly Mark[];
  current: boolean;
  composing: boolean;
  canChange: boolean;
  beside: boolean;
  tags: readonly TagView[];
  boards: readonly BoardView[];
  onFocus: () => void;
  onQuote: () => void;
  onMake: (choices: readonly Choice[]) => void;
  onSend: (board: string, theme: string | null) => void;
  onCancel: () => void;
  onCarry: (press: PointerEvent) => void;
}>;

export const AnswerRow = memo(function AnswerRow(props: RowProps) {
  const {
    study,
    answer,
    row,
    size,
    names,
    respondent,
    marks,
    current,
    composing,
    canChange,
    tags,
    boards,
    onFocus,
    onQuote,
    onMake,
    onSend,
    onCancel,
    onCarry,
  } = props;
  const t = useTranslations("reader");
  const own = useMemo(
    () => marks.filter((mark) => mark.start < answer.end && mark.end > answer.start),
    [marks, answer],
  );
  const parts = useMemo(() => pieces(asTurn(answer), own), [answer, own]);
  const worn = useMemo(
    () => [...new Map(own.flatMap((mark) => mark.tags).map((tag) => [tag.id, tag])).values()],
    [own],
  );
  return (
    <div
      role="listitem"
      aria-posinset={row + 1}
      aria-setsize={size}
      aria-label={respondent.code}
      data-row={row}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      className="group grid gap-x-6 gap-y-1 border-b border-line px-4 py-3 focus-visible:ring-focus focus-visible:-outline-offset-2 @3xl:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft select-none @3xl:flex-col">
        <span>
          <Link
            href={`/studies/${study}/sources/${answer.source}?turn=${answer.turn}`}
            className="font-semibold text-ink no-underline hover:underline"
          >
            {respondent.code}
          </Link>
          {respondent.source === respondent.code ? "" : ` · ${respondent.source}`}
          {respondent.kind ? ` · ${t(`orgKind.${respondent.kind}`)}` : ""}
        </span>
        {answer.attributes.map((value, at) =>
          value ? (
            <span key={names[at]} className="line-clamp-1 max-w-full text-[0.8125rem]" title={`${names[at]}: ${value}`}>
              <span className="sr-only">{names[at]}: </span>
              {value}
            </span>
          ) : null,
        )}
      </div>
      <div className="flex min-w-0 items-start gap-3">
        <div className="flex min-w-0 grow flex-col gap-2">
          <p className="reader-words max-w-[62ch]" data-words={row} lang={answer.lang} dir="auto">
            {parts.map((part, at) =>
              part.ids.length > 0 ? (
                <mark
                  key={at}
                  className="reader-mark cursor-auto!"
                  data-hue={own.find((mark) => mark.id === part.ids.at(-1))?.hue || undefined}
                  data-depth={Math.min(part.ids.length, 3)}
                  data-starts={part.starts || undefined}
                  data-ends={part.ends || undefined}
                >
                  {part.text}
                </mark>
              ) : part.replaced ? (
                <span key={at} className="reader-replaced">
                  {part.text}
                </span>
              ) : (
                part.text
              ),
            )}
          </p>
          {worn.length > 0 || own.length > 0 ? (
            <div className="flex flex-wrap items-center gap-1">
              {own.length > 0 ? (
                <span className="me-1 inline-flex items-center gap-1 text-[0.8125rem] text-soft">
                  <Check aria-hidden size={13} />
                  {own.some((mark) => mark.onBoard) ? t("quotedOnBoard") : t("quoted")}
                </span>
              ) : null}
              {worn.map((tag) => (
                <TagChip key={tag.id} name={tag.name} hue={tag.hue} />
              ))}
            </div>
          ) : null}
          {composing ? (
            <div className="flex max-w-md flex-col gap-2" role="group" aria-label={t("newQuote")}>
              <QuoteForm tags={tags} onMake={onMake} onCancel={onCancel} />
            </div>
          ) : null}
        </div>
        {canChange && !composing ? (
          <div
            className="flex shrink-0 items-center opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 @max-sm:opacity-100 touch:opacity-100"
            onMouseDown={(event) => event.preventDefault()}
          >
            <Button
              look="quiet"
              size="small"
              onPress={onQuote}
              preventFocusOnPress
              aria-label={t("quoteOf", { who: respondent.code })}
            >
              <Highlighter aria-hidden size={15} />
              <span className="@max-5xl:hidden">{t("quote")}</span>
            </Button>
            <span className="@max-2xl:hidden">
              <SendToBoard boards={boards} look="quiet" onSend={onSend} />
            </span>
            {props.beside ? (
              <span
                aria-hidden
                title={t("dragHint")}
                className="inline-flex size-8 cursor-grab touch-none items-center justify-center rounded text-soft hover:bg-sunk"
                onPointerDown={(event) => {
                  event.preventDefault();
                  onCarry(event.nativeEvent);
                }}
              >
                <GripVertical size={16} />
              </span>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
});
