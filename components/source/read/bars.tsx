"use client";
/**
 * The bars beside a turn: one for each quote, in lanes, so that quotes that overlap are told apart without colour.
 *
 * Each bar is a button: what a mouse does by clicking into a highlight, a keyboard does here. Where they stand is
 * measured from the marks in the words (lib/client/reader/bars.ts), not drawn by React.
 */
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import { followWords, layBars } from "#lib/client/reader/bars.ts";
import { wordsAt } from "#lib/domain/source/reading.ts";
import type { Turn } from "#lib/domain/source/reading.ts";
import type { Mark } from "./pieces.ts";

type Props = Readonly<{
  turn: Turn;
  words: RefObject<HTMLDivElement | null>;
  marks: readonly Mark[];
  active: string | null;
}>;

const LANES = 6;
const LABEL = 80; // code points of a quote in the name of its bar

export function Bars({ turn, words, marks, active }: Props) {
  const t = useTranslations("reader");
  const bars = useRef<HTMLDivElement>(null);
  const before = useRef(marks);
  useLayoutEffect(
    () => (words.current && bars.current ? followWords(words.current, bars.current) : undefined),
    [words],
  );
  useLayoutEffect(() => {
    // When they come first, the observer lays the bars of all turns together.
    if (before.current !== marks && words.current && bars.current) layBars(words.current, bars.current);
    before.current = marks;
  }, [words, marks]);
  return (
    <div
      ref={bars}
      className="reader-bars"
      style={
        {
          "--lanes": Math.min(LANES, 1 + Math.max(...marks.map((mark) => mark.lane))),
        } as React.CSSProperties /* custom properties are not in the type */
      }
    >
      {marks.map((mark) => (
        <button
          key={mark.id}
          type="button"
          className="reader-bar"
          data-quote={mark.id}
          data-hue={mark.hue || undefined}
          data-active={mark.id === active || undefined}
          aria-pressed={mark.id === active}
          aria-label={t("bar", { words: labelOf(turn, mark), tags: mark.tags || t("noTags") })}
          title={mark.tags || t("noTags")}
          style={{ insetInlineStart: `${Math.min(mark.lane, LANES - 1) * 9}px` }}
        >
          <span aria-hidden className="reader-bar-ink" />
        </button>
      ))}
      {marks.map((mark) =>
        mark.tags ? (
          <span
            key={mark.id}
            aria-hidden
            hidden
            className="reader-bar-tags"
            data-hue={mark.hue || undefined}
            data-of={mark.id}
          >
            {mark.tags}
          </span>
        ) : null,
      )}
    </div>
  );
}

/** How the quote begins, as far as it stands in this turn. */
function labelOf(turn: Turn, { start, end }: Mark): string {
  const from = Math.max(start, turn.start);
  const words = wordsAt([turn], { start: from, end: Math.min(end, from + LABEL) });
  return end > from + LABEL ? `${words}…` : words;
}
