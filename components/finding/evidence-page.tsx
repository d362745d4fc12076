"use client";
/** What stands behind one finding of the study that is open. */
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useStandingOf } from "#lib/client/study/provider.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { EvidenceScreen } from "./evidence-screen.tsx";

export function EvidencePage({ finding }: Readonly<{ finding: string }>) {
  const t = useTranslations("evidence");
  const desk = useDesk();
  const loaded = useStandingOf("loaded");
  return (
    <Page className="max-w-4xl">
      {!loaded ? (
        <div className="grid place-items-center p-10">
          <Spinner label={t("loading")} />
        </div>
      ) : desk.rows.live("finding", finding) ? (
        <EvidenceScreen desk={desk} finding={finding} />
      ) : (
        <EmptyState
          level={1}
          title={t("gone")}
          action={<LinkButton href={`/studies/${desk.study}/findings`}>{t("toFindings")}</LinkButton>}
        />
      )}
    </Page>
  );
}
