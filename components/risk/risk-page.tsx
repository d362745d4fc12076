"use client";
/** The risk report of the study that is open, for its owners. */
import { useTranslations } from "next-intl";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useSettled } from "#lib/client/study/use-settled.ts";
import { useDesk } from "#lib/client/use-desk.ts";
import { RiskScreen } from "./risk-screen.tsx";

export function RiskPage() {
  const t = useTranslations("risk");
  const desk = useDesk();
  const settled = useSettled();
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        above={<Breadcrumbs crumbs={[{ href: `/studies/${desk.study}/report`, text: t("toReport") }]} />}
      />
      {desk.mayPublish && desk.mayReadOriginals ? (
        <RiskScreen desk={desk} {...settled} />
      ) : (
        <Notice>{t("notYours")}</Notice>
      )}
    </Page>
  );
}
