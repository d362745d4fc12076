"use client";
/**
 * The turns of a text in blocks: only a block in which something has changed is looked at again, and in it only the
 * turn that has changed is drawn again. What is not drawn yet is kept free by an estimate of its height.
 */
import { useTranslations } from "next-intl";
import { memo, useMemo, useRef } from "react";
import type { Window } from "#lib/client/reader/window.ts";
import { lanes } from "#lib/domain/quote/layout.ts";
import { lineOf, turnIndexAt } from "#lib/domain/source/reading.ts";
import type { Reading, Turn as TurnShape } from "#lib/domain/source/reading.ts";
import type { Mark, ReaderQuote, Who } from "./pieces.ts";
import { estimate, Turn } from "./turn.tsx";
import { clock } from "#lib/client/i18n/clock.ts";

const BLOCK = 40;
const NO_MARKS: readonly Mark[] = [];
type MarksByTurn = ReadonlyMap<number, readonly Mark[]>;
const NOTHING: MarksByTurn = new Map();

type Props = Readonly<{
  reading: Reading;
  drawn: Window;
  quotes: readonly ReaderQuote[];
  whoOf: (speaker: string | null) => Who | null;
  questionOf: (question: string | null) => string | null;
  /** Numbers of memos by turn, where there are any. */
  memos: ReadonlyMap<string, number>;
  unread: (turn: TurnShape) => boolean;
  active: string | null;
  current: number;
}>;

export function Turns({ reading, drawn, quotes, whoOf, active, current, ...rest }: Props) {
  const { turns } = reading;
  const marks = useMarks(reading, quotes);
  const people = useMemo(() => {
    const known = new Map<string | null, Who | null>();
    return (speaker: string | null) => {
      if (!known.has(speaker)) known.set(speaker, whoOf(speaker));
      return known.get(speaker) ?? null;
    };
  }, [whoOf]);
  const heights = useMemo(() => {
    const sums = new Float64Array(turns.length + 1);
    for (const [at, turn] of turns.entries()) sums[at + 1] = (sums[at] ?? 0) + estimate(turn);
    return sums;
  }, [turns]);
  const lit = useMemo(() => {
    const quote = active === null ? undefined : quotes.find((one) => one.id === active);
    return quote ? { from: turnIndexAt(turns, quote.start), to: turnIndexAt(turns, quote.end - 1) } : null;
  }, [turns, quotes, active]);
  const blocks = Array.from(
    { length: Math.ceil(drawn.to / BLOCK) - Math.floor(drawn.from / BLOCK) },
    (_, n) => n + Math.floor(drawn.from / BLOCK),
  );
  return (
    <>
      <div aria-hidden style={{ height: heights[drawn.from] }} />
      {blocks.map((block) => {
        const from = Math.max(drawn.from, block * BLOCK);
        const to = Math.min(drawn.to, (block + 1) * BLOCK);
        return (
          <Block
            key={block}
            reading={reading}
            from={from}
            to={to}
            marks={marks[block] ?? NOTHING}
            peopleOf={people}
            active={active !== null && lit && lit.from < to && lit.to >= from ? active : null}
            current={current >= from && current < to ? current : -1}
            {...rest}
          />
        );
      })}
      <div aria-hidden style={{ height: (heights[turns.length] ?? 0) - (heights[drawn.to] ?? 0) }} />
    </>
  );
}

type BlockProps = Omit<Props, "drawn" | "quotes" | "whoOf"> &
  Readonly<{ from: number; to: number; marks: MarksByTurn; peopleOf: Props["whoOf"] }>;

const Block = memo(function Block({
  reading,
  from,
  to,
  marks,
  peopleOf,
  questionOf,
  memos,
  unread,
  active,
  current,
}: BlockProps) {
  const t = useTranslations("reader");
  const { turns, lang } = reading;
  return turns.slice(from, to).map((turn, n) => {
    const index = from + n;
    const who = peopleOf(turn.speaker);
    const time = turn.startMs === null ? null : clock(turn.startMs);
    const before = turns[index - 1];
    const again = before !== undefined && before.speaker === turn.speaker && before.question === turn.question;
    const asked = turn.question !== null && turn.question !== before?.question ? questionOf(turn.question) : null;
    const name = who ? (who.code ? `${who.name}, ${who.code}` : who.name) : t("turn", { number: index + 1 });
    const own = marks.get(index) ?? NO_MARKS;
    const fresh = unread(turn);
    return (
      <Turn
        key={turn.id}
        turn={turn}
        index={index}
        lang={lang}
        who={again ? null : who}
        label={[name, time, fresh ? t("notRead") : null].filter(Boolean).join(", ")}
        time={time}
        question={asked}
        marks={own}
        active={active !== null && own.some((mark) => mark.id === active) ? active : null}
        current={index === current}
        quiet={who?.interviewer ?? false}
        unread={fresh}
        memos={memos.get(lineOf(turn)) ?? 0}
      />
    );
  });
});

/** The quotes by block and turn, keeping the lists of turns and blocks in which nothing has changed. */
function useMarks(reading: Reading, quotes: readonly ReaderQuote[]): readonly MarksByTurn[] {
  const before = useRef<readonly MarksByTurn[]>([]);
  return useMemo(() => {
    const { turns } = reading;
    const lane = lanes(quotes);
    const found: Map<number, Mark[]>[] = Array.from({ length: Math.ceil(turns.length / BLOCK) }, () => new Map());
    for (const quote of quotes) {
      const one: Mark = { ...quote, lane: lane.get(quote.id) ?? 0 };
      for (let at = turnIndexAt(turns, quote.start); at < turns.length; at += 1) {
        const turn = turns[at];
        if (!turn || turn.start >= quote.end) break;
        const block = found[Math.floor(at / BLOCK)];
        const list = block?.get(at);
        if (list) list.push(one);
        else block?.set(at, [one]);
      }
    }
    const kept = found.map((block, n) => keepSame(before.current[n], block));
    before.current = kept;
    return kept;
  }, [reading, quotes]);
}

function keepSame(old: MarksByTurn | undefined, now: ReadonlyMap<number, Mark[]>): MarksByTurn {
  const kept = new Map<number, readonly Mark[]>();
  let same = old?.size === now.size;
  for (const [at, list] of now) {
    const was = old?.get(at);
    const still = was !== undefined && sameMarks(was, list);
    if (!still) same = false;
    kept.set(at, still ? was : list);
  }
  return same && old ? old : kept;
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other &&
        one.id === other.id &&
        one.start === other.start &&
        one.end === other.end &&
        one.hue === other.hue &&
        one.lane === other.lane &&
        one.tags === other.tags
      );
    })
  );
}
