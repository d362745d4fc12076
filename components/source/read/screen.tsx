"use client";
/**
 * A source on the screen: its text, its quotes beside it, and what can be done with both.
 *
 * Puts rows and text together for the reader and the list; the rules are in lib/domain.
 */
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { MemoDialog } from "#components/memo/dialog.tsx";
import { usePassageDialogs } from "#components/source/passage/use-passages.tsx";
import { QuotesToLook } from "#components/source/correct/link.tsx";
import { QuoteList } from "#components/quote/list.tsx";
import { RevealDialog } from "#components/reveal/reveal-dialog.tsx";
import type { Choice, QuoteView } from "#lib/client/reader/view.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { LinkDialog } from "#components/ui/link-dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useMemoCounts } from "#lib/client/memos.ts";
import { useActs } from "#lib/client/reader/act.ts";
import type { Chosen } from "#lib/client/reader/act.ts";
import { carry } from "#lib/client/reader/drag.ts";
import { useAsked, usePassages } from "#lib/client/reader/passages.ts";
import { usePlace, useReading } from "#lib/client/reader/fetch.ts";
import { useQuickTags } from "#lib/client/reader/quick.ts";
import { useBoards, useQuestionText, useQuotes, useSource, useTags } from "#lib/client/reader/use.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useWay } from "#lib/client/reader/way.ts";
import { useStandingOf, useStudy } from "#lib/client/study/provider.tsx";
import { useSingleKeys } from "#lib/client/shortcuts.ts";
import { bare } from "#lib/domain/identifier/fold.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Place } from "#lib/domain/source/place.ts";
import { lineOf, shown, turnHolding, wordsAt } from "#lib/domain/source/reading.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";
import { Header } from "./header.tsx";
import { Reader } from "./reader.tsx";
import type { ReaderHandle, Start, Target } from "./reader.tsx";
import { NotFetched } from "#components/ui/not-fetched.tsx";
import { useSpoken } from "#lib/client/reader/spoken.ts";

/** The longest name of a tag that is made of the words themselves. */
const IN_VIVO = 100;
const NOWHERE: Place = { at: 0, read: [] };

type Props = Readonly<{
  study: string;
  source: string;
  /** Beside a board: narrower, without a column of quotes of its own. */ beside?: boolean;
}>;

const LONGEST_TERM = 120; // letters; what is longer is a passage and no name

export function SourceScreen({ study, source, beside = false }: Props) {
  const t = useTranslations("reader");
  const loaded = useStandingOf("loaded");
  const view = useSource(source, useSpoken());
  const fetched = useReading(study, source, view?.row.revision ?? null);
  const place = usePlace(study, source, view?.row.revision ?? null);
  if (!view) {
    if (!loaded) return <Waiting />;
    return (
      <EmptyState
        title={t("missing")}
        action={<LinkButton href={`/studies/${study}/sources`}>{t("toSources")}</LinkButton>}
      >
        <p>{t("missingHelp")}</p>
      </EmptyState>
    );
  }
  if (fetched.state === "failed") {
    return (
      <NotFetched title={t("failed")} again={t("again")} onAgain={fetched.retry}>
        {t("failedHelp")}
      </NotFetched>
    );
  }
  if (fetched.state === "loading" || place.state === "loading") return <Waiting />;
  return (
    <Open
      key={fetched.value.revision}
      study={study}
      view={view}
      reading={fetched.value}
      // Where it cannot be had, reading begins at the beginning; nothing that was read is forgotten by that.
      place={place.state === "ready" ? place.value : NOWHERE}
      beside={beside}
    />
  );
}

