"use client";
/** What screens that change a source have in common: who may, whether it is there, and its text once that has come. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { NotFetched } from "#components/ui/not-fetched.tsx";
import { useReading } from "#lib/client/reader/fetch.ts";
import type { Fetched } from "#lib/client/reader/fetch.ts";
import { useSpoken } from "#lib/client/reader/spoken.ts";
import { useSource } from "#lib/client/reader/use.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useStandingOf, useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import type { Reading } from "#lib/domain/source/reading.ts";

type ToChange = Readonly<{
  view: SourceView | null; // null while it is not there
  fetched: Fetched<Reading>;
  /** What is shown instead of the screen; null where nothing stands in its way. */
  barred: ReactNode;
}>;

/** @param noRight - what is said to whoever may not, and what it takes */
export function useToChange(
  study: string,
  source: string,
  noRight: Readonly<{ title: string; help: string }>,
): ToChange {
  const t = useTranslations("correct");
  const { me } = useStudy();
  const loaded = useStandingOf("loaded");
  const view = useSource(source, useSpoken());
  const fetched = useReading(study, source, view?.row.revision ?? null);
  const barred = (): ReactNode => {
    if (!may(me.role, "change") || !may(me.role, "readOriginals"))
      return (
        <EmptyState
          title={noRight.title}
          action={<LinkButton href={`/studies/${study}/sources/${source}`}>{t("toText")}</LinkButton>}
        >
          <p>{noRight.help}</p>
        </EmptyState>
      );
    if (!view && loaded)
      return (
        <EmptyState
          title={t("missing")}
          action={<LinkButton href={`/studies/${study}/sources`}>{t("toSources")}</LinkButton>}
        />
      );
    if (fetched.state === "failed")
      return <NotFetched title={t("failed")} again={t("again")} onAgain={fetched.retry} />;
    return null;
  };
  return { view, fetched, barred: barred() };
}
