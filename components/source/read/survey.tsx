"use client";
/**
 * The answers of a survey: a question above, and below it every comment with its respondent and what is known of them.
 *
 * One key quotes a whole comment, or the part of it that is selected. Only what is in sight is drawn.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { Check, GripVertical, Highlighter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { memo, useMemo, useRef, useState } from "react";
import { SendToBoard } from "#components/quote/send.tsx";
import { TagInput } from "#components/quote/tag-input.tsx";
import { TagChip } from "#components/tag/chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useActs } from "#lib/client/reader/act.ts";
import type { Chosen } from "#lib/client/reader/act.ts";
import { carry } from "#lib/client/reader/drag.ts";
import { useAnswerCounts, useAnswers } from "#lib/client/reader/fetch.ts";
import { selectedWithin } from "#lib/client/reader/selection.ts";
import { useBoards, useQuestionText, useTags } from "#lib/client/reader/use.ts";
import type { BoardView, Choice, TagView } from "#lib/client/reader/view.ts";
import { useFromRows, useStanding, useStudy } from "#lib/client/study/provider.tsx";
import { useSingleKeys } from "#lib/client/shortcuts.ts";
import { may } from "#lib/domain/member/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { spanOf, wordsAt } from "#lib/domain/source/reading.ts";
import type { Answer, Span, Turn } from "#lib/domain/source/reading.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { pieces } from "./pieces.ts";
import "./read.css";

type Mark = Readonly<{
  id: string;
  start: number;
  end: number;
  hue: number;
  tags: readonly TagView[];
  onBoard: boolean;
}>;
type Respondent = Readonly<{ code: string; kind: string | null }>;
const NO_MARKS: readonly Mark[] = [];

export function SurveyScreen({ study, beside = false }: Readonly<{ study: string; beside?: boolean }>) {
  const t = useTranslations("reader");
  const router = useRouter();
  const params = useSearchParams();
  const standing = useStanding();
  const counts = useAnswerCounts(study);
  const textOf = useQuestionText();
  const questions = useFromRows(["question"], (rows) => [...rows.all("question")].toSorted(byOrd).map((row) => row.id));
  const asked = counts.state === "ready" ? questions.filter((id) => (counts.value[id] ?? 0) > 0) : [];
  const wanted = params.get("question");
  const question = wanted && asked.includes(wanted) ? wanted : (asked[0] ?? null);

  function go(id: string) {
    const address = new URL(location.href);
    address.searchParams.set("question", id);
    router.replace(`${address.pathname}${address.search}`);
  }

  if (counts.state === "failed") {
    return (
      <div className="mx-auto max-w-xl p-6">
        <Notice kind="error" live title={t("failed")} action={<Button onPress={counts.retry}>{t("again")}</Button>}>
          {t("failedHelp")}
        </Notice>
      </div>
    );
  }
  if (counts.state === "loading" || !standing.loaded)
    return (
      <div className="grid h-full place-items-center p-10">
        <Spinner label={t("loading")} />
      </div>
    );
  if (question === null) {
    return (
      <EmptyState
        title={t("noSurvey")}
        action={
          <LinkButton look="primary" href={`/studies/${study}/sources`}>
            {t("toSources")}
          </LinkButton>
        }
      >
        <p>{t("noSurveyHelp")}</p>
      </EmptyState>
    );
  }
  const label = (id: string, at: number) => `${at + 1}. ${textOf(id) ?? t("questionless")}`;
  return (
    <div className="reader">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h1 className="me-auto text-lg">{t("survey")}</h1>
        <Select
          label={t("question")}
          hideLabel
          className="w-full max-w-xl"
          selectedKey={question}
          onSelectionChange={(key) => key !== null && go(String(key))}
        >
          {asked.map((id, at) => (
            <Option
              key={id}
              id={id}
              textValue={label(id, at)}
              description={counts.state === "ready" ? t("comments", { count: counts.value[id] ?? 0 }) : ""}
            >
              {label(id, at)}
            </Option>
          ))}
        </Select>
        {beside ? null : (
          <LinkButton size="small" href={`/studies/${study}/board?survey=1&question=${question}`}>
            {t("beside")}
          </LinkButton>
        )}
      </header>
      <Question
        key={question}
        study={study}
        question={question}
        text={textOf(question) ?? t("questionless")}
        beside={beside}
      />
    </div>
  );
}

function Question({
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
  const [wanted, setWanted] = useState("");
  const [kind, setKind] = useState("all");
  const respondentOf = useRespondents();
  const marks = useMarksByRevision(tags);

  const all = useMemo(() => (fetched.state === "ready" ? fetched.value.answers : []), [fetched]);
  const names = fetched.state === "ready" ? fetched.value.attributes : [];
  const kinds = useMemo(
    () => [...new Set(all.map((one) => respondentOf(one.source).kind))].filter((one) => one !== null).toSorted(),
    [all, respondentOf],
  );
  const answers = useMemo(() => {
    const words = wanted.trim().toLowerCase();
    return all.filter(
      (one) =>
        (kind === "all" || respondentOf(one.source).kind === kind) &&
        (words === "" ||
          one.segments.some((segment) => segment.text.toLowerCase().includes(words)) ||
          one.attributes.some((value) => value.toLowerCase().includes(words))),
    );
  }, [all, wanted, kind, respondentOf]);

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
    at: { turn: answer.turn, speaker: null, question, revisionEnd: answer.end },
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
      <div className="mx-auto max-w-xl p-6">
        <Notice kind="error" live title={t("failed")} action={<Button onPress={fetched.retry}>{t("again")}</Button>}>
          {t("failedHelp")}
        </Notice>
      </div>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h2 className="max-w-measure grow basis-80 text-base font-semibold">{text}</h2>
        <span className="text-sm text-soft tabular-nums" role="status">
          {fetched.state === "ready" ? t("comments", { count: answers.length }) : t("loading")}
        </span>
        {kinds.length > 1 ? (
          <Select
            label={t("organisationKind")}
            hideLabel
            size="small"
            className="w-52"
            selectedKey={kind}
            onSelectionChange={(key) => setKind(String(key))}
          >
            <Option id="all">{t("everyKind")}</Option>
            {kinds.map((one) => (
              <Option key={one} id={one}>
                {t(`orgKind.${one}`)}
              </Option>
            ))}
          </Select>
        ) : null}
        <SearchField label={t("searchComments")} value={wanted} onChange={setWanted} className="w-56" />
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
                  respondent={respondentOf(answer.source)}
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

const AnswerRow = memo(function AnswerRow(props: RowProps) {
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
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
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
            href={`/studies/${study}/sources/${answer.source}`}
            className="font-semibold text-ink no-underline hover:underline"
          >
            {respondent.code}
          </Link>
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
              <TagInput
                autoFocus
                label={t("tagsOfQuote")}
                tags={tags}
                chosen={chosen}
                onChange={setChosen}
                onDone={onMake}
                onCancel={onCancel}
              />
              <div className="flex gap-2">
                <Button look="primary" size="small" onPress={() => onMake(chosen)}>
                  {t("make")}
                </Button>
                <Button look="quiet" size="small" onPress={onCancel}>
                  {t("cancel")}
                </Button>
              </div>
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

function asTurn({ turn, start, end, segments }: Answer): Turn {
  return { id: turn, start, end, speaker: null, question: null, startMs: null, endMs: null, segments };
}

function useRespondents(): (source: string) => Respondent {
  return useFromRows(["source", "participant", "organisation"], (rows) => {
    const known = new Map<string, Respondent>();
    return (id: string) => {
      const found = known.get(id);
      if (found) return found;
      const source = rows.live("source", id);
      const participant = source?.participant ? rows.live("participant", source.participant) : undefined;
      const organisation = rows.live("organisation", source?.organisation ?? participant?.organisation ?? "");
      const one = {
        code: participant ? pseudonym(participant) : source ? sourceCode(source) : "",
        kind: organisation?.kind ?? null,
      };
      known.set(id, one);
      return one;
    };
  });
}

function useMarksByRevision(tags: readonly TagView[]): ReadonlyMap<string, readonly Mark[]> {
  const found = useFromRows(["anchor", "tagging", "card"], (rows) => {
    const by = new Map<
      string,
      Readonly<{ id: string; start: number; end: number; tagIds: ReadonlySet<string>; onBoard: boolean }>[]
    >();
    for (const { quote, revision, start, end } of rows.all("anchor")) {
      const one = {
        id: quote,
        start,
        end,
        tagIds: new Set(rows.related("taggingsOfQuote", quote).map((tagging) => tagging.tag)),
        onBoard: rows.related("cardsOfQuote", quote).length > 0,
      };
      const list = by.get(revision);
      if (list) list.push(one);
      else by.set(revision, [one]);
    }
    return by;
  });
  return useMemo(() => {
    const marks = new Map<string, readonly Mark[]>();
    for (const [revision, list] of found) {
      marks.set(
        revision,
        list.map(({ tagIds, ...one }) => {
          const own = tags.filter((tag) => tagIds.has(tag.id));
          return { ...one, tags: own, hue: own.find((tag) => tag.hue)?.hue ?? 0 };
        }),
      );
    }
    return marks;
  }, [found, tags]);
}
