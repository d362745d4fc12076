"use client";
/**
 * One turn of a transcript: who speaks and when in a quiet margin, the words, and a bar for each quote.
 *
 * The words' element holds nothing but what the turn shows, so that a place in it is a place in the text.
 */
import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useMemo, useRef } from "react";
import type { Turn as TurnShape } from "#lib/domain/source/reading.ts";
import { Bars } from "./bars.tsx";
import { pieces } from "./pieces.ts";
import type { Mark, Who } from "./pieces.ts";

type Props = Readonly<{
  turn: TurnShape;
  index: number;
  lang: string;
  who: Who | null; // null: nobody is known, or the same as before
  label: string; // what a screen reader calls the turn
  time: string | null;
  question: string | null;
  marks: readonly Mark[];
  active: string | null; // the quote that is open, where it stands in this turn
  current: boolean; // the turn that the keyboard is at
  quiet: boolean; // an interviewer's
  unread: boolean;
  memos: number;
}>;

function TurnView({
  turn,
  index,
  lang,
  who,
  label,
  time,
  question,
  marks,
  active,
  current,
  quiet,
  unread,
  memos,
}: Props) {
  const t = useTranslations("reader");
  const words = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => pieces(turn, marks), [turn, marks]);
  const hues = useMemo(() => new Map(marks.map((mark) => [mark.id, mark.hue])), [marks]);
  return (
    <div
      role="group"
      aria-label={label}
      data-turn={index}
      id={`turn-${turn.id}`}
      tabIndex={current ? 0 : -1}
      className="reader-turn"
      data-quiet={quiet || undefined}
      data-unread={unread || undefined}
      style={{ containIntrinsicBlockSize: `auto ${estimate(turn)}px` }}
    >
      {question ? <p className="reader-question">{question}</p> : null}
      <div className="reader-who" aria-hidden>
        {who ? (
          <span className="reader-name">
            <bdi>{who.name}</bdi>
            {who.code ? <span className="reader-code">{who.code}</span> : null}
          </span>
        ) : null}
        {time ? <span className="reader-time">{time}</span> : null}
      </div>
      <div className="reader-body">
        <div ref={words} className="reader-words" data-words={index} lang={lang} dir="auto">
          {parts.map((part, at) => {
            if (part.ids.length === 0)
              return part.replaced ? (
                <span key={at} className="reader-replaced">
                  {part.text}
                </span>
              ) : (
                part.text
              );
            const innermost = part.ids.at(-1) ?? "";
            const lit = active !== null && part.ids.includes(active);
            return (
              <mark
                key={at}
                className="reader-mark"
                data-quotes={part.ids.join(" ")}
                data-hue={hues.get(lit ? active : innermost) || undefined}
                data-depth={Math.min(part.ids.length, 3)}
                data-active={lit || undefined}
                data-starts={part.starts || undefined}
                data-ends={part.ends || undefined}
                data-replaced={part.replaced || undefined}
              >
                {part.text}
              </mark>
            );
          })}
        </div>
        {marks.length > 0 ? <Bars turn={turn} words={words} marks={marks} active={active} /> : null}
      </div>
      {memos > 0 ? (
        <button type="button" className="reader-memo" data-memo={index} aria-label={t("memosOfTurn", { count: memos })}>
          <MessageSquare aria-hidden size={15} />
          <span aria-hidden>{memos}</span>
        </button>
      ) : null}
    </div>
  );
}

/** A turn is drawn again only when something of its own has changed. */
export const Turn = memo(TurnView);

/** About how many pixels high a turn will be, before it was ever laid out: the scroll bar is honest from the start. */
export function estimate(turn: TurnShape): number {
  return Math.ceil((turn.end - turn.start + 1) / 66) * 28 + 16;
}
