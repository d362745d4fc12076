"use client";
/**
 * The queue: what may identify somebody in the sources, riskiest first, each decided once for all of its places.
 *
 * The server finds and counts; this screen takes away what has just been decided and asks again. Rules:
 * docs/spec/identifier.md, I72 to I80.
 */
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceFilter } from "#components/ui/choice-filter.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Tab, TabList, TabPanel, Tabs } from "#components/ui/tabs.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { addTerm, agreeAll, decideAll, ladderOf } from "#lib/client/identifier/decision.ts";
import type { Decided } from "#lib/client/identifier/decision.ts";
import { fetchQueue } from "#lib/client/identifier/queue.ts";
import type { QueueAnswer } from "#lib/client/identifier/queue.ts";
import { KINDS } from "#lib/domain/detect/hit.ts";
import type { Kind, Layer } from "#lib/domain/detect/hit.ts";
import { candidateKey } from "#lib/domain/identifier/candidate.ts";
import { takable } from "#lib/domain/identifier/ladder/rung.ts";
import { unlistedLevels } from "#lib/domain/identifier/ladder/unlisted.ts";
import { rowOf } from "#lib/domain/identifier/queue.ts";
import type { Entry, QueueAsked } from "#lib/domain/identifier/queue.ts";
import { direct, waitsFor } from "#lib/domain/identifier/shape.ts";
import type { SourceRow } from "#lib/domain/source/shape.ts";
import { AddTerm } from "./add-term.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { Detail } from "./detail.tsx";
import { Entries } from "./entries.tsx";
import { MentionsDialog } from "./mentions-dialog.tsx";
import type { ListKey } from "./entries.tsx";
import { Searched } from "./searched.tsx";
import { Second } from "./second.tsx";
import { TakeLog } from "./take-log.tsx";
import { Through } from "./through.tsx";

const SOON = 400; // milliseconds after the last change: a run of decisions is asked about once
const POLL = 1500; // while the search is under way

type Show = QueueAsked["show"];
const SHOWS: readonly Show[] = ["open", "decided"];
const BESIDE = ["through", "limits", "looks"] as const;
type Beside = (typeof BESIDE)[number];
type Form = Readonly<{ begin: "replace" | "keep"; focus: boolean; n: number }>;