function Open({
  study,
  view,
  reading: text,
  place,
  beside,
}: Readonly<{ study: string; view: SourceView; reading: Reading; place: Place; beside: boolean }>) {
  const t = useTranslations("reader");
  const common = useTranslations("common");
  const session = useStudy();
  const canChange = may(session.me.role, "change");
  const acts = useActs();
  const passages = usePassages(text.source, text.revision);
  const reading = useAsked(text, passages);
  const linking = usePassageDialogs(reading, view, passages);
  const [keys] = useSingleKeys();
  const tags = useTags();
  const [quick, usedTag] = useQuickTags(session.me.id, study, tags);
  const boards = useBoards();
  const facts = useQuotes(reading.source, reading.revision, tags, boards);
  const memos = useMemoCounts();
  const questionOf = useQuestionText();
  const reader = useRef<ReaderHandle>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [listing, setListing] = useState(false);
  const [memoOn, setMemoOn] = useState<Readonly<{ subject: string; words: string }> | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [revealing, setRevealing] = useState(false);
  const { active, setActive } = useActive(reader, facts);
  const way = useWay(study, reading, place);

  const quotes = useMemo(
    () =>
      facts.map((fact): QuoteView => {
        const voice = view.voiceOf(fact.speaker);
        return {
          ...fact,
          // Read when it is looked at: a list shows a few of thousands.
          get words() {
            return wordsAt(reading.turns, fact);
          },
          lang: reading.lang,
          who: voice ? (voice.code ? `${voice.name}, ${voice.code}` : voice.name) : view.code,
          code: voice?.code ?? view.code,
          memos: memos.get(fact.id) ?? 0,
        };
      }),
    [facts, reading, view, memos],
  );
  const marks = useMemo(
    () =>
      facts.map(({ id, start, end, tags: own }) => ({
        id,
        start,
        end,
        hue: own.find((tag) => tag.hue)?.hue ?? 0,
        tags: own.map((tag) => tag.name).join(", "),
      })),
    [facts],
  );

  const chosen = useCallback(
    (span: Span): Chosen => {
      const turn = turnHolding(reading.turns, span);
      const at = turn
        ? { turn: turn.id, speaker: turn.speaker, question: turn.question, revisionEnd: reading.length }
        : null;
      return {
        source: reading.source,
        revision: reading.revision,
        ...span,
        at,
        said: { lang: reading.lang, words: wordsAt(reading.turns, span) },
      };
    },
    [reading],
  );

  const [start] = useState(() => startOf(new URLSearchParams(location.search), reading, facts, place.at));

  const choicesOf = useCallback(
    (quote: string) =>
      facts.find((one) => one.id === quote)?.tags.map(({ id, name, hue }) => ({ id, name, hue, fresh: false })) ?? [],
    [facts],
  );

  function setTags(quote: string, next: readonly Choice[]) {
    const had = choicesOf(quote);
    const on = next.filter((choice) => !had.some((one) => one.id === choice.id));
    const off = had.filter((one) => !next.some((choice) => choice.id === one.id)).map(({ id }) => id);
    if (on.length === 0 && off.length === 0) return;
    acts.tag([quote], on, off);
    for (const { id } of on) usedTag(id);
  }

  function inVivo(words: string): Choice {
    const name = words.replace(/\s+/gu, " ").trim().slice(0, IN_VIVO);
    const known = tags.find((tag) => bare(tag.name) === bare(name));
    return known
      ? { id: known.id, name: known.name, hue: known.hue, fresh: false }
      : { id: crypto.randomUUID(), name, hue: 0, fresh: true };
  }

  function openMemo(target: Target) {
    if ("quote" in target) {
      const quote = quotes.find((one) => one.id === target.quote);
      if (quote) setMemoOn({ subject: quote.id, words: quote.words });
    } else if ("turn" in target) {
      const turn = reading.turns[target.turn];
      if (turn) setMemoOn({ subject: lineOf(turn), words: shown(turn) });
    }
  }

  /** What people see that detection did not: looked for in every text from now on, and decided among the rest. */
  function identify(words: string) {
    const term = words.replace(/\s+/gu, " ").trim();
    if (term.length < 2 || term.length > LONGEST_TERM) return announce(t("identifyLong"));
    void acts.identify(term).then((outcome) => {
      if (!("refused" in outcome))
        toast({
          kind: "success",
          text: t("identified", { words: term }),
          action: { label: t("undo"), onPress: acts.undo },
        });
    });
  }

  function copyLink(target: Target) {
    const address = new URL(`/studies/${study}/sources/${reading.source}`, location.origin);
    if ("quote" in target) address.searchParams.set("quote", target.quote);
    else if ("span" in target) address.searchParams.set("at", `${target.span.start}-${target.span.end}`);
    else {
      const turn = reading.turns[target.turn];
      if (turn) address.searchParams.set("turn", lineOf(turn));
    }
    void copy(address.href).then((done) => {
      if (done) toast({ kind: "success", text: common("link.copied") });
      else setLink(address.href);
    });
  }

  function send(quote: string, board: string, theme: string | null) {
    void acts.send([quote], { board, theme }).then((outcome) => {
      if ("refused" in outcome) return;
      const name = theme ? boards.flatMap((one) => one.themes).find((one) => one.id === theme)?.name : t("unclustered");
      toast({
        text: t("sent", { place: name ?? t("board") }),
        kind: "success",
        action: { label: t("undo"), onPress: acts.undo },
      });
    });
  }

  function remove(quote: string) {
    const cards = facts.find((one) => one.id === quote)?.cards.length ?? 0;
    setActive(null);
    void acts.remove([quote]).then((outcome) => {
      if (!("refused" in outcome))
        toast({
          text: cards > 0 ? t("removedWithCards", { count: cards }) : t("removed"),
          action: { label: t("undo"), onPress: acts.undo },
        });
    });
  }

  function openBoards(quote: string | null) {
    setSending(quote);
    if (quote && !beside && matchMedia("(max-width: 68rem)").matches) setListing(true);
  }

  const listOf = (some: readonly QuoteView[], className: string) => (
    <QuoteList
      className={className}
      quotes={some}
      active={active}
      sending={sending}
      onSending={setSending}
      canChange={canChange}
      tags={tags}
      boards={boards}
      onOpen={(id) => {
        setActive(id);
        if (id) reader.current?.toQuote(id);
      }}
      onTags={setTags}
      onMemo={(quote) => openMemo({ quote })}
      onRemove={remove}
      onSend={send}
      onCarry={(press, quote) => {
        carry(
          press,
          { payload: { kind: "quotes", quotes: [quote.id] }, words: quote.words, lang: quote.lang },
          (end) => {
            if (end === "dropped") announce(t("dropped"));
            else if (end === "elsewhere") announce(t("notDropped"));
          },
        );
      }}
      cardHref={(board, card) => `/studies/${study}/board?board=${board}&card=${card}&source=${reading.source}`}
    />
  );

  return (
    <div className={beside ? "flex h-full min-h-0 flex-col" : "flex h-full min-h-0"}>
      <div className="min-h-0 min-w-0 flex-1">
        <Reader
          ref={reader}
          reading={reading}
          quotes={marks}
          whoOf={view.voiceOf}
          questionOf={questionOf}
          active={active}
          onActive={(id) => {
            setActive(id);
            if (id && matchMedia("(max-width: 68rem)").matches && !beside) setListing(true);
          }}
          canChange={canChange}
          keys={keys}
          tags={tags}
          quick={quick}
          boards={boards}
          memos={memos}
          onMake={(span, choices: readonly Choice[], to) => {
            const { id, answered } = acts.make(chosen(span), choices, to);
            for (const choice of choices) usedTag(choice.id);
            if (to)
              void answered.then(
                (outcome) =>
                  !("refused" in outcome) &&
                  toast({ text: t("sentNew"), kind: "success", action: { label: t("undo"), onPress: acts.undo } }),
              );
            setActive(id);
          }}
          choicesOf={choicesOf}
          onTags={setTags}
          inVivo={inVivo}
          onCarried={(span) => acts.know(chosen(span))}
          onRemove={remove}
          onSendKey={() => openBoards(active)}
          onMemo={openMemo}
          onLink={copyLink}
          onIdentify={identify}
          onQuestion={linking.ask}
          start={start}
          way={way}
          header={
            <>
              <Header
                study={study}
                view={view}
                reading={reading}
                way={way}
                count={quotes.length}
                beside={beside}
                listing={listing}
                onList={() => setListing(!listing)}
                onFind={() => reader.current?.find()}
                onPropose={canChange && view.row.kind !== "survey" ? linking.seek : null}
                onReveal={reading.sealed && may(session.me.role, "reveal") ? () => setRevealing(true) : null}
              />
              {beside ? null : <QuotesToLook study={study} source={reading.source} />}
            </>
          }
        />
      </div>
      {beside && (listing || active) ? (
        // Not a dialog: quotes are dragged from here onto the board.
        <aside
          aria-label={t("quotesOf")}
          className="flex max-h-[55%] shrink-0 flex-col border-t border-line-strong bg-paper"
        >
          <div className="flex items-center justify-between border-b border-line ps-4 pe-1">
            <h2 className="text-sm font-semibold">{listing ? t("quotes", { count: quotes.length }) : t("oneQuote")}</h2>
            <IconButton
              icon={X}
              size="small"
              label={t("closeQuotes")}
              onPress={() => {
                setListing(false);
                setActive(null);
              }}
            />
          </div>
          {listOf(
            listing ? quotes : quotes.filter((quote) => quote.id === active),
            listing ? "h-[45dvh] overflow-y-auto" : "h-60 overflow-y-auto",
          )}
        </aside>
      ) : null}
      {beside ? null : (
        <aside
          aria-label={t("quotesOf")}
          className="hidden w-88 shrink-0 flex-col border-s border-line min-[68rem]:flex"
        >
          <h2 className="border-b border-line bg-paper px-4 py-3 text-base">{t("quotes", { count: quotes.length })}</h2>
          {listOf(quotes, "min-h-0 flex-1 overflow-y-auto")}
        </aside>
      )}
      {beside ? null : (
        <Dialog
          title={t("quotes", { count: quotes.length })}
          isOpen={listing}
          onOpenChange={setListing}
          isDismissable
          width="medium"
        >
          <div className="-mx-5">{listOf(quotes, "h-[72dvh] overflow-y-auto")}</div>
        </Dialog>
      )}
      {linking.dialogs}
      {revealing ? (
        <RevealDialog
          study={study}
          code={view.code}
          reading={reading}
          quotes={quotes}
          onClose={() => setRevealing(false)}
        />
      ) : null}
      {memoOn ? <MemoDialog {...memoOn} lang={reading.lang} onClose={() => setMemoOn(null)} /> : null}
      {link === null ? null : <LinkDialog url={link} onClose={() => setLink(null)} />}
    </div>
  );
}

