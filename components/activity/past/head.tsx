"use client";
/** Says plainly that this is the past and which moment of it, and leads to others: step by step, along the log, by date. */
import { ChevronLeft, ChevronRight, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { momentInWords, timeIn } from "#lib/client/i18n/moment.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { useNames } from "#lib/client/activity/use-names.ts";
import type { Looked } from "#lib/client/activity/use-moment.ts";
import type { Thing } from "#lib/domain/activity/shape.ts";
import { usePersonName } from "#lib/client/study/use-person-name.ts";
import { Sentence } from "../sentence.tsx";

export type View = "board" | "outline" | "codebook" | "changed";
export type Go = (change: Readonly<Record<string, string | null>>) => void;

type Props = Readonly<{ study: string; looked: Looked | null; busy: boolean; view: View; onGo: Go }>;

const NONE: ReadonlyMap<string, Thing> = new Map();

export function PastHead({ study, looked, busy, view, onGo }: Props) {
  const t = useTranslations("activity.past");
  const lang = useLang();
  const moment = looked?.moment ?? null;
  const entry = moment?.part.entries[0] ?? null;
  const things = moment ? new Map(moment.part.things.map((thing) => [thing.id, thing])) : NONE;
  const names = useNames(things);
  const person = usePersonName(entry?.actor ?? "");
  const when = entry ? momentInWords(entry.at, lang) : null;
  const step = (seq: number) => onGo({ at: String(seq), on: null });
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line bg-accent-tint px-3 py-2 sm:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <History aria-hidden size={20} className="shrink-0 text-accent" />
        <div className="min-w-0 grow basis-60" aria-live="polite">
          <h1 className="text-lg leading-tight">{when === null ? t("title") : t("asOf", { when })}</h1>
          {entry ? (
            <p className="text-sm wrap-anywhere text-soft [&_bdi]:bg-transparent [&_bdi]:px-0 [&_bdi]:text-ink">
              {person ? `${person} ` : null}
              <Sentence entry={entry} deed={entry.deed} names={names} />
            </p>
          ) : null}
        </div>
        <Select
          label={t("view")}
          hideLabel
          size="small"
          selectedKey={view}
          onSelectionChange={(key) => onGo({ view: String(key) })}
          className="w-40"
        >
          {(["board", "outline", "codebook", "changed"] as const).map((each) => (
            <Option key={each} id={each}>
              {t(`views.${each}`)}
            </Option>
          ))}
        </Select>
        <LinkButton size="small" href={`/studies/${study}/${view === "codebook" ? "tags" : "board"}`}>
          {t("now")}
        </LinkButton>
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="flex min-w-52 grow items-center gap-1">
          <IconButton
            icon={ChevronLeft}
            size="small"
            label={t("previous")}
            isDisabled={moment?.previous == null}
            onPress={() => moment?.previous && step(moment.previous)}
          />
          {moment ? <Along key={moment.seq} seq={moment.seq} head={moment.head} busy={busy} onStep={step} /> : null}
          <IconButton
            icon={ChevronRight}
            size="small"
            label={t("next")}
            isDisabled={moment?.next == null}
            onPress={() => moment?.next && step(moment.next)}
          />
        </div>
        <OnDate
          key={entry?.at}
          label={t("on")}
          go={t("go")}
          at={entry?.at ?? null}
          onMinute={(on) => onGo({ on, at: null })}
        />
      </div>
    </header>
  );
}

/** A place along the whole log; it is gone to when the hand lets go. */
function Along({
  seq,
  head,
  busy,
  onStep,
}: Readonly<{ seq: number; head: number; busy: boolean; onStep: (seq: number) => void }>) {
  const t = useTranslations("activity.past");
  const [at, setAt] = useState(seq);
  const settle = () => {
    if (at !== seq) onStep(at);
  };
  return (
    <input
      type="range"
      min={1}
      max={head}
      value={at}
      aria-label={t("along")}
      aria-valuetext={t("step", { seq: at, head })}
      aria-busy={busy}
      className="h-6 min-w-0 grow accent-accent focus-visible:ring-focus touch:h-11"
      onChange={(event) => setAt(Number(event.target.value))}
      onPointerUp={settle}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}

/** A minute of a day, which is gone to by Enter or the button. */
export function OnDate({
  label,
  go,
  at,
  onMinute,
}: Readonly<{ label: string; go: string; at: string | null; onMinute: (minute: string) => void }>) {
  const [minute, setMinute] = useState(at === null ? "" : `${dayOf(at)}T${timeIn(at)}`);
  return (
    <form
      className="flex items-end gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (minute !== "") onMinute(minute.slice(0, 16));
      }}
    >
      <TextField
        type="datetime-local"
        label={label}
        value={minute}
        onChange={setMinute}
        inputClassName="min-h-7 px-2 py-0.5 text-sm touch:min-h-11"
      />
      <Button type="submit" size="small">
        {go}
      </Button>
    </form>
  );
}
