import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { JoinHere } from "#components/account/join-here.tsx";
import { JoinTabs } from "#components/account/join-tabs.tsx";
import { Front } from "#components/frame/front.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { currentPerson } from "#lib/server/auth/page.ts";
import { hashToken } from "#lib/server/auth/token.ts";
import { titleFor } from "#lib/server/load/shelf.ts";
import { registry } from "#lib/server/registry.ts";
import { links } from "#lib/server/store/link.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("join.title"), referrer: "no-referrer" };
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { db, vault } = registry();
  const t = await getTranslations("auth");
  const c = await getTranslations("common");
  const link = await links(db).invitation(hashToken(token));
  if (!link || link.usedAt !== null || link.expiresAt <= new Date()) {
    return (
      <Front title={t("join.deadTitle")} lead={t("join.dead")}>
        <LinkButton href="/">{t("toStudies")}</LinkButton>
      </Front>
    );
  }
  const title = await titleFor(db, vault, link.study, link.role, (await getLocale()) === "cy" ? "cy" : "en");
  const person = await currentPerson();
  const lead = t.rich("join.lead", {
    by: link.byName ?? t("join.somebody"),
    study: () => (
      <strong className="text-ink" lang={title?.lang}>
        {title?.title ?? ""}
      </strong>
    ),
    role: c(`role.${link.role}`),
  });
  return (
    <Front
      title={t("join.title")}
      lead={
        <>
          <p>{lead}</p>
          <p className="mt-2">{t(`join.may.${link.role}`)}</p>
        </>
      }
    >
      {person ? <JoinHere token={token} name={person.name} /> : <JoinTabs token={token} />}
    </Front>
  );
}
