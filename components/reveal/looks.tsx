"use client";
/** Who has looked at which originals and why, for owners of the study. Rules: docs/spec/reveal.md, RV6. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { momentInWords } from "#lib/client/i18n/moment.ts";
import { fetchLooks } from "#lib/client/reveal/reveal.ts";
import type { LooksAnswer } from "#lib/client/reveal/reveal.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import type { Look } from "#lib/domain/reveal/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

export function Looks({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("reveal");
  const nameOf = usePersonNames();
  const [answer, setAnswer] = useState<LooksAnswer | null>(null);
  const { study } = desk;
  useEffect(() => {
    const stop = new AbortController();
    void fetchLooks(study, stop.signal).then((next) => stop.signal.aborted || setAnswer(next));
    return () => stop.abort();
  }, [study]);
  const where = ({ source, start, end }: Look) => {
    const row = desk.rows.live("source", source);
    return row ? (
      <Link href={`/studies/${study}/sources/${source}?at=${start}-${end}`}>{sourceCode(row)}</Link>
    ) : (
      t("log.gone")
    );
  };
  return (
    <section aria-label={t("log.title")} className="flex flex-col gap-4">
      <p className="max-w-measure text-soft">{t("log.lead")}</p>
      {answer === null ? <Skeleton lines={4} /> : null}
      {answer !== null && "failed" in answer ? (
        <Notice kind="error" live title={t(`log.failed.${answer.failed}`)} />
      ) : null}
      {answer !== null && "looks" in answer && answer.looks.length === 0 ? <p>{t("log.empty")}</p> : null}
      {answer !== null && "looks" in answer && answer.looks.length > 0 ? (
        <ol className="flex flex-col rounded-md border border-line">
          {answer.looks.map((look) => (
            <li key={look.id} className="flex flex-col gap-0.5 border-b border-line px-3 py-2 last:border-b-0">
              <span className="flex flex-wrap gap-x-2">
                <bdi className="font-semibold">{nameOf(look.person) ?? t("log.somebody")}</bdi>
                <span>{t(`log.looked.${look.what}`)}</span>
                {where(look)}
                <time dateTime={look.at} className="text-soft">
                  {momentInWords(look.at, desk.locale)}
                </time>
              </span>
              <span className="break-words text-soft">{look.reason ?? t("log.erased")}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
