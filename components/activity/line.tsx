"use client";
/** One line of the log: who, when and what; where several were gathered, they open below it. */
import { ArrowUpRight, ChevronRight, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useId, useState } from "react";
import { join } from "#components/ui/join.ts";
import { BareLink, Link } from "#components/ui/link.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { momentInWords, timeIn } from "#lib/client/i18n/moment.ts";
import { wayTo } from "#lib/client/activity/way.ts";
import { usePersonName } from "#lib/client/study/use-person-name.ts";
import { thingAt } from "#lib/domain/activity/names.ts";
import { deedOfLine } from "#lib/domain/activity/gather.ts";
import type { Line } from "#lib/domain/activity/gather.ts";
import type { Names } from "#lib/domain/activity/sentence.ts";
import type { Deed, Entry, Thing } from "#lib/domain/activity/shape.ts";
import { Sentence, useTold } from "./sentence.tsx";

export type LineProps = Readonly<{
  study: string;
  line: Line;
  names: Names;
  things: ReadonlyMap<string, Thing>;
  /** Says the day too, where no heading does. */
  withDay?: boolean;
}>;

type WaysProps = Readonly<{
  study: string;
  entry: Entry;
  deed: Deed;
  names: Names;
  things: ReadonlyMap<string, Thing>;
}>;

export const ActivityLine = memo(function ActivityLine({ study, line, names, things, withDay = false }: LineProps) {
  const lang = useLang();
  const t = useTranslations("activity");
  const [first] = line;
  const person = usePersonName(first.actor) ?? t("someone");
  const [open, setOpen] = useState(false);
  const steps = useId();
  const deed = deedOfLine(line);
  return (
    <li className="border-b border-line py-2 [contain-intrinsic-size:auto_3rem] [content-visibility:auto]">
      <div className="flex items-baseline gap-3">
        <time
          dateTime={first.at}
          className={join("shrink-0 text-sm text-soft tabular-nums", withDay ? "w-32" : "w-11")}
        >
          {withDay ? momentInWords(first.at, lang) : timeIn(first.at)}
        </time>
        <p className="min-w-0 grow wrap-anywhere">
          <span className="font-semibold">{person}</span> <Sentence entry={first} deed={deed} names={names} />
        </p>
        <Ways study={study} entry={first} deed={deed} things={things} names={names} />
      </div>
      {line.length > 1 ? (
        <div className="ps-14">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={steps}
            onClick={() => setOpen(!open)}
            className="flex min-h-6 items-center gap-1 rounded text-sm text-soft hover:text-ink focus-visible:ring-focus touch:min-h-11"
          >
            <ChevronRight aria-hidden size={14} className={open ? "rotate-90" : ""} />
            {t("each", { count: line.length })}
          </button>
          <ol id={steps} hidden={!open} className="mt-1 flex flex-col gap-1 text-sm">
            {open
              ? line.map((entry) => (
                  <li key={entry.seq} className="flex items-baseline gap-3">
                    <time dateTime={entry.at} className="w-11 shrink-0 text-soft tabular-nums">
                      {timeIn(entry.at)}
                    </time>
                    <span className="min-w-0 grow wrap-anywhere">
                      <Sentence entry={entry} deed={entry.deed} names={names} />
                    </span>
                    <Ways study={study} entry={entry} deed={entry.deed} things={things} names={names} />
                  </li>
                ))
              : null}
          </ol>
        </div>
      ) : null}
    </li>
  );
});

/** The ways to what a deed speaks of, where that is still there, and to the study as it was then. */
function Ways({ study, entry, deed, things, names }: WaysProps) {
  const t = useTranslations("activity");
  const told = useTold();
  const way = wayTo(things, deed.one) ?? wayTo(things, deed.place);
  const plain = told(entry, deed, names).replaceAll(/[\u2066-\u2069]/gu, "");
  const past = new URLSearchParams({ at: String(entry.seq), ...viewOf(entry, things) });
  return (
    <span className="flex shrink-0 items-center gap-1 text-sm sm:gap-3">
      {way === null ? null : (
        <Link
          href={`/studies/${study}${way}`}
          aria-label={`${t("go")}: ${plain}`}
          className="grid place-items-center max-sm:size-7 max-sm:touch:size-11 sm:py-0.5"
        >
          <span className="max-sm:sr-only">{t("go")}</span>
          <ArrowUpRight aria-hidden size={16} className="sm:hidden" />
        </Link>
      )}
      <BareLink
        href={`/studies/${study}/activity/past?${past}`}
        aria-label={`${t("asItWasAt", { time: timeIn(entry.at) })}: ${plain}`}
        title={t("asItWas")}
        className="grid size-7 place-items-center rounded text-soft ring-none hover:bg-sunk hover:text-ink focus-visible:ring-focus touch:size-11"
      >
        <History aria-hidden size={16} />
      </BareLink>
    </span>
  );
}

/** What of that moment is looked at first: the codebook where tags were worked on, else the board that it happened on. */
function viewOf({ kind, deed }: Entry, things: ReadonlyMap<string, Thing>): Record<string, string> {
  if (kind.startsWith("tag")) return { view: "codebook" };
  for (const ref of [deed.one, deed.place]) {
    const found = ref ? thingAt(things, ref) : null;
    const board = found?.noun === "board" ? found.id : found?.board;
    if (board) return { board };
  }
  return {};
}