export function QueueScreen({
  desk,
  settled,
  waits,
  titleOf,
  begins,
  limits,
  looks,
}: Readonly<{
  desk: Desk;
  /** Grows with what the server has confirmed. */
  settled: number;
  /** Whether something of this person's is still on its way to the server: what it would answer now is out of date. */
  waits: boolean;
  /** What a source is called, besides its code. */
  titleOf: (source: SourceRow) => string;
  /** The part that it begins with, where it is not what is open: also who has read what through, or the limits. */
  begins: Beside | "decided" | null;
  /** The limits of disclosure control, which every role sees. */
  limits: React.ReactNode;
  /** Who has looked at originals; null for those who are not told. */
  looks: React.ReactNode | null;
}>) {
  const t = useTranslations("identifier");
  const [show, setShow] = useState<Show>(begins === "decided" ? begins : "open");
  const [beside, setBeside] = useState(begins === "decided" ? null : begins);
  const [kind, setKind] = useState<Kind | null>(null);
  const [layer, setLayer] = useState<Layer | null>(null);
  const [answer, setAnswer] = useState<QueueAnswer | null>(null);
  const [again, setAgain] = useState(0);
  /** Decided since the last answer. */
  const [past, setPast] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** How the form begins, whether the cursor goes there, and a number that is new with each wish. */
  const [form, setForm] = useState<Form>({ begin: "replace", focus: false, n: 0 });
  const [usual, setUsual] = useState("");
  const [said, setSaid] = useState<ReadonlyMap<string, Kind>>(new Map());
  /** The id of what each place is looked at of. */
  const [looked, setLooked] = useState<string | null>(null);
  const { study, mayExport } = desk;
  const wish = useMemo(
    (): QueueAsked => ({ show, ...(kind && { kind }), ...(layer && { layer }) }),
    [show, kind, layer],
  );
  const queue = answer !== null && "queue" in answer ? answer.queue : null;

  useEffect(() => {
    if (!mayExport || waits) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const next = await fetchQueue(study, wish, stop.signal);
      if (stop.signal.aborted) return;
      setAnswer(next);
      setPast(new Set());
      // What comes in later never takes the place of what somebody is just deciding.
      const keys = "queue" in next ? next.queue.entries.map(({ key }) => key) : [];
      setChosen((now) => (keys.some((key) => now.has(key)) ? now : new Set(keys.slice(0, 1))));
      if ("queue" in next && !next.queue.progress.settled) timer = setTimeout(() => void ask(), POLL);
    };
    timer = setTimeout(() => void ask(), SOON);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [study, wish, settled, waits, again, mayExport]);

  if (!mayExport)
    return (
      <>
        <PageHeader title={t("title")} />
        <Notice>{t("notYours")}</Notice>
        {limits}
      </>
    );

  const entries = (queue?.entries ?? []).filter(({ key }) => !past.has(key)).map(asSaid);
  const marked = entries.filter(({ key }) => chosen.has(key));
  const current = marked.length > 0 ? marked : entries.slice(0, 1);
  const [one] = current;
  const ladder = ladderOf(current);
  const mayBeOrdinary = current.every(({ of }) => of === "term");
  const alone = current.every((entry) => !direct(rowOf(entry)));

  /** Takes these off the list until the server has answered, and goes on to what comes next. */
  const pass = (about: readonly Entry[]) => {
    const keys = new Set(about.map(({ key }) => key));
    const last = entries.findLastIndex(({ key }) => keys.has(key));
    const next = [...entries.slice(last + 1), ...entries.slice(0, last).toReversed()].find(({ key }) => !keys.has(key));
    setPast(new Set([...past, ...keys]));
    setChosen(new Set(next ? [next.key] : []));
  };

  /** @param inForm - whether the hands are in the form, where they then stay */
  const decide = (about: readonly Entry[], decided: Decided, inForm: boolean) => {
    decideAll(desk, about, decided);
    if (decided.decision === "keep") setUsual(decided.reason);
    const leaves = show === "open" || decided.decision === null;
    if (leaves) pass(about);
    setForm({ begin: "replace", focus: inForm && leaves, n: form.n + 1 });
    announce(saidOf(about, decided));
  };

  /** Those of the chosen that wait for this person. */
  const asked = current.filter((entry) => waitsFor(rowOf(entry), desk.me));
  const second = (about: readonly Entry[], on: boolean) => {
    agreeAll(desk, about, on);
    pass(about);
    setForm({ begin: "replace", focus: false, n: form.n + 1 });
    const name = about[0]?.words ?? "";
    announce(t(on ? "said.seconded" : "said.unseconded", { name, count: about.length }));
  };

  const onKey = (key: ListKey) => {
    if (one === undefined) return;
    const [rung] = takable(ladder);
    if (key === "replace" && asked.length === current.length) second(asked, true);
    else if (key === "replace" && show === "open" && rung)
      decide(current, { decision: "replace", en: rung.en, cy: rung.cy }, false);
    else if (key === "ordinary" && mayBeOrdinary) decide(current, { decision: "ordinary" }, false);
    else if (key !== "ordinary") setForm({ begin: key === "keep" ? "keep" : "replace", focus: true, n: form.n + 1 });
  };

  /** What it names: of what has no row yet it is kept here until something is decided. */
  const say = (entry: Entry, thing: Kind) => {
    if (entry.id === null) setSaid(new Map([...said, [entry.key, thing]]));
    else desk.send({ kind: "identifier.set", id: entry.id, thing });
    announce(t("said.thing", { name: entry.words, thing: t(`kind.${thing}`) }));
  };

  const turn = (to: Show) => {
    setShow(to);
    setAnswer(null);
    setChosen(new Set());
  };
  const failed = answer !== null && "failed" in answer ? answer.failed : null;
  const inDetail = entries.find(({ id }) => id !== null && id === looked);
  const count = (is: Kind) => (show === "open" && queue ? ` (${queue.open.kinds[is]})` : "");
  const body = (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <ChoiceFilter
          label={t("narrow")}
          every={t("everyKind")}
          chosen={kind}
          choices={KINDS.map((id) => ({ id, label: `${t(`kinds.${id}`)}${count(id)}` }))}
          onChoose={(id) => setKind(KINDS.find((is) => is === id) ?? null)}
          className="w-60"
        />
        {show === "open" ? (
          <ChoiceFilter
            label={t("sureness")}
            every={t("everySure")}
            chosen={layer}
            choices={(["sure", "wide"] as const).map((id) => ({ id, label: t(`layer.${id}`) }))}
            onChoose={(id) => setLayer(id === "sure" || id === "wide" ? id : null)}
            className="w-52"
          />
        ) : null}
      </div>
      {queue === null && failed === null ? <Skeleton lines={6} /> : null}
      {queue === null ? null : (
        <div className="grid gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            {entries.length === 0 ? null : (
              <Entries
                entries={entries}
                chosen={new Set(current.map(({ key }) => key))}
                me={desk.me}
                onChoose={(keys) => {
                  setChosen(keys);
                  setForm({ begin: "replace", focus: false, n: form.n + 1 });
                }}
                onKey={onKey}
              />
            )}
            {queue.matching > queue.entries.length ? (
              <p className="text-sm text-soft">{t("more", { shown: queue.entries.length, all: queue.matching })}</p>
            ) : null}
            {entries.length === 0 || (show === "decided" && queue.waiting === 0) ? null : (
              <p className="text-sm text-soft max-lg:hidden">
                {t.rich(show === "open" ? "keys" : "second.keys", { key: (chunks) => <Kbd>{chunks}</Kbd> })}
              </p>
            )}
            <AddTerm
              onAdd={(words, thing) => {
                addTerm(desk, words, thing);
                setPast(new Set([...past, candidateKey(words)])); // it is no candidate any more
              }}
            />
          </div>
          {one === undefined ? (
            <EmptyState plain title={t("emptyTitle")}>
              {t(show === "decided" ? "emptyDecided" : kind || layer ? "emptyNarrow" : "empty")}
            </EmptyState>
          ) : current.length > 1 ? (
            <section aria-label={t("chosen", { count: current.length })} className="flex min-w-0 flex-col gap-5">
              <header>
                <h2 className="text-xl">{t("chosen", { count: current.length })}</h2>
                <p className="text-soft">{t("chosenHelp")}</p>
                <p className="mt-2 line-clamp-4 break-words">{current.map(({ words }) => words).join(" · ")}</p>
              </header>
              {asked.length === 0 ? null : <Second entries={asked} me={desk.me} onSay={(on) => second(asked, on)} />}
              {formFor(current, one)}
            </section>
          ) : (
            <Detail desk={desk} entry={one} onSay={(thing) => say(one, thing)} onMentions={() => setLooked(one.id)}>
              {one.decision === "keep" ? (
                <Second entries={current} me={desk.me} onSay={(on) => second(current, on)} />
              ) : null}
              {formFor(current, one)}
            </Detail>
          )}
        </div>
      )}
      {show === "decided" && queue !== null && queue.decided > 0 ? <TakeLog study={study} lang={desk.locale} /> : null}
    </div>
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t("title")} lead={t("lead")} className="-mb-4" />
      {queue === null ? null : <Searched queue={queue} />}
      {inDetail === undefined || looked === null ? null : (
        <MentionsDialog
          desk={desk}
          entry={{ ...inDetail, id: looked }}
          settled={settled}
          waits={waits}
          onClose={() => setLooked(null)}
        />
      )}
      {queue === null || queue.waitingOpen === 0 ? null : (
        <Notice kind="warn">{t("here.waitsOpen", { count: queue.waitingOpen })}</Notice>
      )}
      {queue === null || queue.waiting === 0 || show === "decided" || beside !== null ? null : (
        <Notice
          kind="warn"
          title={t("second.waitsForYou", { count: queue.waiting })}
          action={
            <Button size="small" onPress={() => turn("decided")}>
              {t("second.look")}
            </Button>
          }
        />
      )}
      {failed === null ? null : (
        <Notice
          kind="error"
          live
          action={
            <Button size="small" onPress={() => setAgain(again + 1)}>
              {t("again")}
            </Button>
          }
        >
          {t(`failed.${failed}`)}
        </Notice>
      )}
      <Tabs
        selectedKey={beside ?? show}
        onSelectionChange={(key) => {
          const aside = BESIDE.find((one) => one === key) ?? null;
          setBeside(aside);
          if (aside === null && key !== show) turn(key === "decided" ? "decided" : "open");
        }}
      >
        <TabList aria-label={t("parts")}>
          <Tab id="open">
            {t("open")}
            {queue ? <Count n={queue.open.sure + queue.open.wide} /> : null}
          </Tab>
          <Tab id="decided">
            {t("decided")}
            {queue ? <Count n={queue.decided} /> : null}
          </Tab>
          <Tab id="through">{t("through.title")}</Tab>
          <Tab id="limits">{t("limits.title")}</Tab>
          {looks === null ? null : <Tab id="looks">{t("looks")}</Tab>}
        </TabList>
        <TabPanel id="through">
          <Through desk={desk} titleOf={titleOf} />
        </TabPanel>
        <TabPanel id="limits">{limits}</TabPanel>
        {looks === null ? null : <TabPanel id="looks">{looks}</TabPanel>}
        {SHOWS.map((id) => (
          <TabPanel key={id} id={id}>
            {body}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );

  function formFor(about: readonly Entry[], first: Entry) {
    const before = about.length === 1 ? first : OPEN;
    return (
      <DecisionForm
        key={`${about.map(({ key }) => key).join(" ")} ${before.decision ?? ""} ${form.n}`}
        before={before}
        ladder={ladder}
        mayBeOrdinary={mayBeOrdinary}
        begin={form.begin}
        alone={alone}
        usual={usual}
        takesFocus={form.focus}
        onDecide={(decided) => decide(about, decided, true)}
      />
    );
  }

  /** An entry with what people say that it names: they may have said it since the server answered. */
  function asSaid(entry: Entry): Entry {
    if (entry.of !== "term") return entry;
    const now = entry.id === null ? said.get(entry.key) : desk.rows.live("identifier", entry.id)?.thing;
    // The server has not looked up yet what it is said to be.
    return now && now !== entry.kind ? { ...entry, kind: now, levels: unlistedLevels(now, entry.words) } : entry;
  }

  function saidOf(about: readonly Entry[], { decision }: Decided): string {
    if (about.length > 1) return t("said.several", { count: about.length });
    const name = about[0]?.words ?? "";
    if (decision === null) return t("said.reopened", { name });
    if (decision === "keep") return t(alone ? "said.keptAlone" : "said.kept", { name });
    return t(decision === "ordinary" ? "said.ordinary" : "said.replaced", { name });
  }
}

const OPEN = { decision: null, replacement: null, replacementCy: null, reason: null };

function Count({ n }: Readonly<{ n: number }>) {
  return n === 0 ? null : <span className="rounded-full bg-sunk px-2 text-sm text-soft tabular-nums">{n}</span>;
}
