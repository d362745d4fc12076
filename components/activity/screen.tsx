"use client";
/**
 * What was done in a study: a line for each thing, the latest first, by day. Which lines are shown stands in the address,
 * so that a link carries it. Rules: docs/spec/activity.md.
 */
import { ArrowUp, History } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Page } from "#components/ui/page.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { useActivity } from "#lib/client/activity/use-activity.ts";
import { useNames } from "#lib/client/activity/use-names.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { gather } from "#lib/domain/activity/gather.ts";
import type { Line } from "#lib/domain/activity/gather.ts";
import { EVERYTHING, Narrow } from "#lib/domain/activity/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import { ActivityFilters } from "./filters.tsx";
import { ActivityLine } from "./line.tsx";
import { Take } from "./take.tsx";

export function ActivityScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("activity");
  const lang = useLang();
  const { me } = useStudy();
  const router = useRouter();
  const asked = useSearchParams();
  const narrow = useMemo(() => {
    const read = Narrow.safeParse(
      Object.fromEntries(Object.keys(EVERYTHING).map((name) => [name, asked.get(name) || null])),
    );
    return read.success ? read.data : EVERYTHING; // an address that nobody made here shows everything
  }, [asked]);
  const { entries, things, next, fresh, busy, failed, older, show } = useActivity(narrow);
  const names = useNames(things);
  const days = useMemo(() => byDay(gather(entries)), [entries]);
  const head = useRef<HTMLDivElement>(null);

  function choose(change: Partial<Narrow>) {
    const chosen = Object.entries({ ...narrow, ...change }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    );
    router.replace(`/studies/${study}/activity${chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : ""}`);
  }

  const narrowed = Object.values(narrow).some((value) => value !== null);
  return (
    <Page className="max-w-4xl">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href={`/studies/${study}/activity/past`}>
            <History aria-hidden size={16} />
            {t("earlier")}
          </LinkButton>
        }
      />
      <ActivityFilters narrow={narrow} onChange={choose} />
      <div ref={head} tabIndex={-1} className="sticky top-0 z-10 flex justify-center py-2 ring-none" aria-live="polite">
        {fresh.count > 0 ? (
          <Button
            size="small"
            look="primary"
            onPress={() => {
              show();
              head.current?.scrollIntoView({ block: "center" });
              head.current?.focus({ preventScroll: true });
              announce(t("shown"));
            }}
          >
            <ArrowUp aria-hidden size={14} />
            {fresh.more ? t("freshMore", { count: fresh.count }) : t("fresh", { count: fresh.count })}
          </Button>
        ) : null}
      </div>
      {failed ? <Notice kind="error" live title={t("failed")} /> : null}
      <div aria-busy={busy}>
        {entries.length === 0 && !busy && !failed ? (
          <EmptyState
            title={t("nothing")}
            action={narrowed ? <Button onPress={() => choose(EVERYTHING)}>{t("clear")}</Button> : undefined}
          >
            <p>{t("nothingHelp")}</p>
          </EmptyState>
        ) : null}
        {days.map(({ day, lines }) => (
          <section key={day} aria-labelledby={`day-${day}`} className="pb-4">
            <h2 id={`day-${day}`} className="pb-1 text-base">
              {dayInWords(day, lang)}
            </h2>
            <ol className="border-t border-line">
              {lines.map((line) => (
                <ActivityLine key={line.at(-1)?.seq} study={study} line={line} names={names} things={things} />
              ))}
            </ol>
          </section>
        ))}
        <div className="flex flex-col items-center gap-3 pt-2">
          {busy ? <Spinner label={t("busy")} /> : null}
          {next !== null ? (
            <Button isPending={busy} onPress={older}>
              {t("older")}
            </Button>
          ) : entries.length > 0 && !narrowed ? (
            <p className="text-sm text-soft">{t("beginning")}</p>
          ) : null}
        </div>
      </div>
      {may(me.role, "export") ? <Take study={study} /> : null}
    </Page>
  );
}

function byDay(lines: readonly Line[]): { day: string; lines: Line[] }[] {
  const days: { day: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line[0].at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
