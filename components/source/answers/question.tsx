"use client";
/**
 * Everything that answers one question: what participants said when it was asked, and survey comments, each with who said
 * it and what is known of them.
 *
 * One key quotes a whole answer, or the part of it that is selected. Only what is in sight is drawn.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useActs } from "#lib/client/reader/act.ts";
import type { Chosen } from "#lib/client/reader/act.ts";
import { carry } from "#lib/client/reader/drag.ts";
import { useAnswers } from "#lib/client/reader/fetch.ts";
import { selectedWithin } from "#lib/client/reader/selection.ts";
import { useBoards, useTags } from "#lib/client/reader/use.ts";
import type { Choice } from "#lib/client/reader/view.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useSingleKeys } from "#lib/client/shortcuts.ts";
import { may } from "#lib/domain/member/shape.ts";
import { spanOf, wordsAt } from "#lib/domain/source/reading.ts";
import type { Answer, Span } from "#lib/domain/source/reading.ts";
import { asTurn, useRespondents } from "./answer.ts";
import { ALL, Filters, kept } from "./filters.tsx";
import type { Filter } from "./filters.tsx";
import { AnswerRow } from "./row.tsx";
import { NotFetched } from "#components/ui/not-fetched.tsx";
import { useMarksByRevision } from "#lib/client/reader/marks.ts";
import type { Mark } from "#lib/client/reader/marks.ts";

const NO_MARKS: readonly Mark[] = [];

export function Question({
  study,
  question,
  text,
  beside,
}: Readonly<{ study: string; question: string; text: string; beside: boolean }>) {
  const t = useTranslations("reader");
  const session = useStudy();
  const canChange = may(session.me.role, "change");
  const fetched = useAnswers(study, question);
  const tags = useTags();
  const boards = useBoards();
  const acts = useActs();
  const [keys] = useSingleKeys();
  const scroll = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [composing, setComposing] = useState<Readonly<{ row: number; span: Span }> | null>(null);
  const [filter, setFilter] = useState<Filter>(ALL);
  const respondentOf = useRespondents();
  const marks = useMarksByRevision(tags);

  const all = useMemo(() => (fetched.state === "ready" ? fetched.value.answers : []), [fetched]);
  const names = useMemo(() => (fetched.state === "ready" ? fetched.value.attributes : []), [fetched]);
  const answers = useMemo(() => kept(all, names, filter, respondentOf), [all, names, filter, respondentOf]);

  const virtual = useVirtualizer({
    count: answers.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => 64 + Math.ceil(((answers[at]?.end ?? 0) - (answers[at]?.start ?? 0)) / 75) * 27,
    overscan: 8,
    getItemKey: (at) => answers[at]?.turn ?? at,
  });

  const chosen = (answer: Answer, span: Span): Chosen => ({
    source: answer.source,
    revision: answer.revision,
    ...span,
    at: { turn: answer.turn, speaker: answer.speaker, question, revisionEnd: answer.end },
    said: { lang: answer.lang, words: wordsAt([asTurn(answer)], span) },
  });

  /** What a quote of this row would hold: the part that is selected, or all of it. */
  function spanFor(row: number): Span | null {
    const answer = answers[row];
    if (!answer) return null;
    const part = scroll.current ? selectedWithin(scroll.current) : null;
    const turn = asTurn(answer);
    if (part?.turn === row)
      return spanOf([turn], { turn: 0, unit: part.from }, { turn: 0, unit: part.to }, answer.lang);
    return (
      spanOf([turn], { turn: 0, unit: 0 }, { turn: 0, unit: Infinity }, answer.lang) && {
        start: answer.start,
        end: answer.end,
      }
    );
  }

  function begin(row: number) {
    const span = spanFor(row);
    setCurrent(row);
    if (span) setComposing({ row, span });
  }

  function make(
    choices: readonly Choice[],
    to: Readonly<{ board: string; theme: string | null }> | null,
    at = composing,
  ) {
    const answer = at ? answers[at.row] : undefined;
    if (!at || !answer) return;
    const { answered } = acts.make(chosen(answer, at.span), choices, to);
    void answered.then(
      (outcome) =>
        !("refused" in outcome) &&
        to &&
        toast({ text: t("sentNew"), kind: "success", action: { label: t("undo"), onPress: acts.undo } }),
    );
    announce(t("made"));
    setComposing(null);
    document.getSelection()?.removeAllRanges();
    focus(at.row);
  }

  function focus(row: number) {
    const next = Math.max(0, Math.min(answers.length - 1, row));
    setCurrent(next);
    virtual.scrollToIndex(next, { align: "auto" });
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus({ preventScroll: true }),
    );
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      event.target instanceof Element &&
      event.target.closest("input, button, [role=menu], [role=dialog]") &&
      event.key !== "Escape"
    )
      return;
    const done = () => event.preventDefault();
    if (event.key === "ArrowDown" || (keys && event.key === "j")) return (done(), focus(current + 1));
    if (event.key === "ArrowUp" || (keys && event.key === "k")) return (done(), focus(current - 1));
    if (keys && canChange && event.key === "q") return (done(), begin(current));
    if (event.key === "Escape" && composing) return (done(), setComposing(null));
  }

  function carryRow(press: PointerEvent, row: number) {
    const answer = answers[row];
    const span = spanFor(row);
    if (!answer || !span) return;
    const one = chosen(answer, span);
    acts.know(one);
    const { source, revision, lang } = answer;
    carry(
      press,
      { payload: { kind: "span", source, revision, ...span, said: one.said }, words: one.said.words, lang },
      (end) => {
        if (end === "dropped") announce(t("dropped"));
        else if (end === "elsewhere") announce(t("notDropped"));
      },
    );
  }

  if (fetched.state === "failed") {
    return (
      <NotFetched title={t("failed")} again={t("again")} onAgain={fetched.retry}>
        {t("failedHelp")}
      </NotFetched>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h2 className="max-w-measure grow basis-80 text-base font-semibold">{text}</h2>
        <span className="text-sm text-soft tabular-nums" role="status">
          {fetched.state === "ready" ? t("answerCount", { count: answers.length }) : t("loading")}
        </span>
        <Filters answers={all} names={names} filter={filter} onChange={setFilter} respondentOf={respondentOf} />
      </div>
      <div ref={scroll} className="reader-scroll" onKeyDown={onKeyDown}>
        <div
          role="list"
          aria-label={text}
          className="relative mx-auto max-w-6xl"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => {
            const answer = answers[item.index];
            if (!answer) return null;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ translate: `0 ${item.start}px` }}
              >
                <AnswerRow
                  study={study}
                  answer={answer}
                  row={item.index}
                  size={answers.length}
                  names={names}
                  respondent={respondentOf(answer)}
                  marks={marks.get(answer.revision) ?? NO_MARKS}
                  current={item.index === current}
                  composing={composing?.row === item.index}
                  canChange={canChange}
                  beside={beside}
                  tags={tags}
                  boards={boards}
                  onFocus={() => setCurrent(item.index)}
                  onQuote={() => begin(item.index)}
                  onMake={(choices) => make(choices, null)}
                  onSend={(board, theme) => {
                    const span = spanFor(item.index);
                    if (span) make([], { board, theme }, { row: item.index, span });
                  }}
                  onCancel={() => {
                    setComposing(null);
                    focus(item.index);
                  }}
                  onCarry={(press) => carryRow(press, item.index)}
                />
              </div>
            );
          })}
        </div>
        {fetched.state === "ready" && answers.length === 0 ? (
          <EmptyState plain level={3} title={t("noneFits")} />
        ) : null}
      </div>
    </>
  );
}
