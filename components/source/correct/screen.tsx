"use client";
/**
 * Correcting a text: its turns, each to be said anew in place; below, what the correction would do to the quotes.
 *
 * Nothing is saved before the last step, and nothing that was written is lost: it is kept in this browser until it is
 * saved or thrown away, and lies on a colleague's correction where one comes in between.
 * Rules: docs/spec/correct.md, K1 to K4, K11 and K19.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useFaultWords } from "#components/sync/fault-words.ts";
import { useToChange } from "#components/source/use-to-change.tsx";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { toast } from "#components/ui/toast.tsx";
import { sendCorrection } from "#lib/client/correct/door.ts";
import { cut, editsOf, homeless, joinNext, leave, rowsOf, sayAnew, takeOut } from "#lib/client/correct/draft.ts";
import type { DraftRow } from "#lib/client/correct/draft.ts";
import { toldIn, useDraft, useEffectOf, useQuoted } from "#lib/client/correct/use.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import { useParticipants } from "#lib/client/study/use-participants.ts";
import { placesOf } from "#lib/domain/correction/told.ts";
import type { NewSpeaker, Wish } from "#lib/domain/correction/wish.ts";
import type { Reading } from "#lib/domain/source/reading.ts";
import { TouchedQuotes } from "./touched.tsx";
import { NewSpeakerDialog } from "./new-speaker.tsx";
import { TurnRow } from "./turn-row.tsx";
import type { Deed } from "./turn-row.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";

type Props = Readonly<{ study: string; source: string }>;

export function CorrectScreen({ study, source }: Props) {
  const t = useTranslations("correct");
  const { view, fetched, barred } = useToChange(study, source, { title: t("noRight"), help: t("noRightHelp") });
  if (barred) return barred;
  if (!view || fetched.state !== "ready")
    return (
      <div role="status" className="mx-auto flex max-w-2xl flex-col gap-4 p-8">
        <span className="sr-only">{t("loading")}</span>
        {[90, 70, 84].map((width) => (
          <div key={width} style={{ width: `${width}%` }}>
            <Skeleton className="h-5" />
          </div>
        ))}
      </div>
    );
  return <Open study={study} view={view} reading={fetched.value} />;
}

function Open({ study, view, reading }: Readonly<{ study: string; view: SourceView; reading: Reading }>) {
  const t = useTranslations("correct");
  const session = useStudy();
  const router = useRouter();
  const lang = useLang();
  const faultWords = useFaultWords();
  const asked = useSearchParams().get("turn");
  const { source, revision } = reading;
  const home = `/studies/${study}/sources/${source}`;
  const drafting = useDraft(`correct/${study}/${session.me.id}/${source}`);
  const { draft, reason, speakers, ready, found, change, say, name, clear } = drafting;
  const told = useMemo(() => toldIn(reading), [reading]);
  const rows = useMemo(() => rowsOf(told, draft), [told, draft]);
  const edits = useMemo(() => editsOf(told, draft), [told, draft]);
  const quoted = useQuoted(source, revision);
  const effect = useEffectOf(told, useDeferredValue(edits), quoted);
  const astray = homeless(told, draft);
  const met = rows.some((row) => row.met);
  const voices = useVoices(source, view, speakers);
  const participants = useParticipants();
  const quotesIn = useMemo(() => {
    const places = placesOf(told);
    return new Map(
      told.map(({ line }, at) => {
        const { start, end } = places[at] ?? { start: 0, end: 0 };
        return [line, quoted.filter((quote) => quote.start < end && quote.end > start).length];
      }),
    );
  }, [told, quoted]);

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => 34 + Math.ceil(((rows[at]?.words.length ?? 0) + 1) / 72) * 28,
    overscan: 6,
    getItemKey: (at) => rows[at]?.key ?? at,
  });
  const [focus, setFocus] = useState<string | null>(null);
  const went = useRef(false);
  useEffect(() => {
    if (went.current || !ready || !asked) return;
    const at = rows.findIndex(({ turn }) => turn.id === asked || turn.line === asked);
    if (at < 0) return;
    went.current = true;
    virtual.scrollToIndex(at, { align: "center" });
    setFocus(rows[at]?.key ?? null);
  }, [ready, asked, rows, virtual]);

  const dirty = edits.length > 0;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);

  const onWords = useCallback(
    (row: DraftRow, words: string) => change((now) => sayAnew(now, row, { words })),
    [change],
  );
  const onSpeaker = useCallback(
    (row: DraftRow, speaker: string | null) => change((now) => sayAnew(now, row, { speaker })),
    [change],
  );
  const [naming, setNaming] = useState<DraftRow | null>(null); // the row that somebody new says
  const list = useRef(rows);
  list.current = rows;
  const onDeed = useCallback(
    (row: DraftRow, deed: Deed, at: number) => {
      const next = list.current[list.current.findIndex(({ key }) => key === row.key) + 1];
      if (deed === "cut") {
        change((now) => cut(now, row, at));
        setFocus(`${row.turn.line}/${(row.part ?? 0) + 1}`);
      } else if (deed === "join" && next) {
        change((now) => joinNext(now, row, next));
        setFocus(row.key);
      } else if (deed === "out") {
        change((now) => takeOut(now, row));
        announce(t("tookOut"));
      } else if (deed === "leave") change((now) => leave(now, row));
    },
    [change, t],
  );

  const [showing, setShowing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // The same wish goes out again after a lost line; another one gets an id of its own.
  const sent = useRef<Readonly<{ said: string; wish: Wish }> | null>(null);

  async function save() {
    const words = reason.trim();
    const used = speakers.filter(({ id }) => edits.some(({ parts }) => parts.some(({ speaker }) => speaker === id)));
    const about = {
      base: revision,
      edits,
      ...(used.length > 0 ? { speakers: used } : {}),
      reason: words ? { lang, words } : null,
    };
    const said = JSON.stringify(about);
    if (sent.current?.said !== said) sent.current = { said, wish: { id: crypto.randomUUID(), ...about } };
    setSaving(true);
    setFault(null);
    const answer = await sendCorrection(study, source, sent.current.wish);
    setSaving(false);
    if (!answer.ok) return setFault(answer.fault);
    const looks = effect.changed.length + effect.lost.length;
    await clear();
    toast({
      text: t("saved"),
      ...(looks > 0 ? { detail: t("looks", { count: looks }) } : {}),
      kind: "success",
      action: { label: t("undo"), onPress: () => void session.send({ kind: "undo", how: "ask" }) },
    });
    router.push(looks > 0 ? `${home}/look` : home);
  }

  const touched = effect.changed.length + effect.lost.length;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="border-b border-line px-4 py-2 sm:px-8">
        <Breadcrumbs crumbs={[{ href: home, text: `${view.code} ${view.title}`.trim() }]} />
        <h1 className="text-lg leading-tight">{t("title")}</h1>
        <p className="text-sm text-soft">{t("lead")}</p>
      </header>
      <div ref={scroll} className="min-h-0 flex-1 overflow-y-auto px-4 sm:px-8">
        <div className="mx-auto flex max-w-4xl flex-col gap-3 py-3">
          {found && dirty ? <Notice kind="info">{t("found")}</Notice> : null}
          {met ? (
            <Notice kind="warn" live title={t("metTitle")}>
              {t("metHelp")}
            </Notice>
          ) : null}
          {astray.length > 0 ? (
            <Notice kind="warn" live title={t("astray", { count: astray.length })}>
              <ul className="flex flex-col gap-1">
                {astray.map(({ was, parts }) => (
                  <li key={was} lang={reading.lang} className="whitespace-pre-wrap">
                    {parts.map(({ words }) => words).join("\n\n")}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
        </div>
        {ready ? (
          <ol className="relative mx-auto max-w-4xl" style={{ height: virtual.getTotalSize() }} aria-label={t("turns")}>
            {virtual.getVirtualItems().map(({ index, key, start }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <li
                  key={key}
                  data-index={index}
                  ref={virtual.measureElement}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  className="absolute inset-x-0 top-0"
                  style={{ translate: `0 ${start}px` }}
                >
                  <TurnRow
                    row={row}
                    number={index + 1}
                    lang={reading.lang}
                    voices={voices}
                    quotes={quotesIn.get(row.turn.line) ?? 0}
                    joins={(rows[index + 1]?.part ?? null) !== null}
                    focused={focus === row.key}
                    onWords={onWords}
                    onSpeaker={onSpeaker}
                    onNewSpeaker={setNaming}
                    onDeed={onDeed}
                  />
                </li>
              );
            })}
          </ol>
        ) : null}
      </div>
      <section
        aria-label={t("bar")}
        className="flex flex-col gap-2 border-t border-line-strong bg-paper px-4 py-3 sm:px-8"
      >
        {fault ? (
          <Notice kind="error" live>
            {fault === "line.down" ? t("lineDown") : faultWords(fault)}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <p role="status" className="min-w-0 basis-56 text-sm">
            <span className="font-semibold">{t("changes", { count: edits.length })}</span>
            {effect.fault && effect.fault.code !== "text.same" ? (
              <span className="block text-danger">
                {t(effect.fault.code === "text.empty" ? "textEmpty" : "textLong")}
              </span>
            ) : null}
            {dirty ? (
              <span className="block text-soft">
                {t("quotesTouched", { changed: effect.changed.length, lost: effect.lost.length })}
              </span>
            ) : null}
          </p>
          {touched > 0 ? (
            <Button size="small" onPress={() => setShowing(true)}>
              {t("showQuotes", { count: touched })}
            </Button>
          ) : null}
          {dirty ? (
            <TextField
              label={t("reason")}
              optional
              value={reason}
              onChange={say}
              maxLength={2000}
              className="min-w-48 flex-1"
            />
          ) : null}
          <div className="ms-auto flex flex-wrap gap-2">
            {draft.size > 0 ? (
              <Button look="quiet" onPress={() => setDropping(true)}>
                {t("discard")}
              </Button>
            ) : (
              <LinkButton look="quiet" href={home}>
                {t("toText")}
              </LinkButton>
            )}
            <Button
              look="primary"
              isPending={saving}
              isDisabled={!dirty || effect.fault !== null || !ready}
              onPress={() => void save()}
            >
              {t("save")}
            </Button>
          </div>
        </div>
      </section>
      <Dialog title={t("touchedTitle")} isOpen={showing} onOpenChange={setShowing} isDismissable width="wide">
        <TouchedQuotes effect={effect} lang={reading.lang} />
      </Dialog>
      {naming ? (
        <NewSpeakerDialog
          participants={participants.filter(({ withdrawn }) => !withdrawn)}
          onAdd={(speaker) => {
            name(speaker);
            onSpeaker(naming, speaker.id);
            setNaming(null);
          }}
          onClose={() => setNaming(null)}
        />
      ) : null}
      {dropping ? (
        <AlertDialog
          title={t("discardTitle")}
          action={t("discard")}
          isOpen
          onOpenChange={setDropping}
          onAction={() => {
            setDropping(false);
            void clear();
          }}
        >
          {t("discardHelp")}
        </AlertDialog>
      ) : null}
    </div>
  );
}

/** The speakers of a source as they are called, and those whom this correction brings. */
function useVoices(source: string, view: SourceView, fresh: readonly NewSpeaker[]) {
  const speakers = useFromRows(
    ["speaker"],
    (rows) => rows.related("speakersOfSource", source).toSorted((a, b) => a.number - b.number),
    [source],
  );
  return useMemo(
    () => [
      ...speakers.map(({ id, number }) => {
        const voice = view.voiceOf(id);
        return { id, name: voice ? (voice.code ? `${voice.name}, ${voice.code}` : voice.name) : `${number}` };
      }),
      ...fresh.filter((one) => !speakers.some(({ id }) => id === one.id)).map(({ id, name }) => ({ id, name })),
    ],
    [speakers, view, fresh],
  );
}
