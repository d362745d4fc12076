"use client";
/**
 * A source on the screen: its text, its quotes beside it, and what can be done with both.
 *
 * Puts rows and text together for the reader and the list; the rules are in lib/domain.
 */
import { ArrowLeft, ArrowRight, LayoutDashboard, PanelRight, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { QuoteList } from "#components/quote/list.tsx";
import type { Choice, QuoteView } from "#lib/client/reader/view.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useActs } from "#lib/client/reader/act.ts";
import type { Chosen } from "#lib/client/reader/act.ts";
import { carry } from "#lib/client/reader/drag.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useReading } from "#lib/client/reader/fetch.ts";
import { useBoards, useQuestionText, useQuotes, useSource, useTags } from "#lib/client/reader/use.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useFromRows, useStanding, useStudy } from "#lib/client/study/provider.tsx";
import { useSingleKeys } from "#lib/client/shortcuts.ts";
import { may } from "#lib/domain/member/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { turnHolding, wordsAt } from "#lib/domain/source/reading.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";
import { Reader } from "./reader.tsx";
import type { ReaderHandle } from "./reader.tsx";

type Props = Readonly<{
  study: string;
  source: string;
  /** Beside a board: narrower, without a column of quotes of its own. */ beside?: boolean;
}>;

export function SourceScreen({ study, source, beside = false }: Props) {
  const t = useTranslations("reader");
  const standing = useStanding();
  const spoken = useMemo(
    () => ({
      interviewer: t("interviewer"),
      participant: t("participant"),
      speaker: (number: number) => t("speaker", { number }),
    }),
    [t],
  );
  const view = useSource(source, spoken);
  const fetched = useReading(study, source, view?.row.revision ?? null);
  if (!view) {
    if (!standing.loaded) return <Waiting />;
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
      <div className="mx-auto max-w-xl p-6">
        <Notice kind="error" live title={t("failed")} action={<Button onPress={fetched.retry}>{t("again")}</Button>}>
          {t("failedHelp")}
        </Notice>
      </div>
    );
  }
  if (fetched.state === "loading") return <Waiting />;
  return <Open key={fetched.value.revision} study={study} view={view} reading={fetched.value} beside={beside} />;
}

function Open({
  study,
  view,
  reading,
  beside,
}: Readonly<{ study: string; view: SourceView; reading: Reading; beside: boolean }>) {
  const t = useTranslations("reader");
  const session = useStudy();
  const canChange = may(session.me.role, "change");
  const acts = useActs();
  const [keys] = useSingleKeys();
  const tags = useTags();
  const boards = useBoards();
  const facts = useQuotes(reading.source, reading.revision, tags, boards);
  const questionOf = useQuestionText();
  const reader = useRef<ReaderHandle>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [listing, setListing] = useState(false);
  const { active, setActive } = useActive(reader, facts);

  const quotes = useMemo(
    () =>
      facts.map((fact): QuoteView => {
        const voice = view.voiceOf(fact.speaker);
        return {
          ...fact,
          words: wordsAt(reading.turns, fact),
          lang: reading.lang,
          who: voice ? (voice.code ? `${voice.name}, ${voice.code}` : voice.name) : view.code,
          code: voice?.code ?? view.code,
        };
      }),
    [facts, reading, view],
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

  const place = `carthen-read/${session.me.id}/${reading.source}`;
  const [position] = useState(() =>
    new URLSearchParams(location.search).has("quote") ? null : localStorage.getItem(place),
  );
  const remember = useCallback((turn: string) => localStorage.setItem(place, turn), [place]);

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
      onTag={(quote, choice) => acts.tag([quote], choice)}
      onUntag={(quote, tag) => acts.untag([quote], tag)}
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
          boards={boards}
          onMake={(span, choices: readonly Choice[], to) => {
            const { id, answered } = acts.make(chosen(span), choices, to);
            if (to)
              void answered.then(
                (outcome) =>
                  !("refused" in outcome) &&
                  toast({ text: t("sentNew"), kind: "success", action: { label: t("undo"), onPress: acts.undo } }),
              );
            setActive(id);
          }}
          onCarried={(span) => acts.know(chosen(span))}
          onRemove={remove}
          onSendKey={() => openBoards(active)}
          position={position}
          onPosition={remember}
          header={
            <Header
              study={study}
              view={view}
              reading={reading}
              count={quotes.length}
              beside={beside}
              listing={listing}
              onList={() => setListing(!listing)}
            />
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
    </div>
  );
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
    went.current = wanted;
    keep(wanted);
    reader.current?.toQuote(wanted);
  }, [wanted, facts, reader]);
  return { active, setActive };
}

function Header({
  study,
  view,
  reading,
  count,
  beside,
  listing,
  onList,
}: Readonly<{
  study: string;
  view: SourceView;
  reading: Reading;
  count: number;
  beside: boolean;
  listing: boolean;
  onList: () => void;
}>) {
  const t = useTranslations("reader");
  const locale = useLocale();
  const router = useRouter();
  const { row } = view;
  const near = useFromRows(
    ["source"],
    (rows) => {
      const all = [...rows.all("source")]
        .filter((other) => other.kind === row.kind)
        .toSorted((a, b) => a.number - b.number);
      const at = all.findIndex((other) => other.id === row.id);
      return { before: all[at - 1], after: all[at + 1] };
    },
    [row.id, row.kind],
  );
  const href = (id: string) => (beside ? `/studies/${study}/board?source=${id}` : `/studies/${study}/sources/${id}`);
  const facts = [
    view.organisation,
    row.heldOn ? dayInWords(row.heldOn, locale) : "",
    row.minutes ? t("minutes", { count: row.minutes }) : "",
    ...reading.attributes.slice(0, 4).map(({ name, value }) => `${name}: ${value}`),
  ].filter(Boolean);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <h1 className="flex items-baseline gap-2 text-lg leading-tight">
          <span className="shrink-0 text-soft tabular-nums">{view.code}</span>
          <bdi className="truncate">{view.title || t(`kind.${row.kind}`)}</bdi>
        </h1>
        {facts.length > 0 ? <p className="truncate text-sm text-soft">{facts.join(" · ")}</p> : null}
      </div>
      <nav aria-label={t("neighbours")} className="flex items-center gap-1">
        {near.before ? (
          <LinkButton
            look="quiet"
            size="small"
            href={href(near.before.id)}
            aria-label={t("before", { source: sourceCode(near.before) })}
          >
            <ArrowLeft aria-hidden size={16} />
          </LinkButton>
        ) : null}
        {near.after ? (
          <LinkButton
            look="quiet"
            size="small"
            href={href(near.after.id)}
            aria-label={t("after", { source: sourceCode(near.after) })}
          >
            <ArrowRight aria-hidden size={16} />
          </LinkButton>
        ) : null}
      </nav>
      <Button
        look="quiet"
        size="small"
        aria-expanded={listing}
        onPress={onList}
        className={beside ? "" : "min-[68rem]:hidden"}
      >
        <PanelRight aria-hidden size={16} />
        {t("quotes", { count })}
      </Button>
      {beside ? (
        <IconButton
          icon={X}
          label={t("closeReader")}
          onPress={() => {
            const address = new URL(location.href);
            for (const name of ["source", "quote"]) address.searchParams.delete(name);
            router.push(`${address.pathname}${address.search}`);
          }}
        />
      ) : (
        <LinkButton look="plain" size="small" href={`/studies/${study}/board?source=${row.id}`}>
          <LayoutDashboard aria-hidden size={16} />
          {t("beside")}
        </LinkButton>
      )}
    </header>
  );
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