/** Where the text opens: at the quote, the words or the turn that the address names, else where this person was. */
function startOf(
  asked: URLSearchParams,
  { turns, length }: Reading,
  facts: readonly Readonly<{ id: string; start: number; end: number }>[],
  at: number,
): Start | null {
  const quote = facts.find((fact) => fact.id === asked.get("quote"));
  if (quote) return { span: { start: quote.start, end: quote.start }, whole: true };
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(asked.get("at") ?? "") ?? [];
  const span = { start: Number(from), end: Math.min(Number(to), length) };
  if (span.start < span.end) return { span, whole: true };
  const turn = turns.find((one) => one.id === asked.get("turn") || lineOf(one) === asked.get("turn"));
  if (turn) return { span: { start: turn.start, end: turn.start }, whole: true };
  return at > 0 ? { span: { start: at, end: at }, whole: false } : null;
}

/** Writes into the clipboard; false where the browser does not let us. */
async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false; // refused, or no clipboard on an address without https
  }
}

/** The quote that is open: named in the address, so that a link leads to it. */
function useActive(reader: React.RefObject<ReaderHandle | null>, facts: readonly Readonly<{ id: string }>[]) {
  const params = useSearchParams();
  const wanted = params.get("quote");
  const [active, keep] = useState<string | null>(null);
  const went = useRef<string | null>(null);
  const setActive = useCallback((id: string | null) => {
    keep(id);
    went.current = id;
    const address = new URL(location.href);
    if (id) address.searchParams.set("quote", id);
    else address.searchParams.delete("quote");
    history.replaceState(null, "", address);
  }, []);
  // A link to a quote: go there as soon as it is known, and once.
  useEffect(() => {
    if (!wanted || went.current === wanted || !facts.some((fact) => fact.id === wanted)) return;
    // The router hears of our own changes a moment late: until then it still names the quote that was open before.
    if (new URLSearchParams(location.search).get("quote") !== wanted) return;
    went.current = wanted;
    keep(wanted);
    reader.current?.toQuote(wanted);
  }, [wanted, facts, reader]);
  return { active, setActive };
}

function Waiting() {
  const t = useTranslations("reader");
  return (
    <div role="status" className="mx-auto flex max-w-2xl flex-col gap-4 p-8">
      <span className="sr-only">{t("loading")}</span>
      {[92, 80, 96, 60, 88, 74].map((width, at) => (
        <div key={at} style={{ width: `${width}%` }}>
          <Skeleton className="h-5" />
        </div>
      ))}
    </div>
  );
}
