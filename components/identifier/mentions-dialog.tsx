"use client";
/**
 * Every place where something stands that may identify somebody, each of which may be decided otherwise than all others: kept there,
 * no identifier there, or replaced by other words. Rules: docs/spec/identifier.md, I95 to I97.
 */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Desk } from "#lib/client/desk.ts";
import type { Decided } from "#lib/client/identifier/decision.ts";
import { agreeMention, decideMention, fetchMentions, mentionKey } from "#lib/client/identifier/mentions.ts";
import type { ListingAnswer } from "#lib/client/identifier/mentions.ts";
import { rowOf } from "#lib/domain/identifier/queue.ts";
import type { Entry } from "#lib/domain/identifier/queue.ts";
import { direct } from "#lib/domain/identifier/shape.ts";
import type { Decision } from "#lib/domain/identifier/shape.ts";
import { PAGE } from "#lib/domain/mention/listed.ts";
import type { Listed, Otherwise } from "#lib/domain/mention/listed.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { DecisionForm } from "./decision-form.tsx";
import { MentionList } from "./mention-list.tsx";
import { MentionSecond } from "./mention-second.tsx";

type Props = Readonly<{
  desk: Desk;
  entry: Entry & Readonly<{ id: string }>;
  /** Grows with what the server has confirmed. */
  settled: number;
  /** Whether something of this person's is still on its way to the server. */
  waits: boolean;
  onClose: () => void;
}>;

type Form = Readonly<{ begin: Decision; focus: boolean; n: number }>;
const OPEN = { decision: null, replacement: null, replacementCy: null, reason: null };

export function MentionsDialog({ desk, entry, settled, waits, onClose }: Props) {
  const t = useTranslations("identifier");
  const [answer, setAnswer] = useState<ListingAnswer | null>(null);
  const [from, setFrom] = useState(0);
  const [again, setAgain] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  /** How the form begins, whether the hands are in it, and a number that is new with each wish. */
  const [form, setForm] = useState<Form>({ begin: "replace", focus: false, n: 0 });
  const { study } = desk;
  useEffect(() => {
    if (waits) return undefined;
    const stop = new AbortController();
    void fetchMentions(study, entry.id, from, stop.signal).then((next) => stop.signal.aborted || setAnswer(next));
    return () => stop.abort();
  }, [study, entry.id, from, settled, waits, again]);

  const listing = answer !== null && "listing" in answer ? answer.listing : null;
  const mentions = listing?.mentions ?? [];
  const one = mentions.find((mention) => mentionKey(mention) === chosen) ?? mentions[0];
  const codeOf = ({ source }: Listed) => {
    const row = desk.rows.live("source", source);
    return row ? sourceCode(row) : t("aSource");
  };
  const decide = (mention: Listed, decided: Decided) => {
    decideMention(desk, entry, mention, decided);
    const next = mentions[mentions.indexOf(mention) + 1];
    setChosen(mentionKey(decided.decision === null ? mention : (next ?? mention)));
    setForm({ begin: form.begin, focus: decided.decision !== null, n: form.n + 1 });
    announce(t(`here.said.${decided.decision ?? "back"}`, { source: codeOf(mention) }));
  };
  const second = (otherwise: Otherwise, on: boolean) => {
    agreeMention(desk, otherwise, on);
    announce(t(on ? "here.said.seconded" : "here.said.unseconded"));
  };
  return (
    <Dialog
      title={t("here.title", { name: entry.words })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      width="wide"
    >
      <div className="flex flex-col gap-4">
        <p className="text-soft">{t("here.lead")}</p>
        {answer === null ? <Skeleton lines={5} /> : null}
        {answer !== null && "failed" in answer ? (
          <Notice
            kind="error"
            live
            action={
              <Button size="small" onPress={() => setAgain(again + 1)}>
                {t("again")}
              </Button>
            }
          >
            {t(`failed.${answer.failed}`)}
          </Notice>
        ) : null}
        {listing !== null && one === undefined ? <p>{t("nowhere")}</p> : null}
        {listing === null || one === undefined ? null : (
          <div className="grid gap-5 sm:grid-cols-[18rem_minmax(0,1fr)]">
            <div className="flex min-w-0 flex-col gap-2">
              <MentionList
                mentions={mentions}
                chosen={mentionKey(one)}
                me={desk.me}
                codeOf={codeOf}
                onChoose={(key) => {
                  setChosen(key);
                  setForm({ begin: "replace", focus: false, n: form.n + 1 });
                }}
                onGo={(begin) => setForm({ begin, focus: true, n: form.n + 1 })}
              />
              {listing.count > mentions.length ? (
                <div className="flex flex-wrap items-center gap-2 text-sm text-soft">
                  <span>{t("here.part", { from: from + 1, to: from + mentions.length, all: listing.count })}</span>
                  <Button size="small" isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - PAGE))}>
                    {t("here.earlier")}
                  </Button>
                  <Button
                    size="small"
                    isDisabled={from + mentions.length >= listing.count}
                    onPress={() => setFrom(from + PAGE)}
                  >
                    {t("here.later")}
                  </Button>
                </div>
              ) : null}
            </div>
            <section aria-label={t("here.one", { source: codeOf(one) })} className="flex min-w-0 flex-col gap-4">
              <p lang={one.lang} dir="auto" className="border-s-2 border-line-strong ps-3 break-words">
                {one.before}
                <mark className="rounded-sm bg-highlight px-0.5 text-ink">{one.words}</mark>
                {one.after}
              </p>
              {one.otherwise ? (
                <MentionSecond
                  otherwise={one.otherwise}
                  me={desk.me}
                  onSay={(on) => one.otherwise && second(one.otherwise, on)}
                />
              ) : null}
              <DecisionForm
                key={`${mentionKey(one)} ${one.otherwise?.decision ?? ""} ${form.n}`}
                before={one.otherwise ?? OPEN}
                ladder={entry.levels}
                mayBeOrdinary
                begin={form.begin}
                alone={!direct(rowOf(entry))}
                here={{ alone: entry.of === "term" }}
                takesFocus={form.focus}
                onDecide={(decided) => decide(one, decided)}
              />
            </section>
          </div>
        )}
      </div>
    </Dialog>
  );
}
