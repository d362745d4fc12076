"use client";
/** The settings of a study: its people, the invitations, how long originals are kept, the archive and the trash. */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { Kept } from "./kept.tsx";
import { Invitations } from "./invitations.tsx";
import type { Waiting } from "./invitations.tsx";
import { MemberList } from "./member-list.tsx";
import type { Known } from "./member-list.tsx";
import { PutAway } from "./put-away.tsx";

export function SettingsScreen({
  people,
  waiting,
}: Readonly<{ people: readonly Known[]; waiting: readonly Waiting[] }>) {
  const t = useTranslations("members");
  const { study, me } = useStudy();
  const owns = may(me.role, "managePeople");
  return (
    <Page>
      <PageHeader title={t("settings")} />
      <div className="flex max-w-3xl flex-col gap-12">
        <Part id="people" title={t("title")} lead={t("lead")}>
          {owns ? null : <Notice>{t("ownersOnly")}</Notice>}
          <MemberList people={people} />
        </Part>
        {owns ? (
          <>
            <Part id="invite" title={t("inviteTitle")} lead={t("inviteLead")}>
              <Invitations study={study} waiting={waiting} />
            </Part>
            <Part id="kept" title={t("kept.title")} lead={t("kept.lead")}>
              <Kept />
            </Part>
            <Part id="away" title={t("awayTitle")}>
              <PutAway />
            </Part>
          </>
        ) : null}
      </div>
    </Page>
  );
}

function Part({
  id,
  title,
  lead,
  children,
}: Readonly<{ id: string; title: string; lead?: string; children: React.ReactNode }>) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div>
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead ? <p className="mt-1 max-w-measure text-soft">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}
