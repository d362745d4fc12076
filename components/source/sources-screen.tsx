"use client";
/** A list of sources; the responses of one survey stand together. */
import { FilePlus2, NotebookPen } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import type { SourceKind } from "#lib/domain/source/shape.ts";

export type SourceLine = Readonly<{
  id: string;
  code: string;
  kind: SourceKind;
  title: string | null;
  organisation: string | null;
  turns: number | null; // null: not counted (yet)
  quotes: number;
  heldOn: string | null;
  together: string | null; // the survey that it came with
}>;

type Props = Readonly<{
  study: string;
  lines: readonly SourceLine[];
  loaded: boolean;
  mayChange: boolean;
  jobs: React.ReactNode; // what is on its way in
}>;

const FIRST = 10; // responses of a survey that show before the rest is asked for

export function SourcesScreen({ study, lines, loaded, mayChange, jobs }: Props) {
  const t = useTranslations("sources");
  const [wish, setWish] = useState("");
  const bring = mayChange ? (
    <>
      <LinkButton look="primary" href={`/studies/${study}/sources/import`}>
        <FilePlus2 aria-hidden size={18} />
        {t("list.bring")}
      </LinkButton>
      <LinkButton href={`/studies/${study}/sources/note`}>
        <NotebookPen aria-hidden size={18} />
        {t("list.note")}
      </LinkButton>
    </>
  ) : null;
  const words = wish.trim().toLocaleLowerCase();
  const fits =
    words === ""
      ? lines
      : lines.filter((line) =>
          [line.code, line.title, line.organisation, t(`kind.${line.kind}`)].some((text) =>
            text?.toLocaleLowerCase().includes(words),
          ),
        );
  const quotes = lines.reduce((sum, line) => sum + line.quotes, 0);
  const groups = useMemo(() => {
    const surveys = new Map<string, SourceLine[]>();
    const single: SourceLine[] = [];
    for (const line of fits) {
      if (line.together === null) single.push(line);
      else surveys.set(line.together, [...(surveys.get(line.together) ?? []), line]);
    }
    return { single, surveys: [...surveys.values()] };
  }, [fits]);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader
        title={t("list.title")}
        lead={loaded && lines.length > 0 ? t("list.count", { count: lines.length, quotes }) : t("list.lead")}
        actions={
          lines.length > 0 ? (
            <>
              <LinkButton href={`/studies/${study}/coverage`}>{t("list.coverage")}</LinkButton>
              {bring}
            </>
          ) : null
        }
      />
      {jobs}
      {!loaded ? (
        <div className="flex flex-col gap-3" aria-busy="true">
          <Skeleton className="h-10" />
          <Skeleton className="h-10" />
          <Skeleton className="h-10" />
        </div>
      ) : lines.length === 0 ? (
        <EmptyState title={t("list.empty")} action={bring}>
          {mayChange ? t("list.emptyBody") : t("list.emptyBodyReader")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          {lines.length > 8 ? (
            <SearchField label={t("list.filter")} value={wish} onChange={setWish} className="max-w-sm" />
          ) : null}
          {fits.length === 0 ? <p className="text-soft">{t("list.none", { words: wish.trim() })}</p> : null}
          {groups.single.length > 0 ? <Lines study={study} label={t("list.table")} lines={groups.single} /> : null}
          {groups.surveys.map((survey) => (
            <SurveyLines key={survey[0]?.together} study={study} lines={survey} />
          ))}
        </div>
      )}
    </div>
  );
}

function SurveyLines({ study, lines }: Readonly<{ study: string; lines: readonly SourceLine[] }>) {
  const t = useTranslations("sources");
  const [all, setAll] = useState(false);
  const name = t("list.surveyOf", { name: lines[0]?.title ?? t("list.surveys"), count: lines.length });
  const shown = all ? lines.slice(0, 500) : lines.slice(0, FIRST);
  return (
    <section aria-label={name} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg">{name}</h2>
        <Link href={`/studies/${study}/answers`}>{t("list.readSurvey")}</Link>
      </div>
      <Lines study={study} label={name} lines={shown} survey />
      {shown.length < lines.length && !all ? (
        <div>
          <Button size="small" onPress={() => setAll(true)}>
            {t("list.more", { count: Math.min(lines.length, 500) - shown.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Lines({
  study,
  label,
  lines,
  survey = false,
}: Readonly<{ study: string; label: string; lines: readonly SourceLine[]; survey?: boolean }>) {
  const t = useTranslations("sources");
  const locale = useLocale();
  const day = (held: string | null) =>
    held === null ? <span className="text-soft">{t("list.noDate")}</span> : dayInWords(held, locale);
  return (
    <table aria-label={label} className="w-full border-collapse text-start">
      <thead className="hidden sm:table-header-group">
        <tr className="border-b border-line-strong text-sm">
          <th scope="col" className="w-20 py-2 pe-3 text-start font-semibold">
            {t("list.code")}
          </th>
          {survey ? null : (
            <th scope="col" className="px-3 py-2 text-start font-semibold">
              {t("list.name")}
            </th>
          )}
          {survey ? null : (
            <th scope="col" className="px-3 py-2 text-start font-semibold">
              {t("list.kind")}
            </th>
          )}
          <th scope="col" className="px-3 py-2 text-start font-semibold">
            {t("list.organisation")}
          </th>
          {survey ? null : (
            <th scope="col" className="px-3 py-2 text-end font-semibold">
              {t("list.turns")}
            </th>
          )}
          <th scope="col" className="px-3 py-2 text-end font-semibold">
            {t("list.quotes")}
          </th>
          <th scope="col" className="py-2 ps-3 text-start font-semibold">
            {t("list.held")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.id}
            className="grid grid-cols-[4rem_minmax(0,1fr)_auto] gap-x-3 border-b border-line py-2.5 hover:bg-sunk sm:table-row sm:py-0"
          >
            <td className="font-semibold tabular-nums sm:py-2.5 sm:pe-3">
              <Link
                href={`/studies/${study}/sources/${line.id}`}
                aria-label={t("list.open", { code: line.code })}
                className="inline-flex min-h-6 items-center"
              >
                {line.code}
              </Link>
            </td>
            {survey ? null : (
              <td className="min-w-0 break-words sm:px-3 sm:py-2.5">
                {line.title ?? <span className="text-soft">{t("list.untitled")}</span>}
              </td>
            )}
            {survey ? null : (
              <td className="hidden text-soft sm:table-cell sm:px-3 sm:py-2.5">{t(`kind.${line.kind}`)}</td>
            )}
            <td
              className={
                survey
                  ? "min-w-0 sm:px-3 sm:py-2.5"
                  : "col-start-2 row-start-2 min-w-0 text-sm text-soft sm:px-3 sm:py-2.5 sm:text-base sm:text-ink"
              }
            >
              {line.organisation ?? <span className="text-soft">{t("list.noOrganisation")}</span>}
            </td>
            {survey ? null : (
              <td className="hidden text-end text-soft tabular-nums sm:table-cell sm:px-3 sm:py-2.5">{line.turns}</td>
            )}
            <td className="col-start-3 row-start-1 text-end tabular-nums sm:px-3 sm:py-2.5">
              {line.quotes}
              <span className="sr-only sm:hidden"> {t("list.quotes")}</span>
            </td>
            <td className="col-start-2 row-start-3 text-sm whitespace-nowrap sm:py-2.5 sm:ps-3 sm:text-base">
              {day(line.heldOn)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
