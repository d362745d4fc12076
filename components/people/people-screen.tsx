"use client";
/** Who takes part: organisations by how they were heard, each with its participants. */
import { Building2, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useFromRows, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import { KeptNotice } from "#components/study/kept-notice.tsx";
import { AgreementsNotice } from "./agreements-notice.tsx";
import { BodyWithdrawDialog } from "./body-withdraw-dialog.tsx";
import { BodySection } from "./body-section.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { ParticipantForm } from "./participant-form.tsx";
import { ErasedDialog } from "./erased-dialog.tsx";
import { ParticipantList } from "./participant-list.tsx";
import type { Act } from "./participant-list.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";
import { roster } from "./roster.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";

/** What is being written: a row to change, or a new one. */
type Open = Readonly<
  | { what: "organisation"; row: OrganisationRow | null }
  | { what: "participant"; row: ParticipantRow | null; organisation: string | null }
  | { what: "withdraw" | "erased"; row: ParticipantRow }
  | { what: "bodyWithdraw"; row: OrganisationRow }
>;

export function PeopleScreen() {
  const t = useTranslations("people");
  const session = useStudy();
  const loaded = useStandingOf("loaded");
  const speech = useWords();
  const told = useFromRows(["organisation", "participant", "source", "speaker"], roster);
  const mayChange = may(session.me.role, "change");
  const mayKnow = may(session.me.role, "readOriginals");
  const mayWithdraw = may(session.me.role, "managePeople");
  const [open, setOpen] = useState<Open | null>(null);

  const nameOf = (row: OrganisationRow) => speech.name(row.name) ?? bodyCode(row);
  const personOf = (row: ParticipantRow) => speech.name(row.name) ?? pseudonym(row);
  const remove = async (what: "organisation" | "participant", id: string, said: string) => {
    const outcome = await session.send({ kind: `${what}.remove`, id });
    if (!("refused" in outcome))
      toast({ text: t(what === "organisation" ? "removedOrganisation" : "removedParticipant", { name: said }) });
  };
  const actsOn = (row: ParticipantRow): readonly Act[] => {
    if (row.withdrawnOn !== null) return mayWithdraw && row.erased ? ["erased"] : [];
    return [
      ...(mayChange ? (["edit"] as const) : []),
      ...(mayWithdraw ? (["withdraw"] as const) : []),
      ...(mayChange ? (["remove"] as const) : []),
    ];
  };
  const act = (what: Act, row: ParticipantRow) => {
    if (what === "remove") void remove("participant", row.id, personOf(row));
    else if (what === "edit") setOpen({ what: "participant", row, organisation: row.organisation });
    else setOpen({ what, row });
  };
  const people = (rows: readonly ParticipantRow[], label: string) => (
    <ParticipantList label={label} rows={rows} speech={speech} mayKnow={mayKnow} actsOn={actsOn} onAct={act} />
  );

  if (!loaded) {
    return (
      <Page>
        <PageHeader title={t("title")} lead={t("lead")} />
        <Skeleton lines={8} />
      </Page>
    );
  }
  const empty = told.organisations === 0 && told.participants === 0;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={empty ? t("lead") : t("summary", { organisations: told.organisations, participants: told.participants })}
        actions={
          mayChange && !empty ? (
            <>
              <Button onPress={() => setOpen({ what: "participant", row: null, organisation: null })}>
                <UserPlus aria-hidden size={16} />
                {t("addParticipant")}
              </Button>
              <Button look="primary" onPress={() => setOpen({ what: "organisation", row: null })}>
                <Building2 aria-hidden size={16} />
                {t("addOrganisation")}
              </Button>
            </>
          ) : null
        }
      />
      {mayKnow ? null : <Notice className="mb-6">{t("hiddenNames")}</Notice>}
      <KeptNotice />
      <AgreementsNotice />
      {empty ? (
        <EmptyState
          title={t("empty.title")}
          action={
            mayChange ? (
              <Button look="primary" onPress={() => setOpen({ what: "organisation", row: null })}>
                {t("empty.action")}
              </Button>
            ) : null
          }
        >
          {t("empty.body")}
        </EmptyState>
      ) : null}
      <div className="flex flex-col gap-10">
        {told.groups.map(({ heard, bodies }) => (
          <section key={heard} aria-labelledby={`group-${heard}`}>
            <header className="flex flex-wrap items-baseline gap-x-3 border-b border-line-strong pb-1.5">
              <h2 id={`group-${heard}`} className="text-xl">
                {t(`group.${heard}`)}
              </h2>
              <p className="text-sm text-soft">{t("groupCount", { count: bodies.length })}</p>
            </header>
            {bodies.map((body) => (
              <BodySection
                key={body.row.id}
                body={body}
                name={nameOf(body.row)}
                aliases={speech.name(body.row.aliases) ?? null}
                mayChange={mayChange}
                onWithdraw={
                  mayWithdraw && body.participants.some(({ withdrawnOn }) => withdrawnOn === null)
                    ? () => setOpen({ what: "bodyWithdraw", row: body.row })
                    : null
                }
                onEdit={() => setOpen({ what: "organisation", row: body.row })}
                onAddParticipant={() => setOpen({ what: "participant", row: null, organisation: body.row.id })}
                onRemove={() => void remove("organisation", body.row.id, nameOf(body.row))}
              >
                {body.participants.length > 0 ? (
                  people(body.participants, t("participantsOf", { name: nameOf(body.row) }))
                ) : (
                  <p className="text-sm text-soft">{t("noParticipants")}</p>
                )}
              </BodySection>
            ))}
          </section>
        ))}
        {told.loose.length > 0 ? (
          <section aria-labelledby="group-loose" className="flex flex-col gap-3">
            <h2 id="group-loose" className="border-b border-line-strong pb-1.5 text-xl">
              {t("group.loose")}
            </h2>
            {people(told.loose, t("group.loose"))}
          </section>
        ) : null}
      </div>
      {open?.what === "organisation" ? <OrganisationForm row={open.row} onClose={() => setOpen(null)} /> : null}
      {open?.what === "participant" ? (
        <ParticipantForm row={open.row} organisation={open.organisation} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === "withdraw" ? <WithdrawDialog row={open.row} onClose={() => setOpen(null)} /> : null}
      {open?.what === "bodyWithdraw" ? <BodyWithdrawDialog row={open.row} onClose={() => setOpen(null)} /> : null}
      {open?.what === "erased" ? <ErasedDialog row={open.row} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}
