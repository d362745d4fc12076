"use client";
/** The first page of a study: where it stands, and what it says about itself in both languages. */
import { useTranslations } from "next-intl";
import { AgreementsNotice } from "#components/people/agreements-notice.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useFromRows, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { writeWording } from "#lib/client/study/wording.ts";
import { may } from "#lib/domain/member/shape.ts";
import { progress } from "#lib/domain/study/progress.ts";
import type { Noun } from "#lib/domain/study/rows.ts";
import { STUDY_FIELDS } from "#lib/domain/study/shape.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { KeptNotice } from "./kept-notice.tsx";
import { Ledger } from "./ledger.tsx";
import { StudyText } from "./study-text.tsx";
import type { StudyField, Words } from "./study-text.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";

const COUNTED: readonly Noun[] = [
  "source",
  "quote",
  "board",
  "card",
  "theme",
  "finding",
  "evidence",
  "organisation",
  "participant",
  "identifier",
  "wording",
];

export function Overview() {
  const t = useTranslations("study");
  const locale = useLang();
  const session = useStudy();
  const loaded = useStandingOf("loaded");
  const speech = useWords();
  const { study } = session;
  const told = useFromRows(COUNTED, (rows) => progress(rows, study));
  const mayWrite = may(session.me.role, "change");
  const title = speech.wording(study, "title", locale);

  const words = (field: StudyField): Words => {
    const said = (lang: "en" | "cy") =>
      speech.phrase(session.state.rows.live("wording", slot(study, field, lang))?.phrase);
    return { en: said("en"), cy: said("cy") };
  };

  if (!loaded) {
    return (
      <Page className="flex flex-col gap-8">
        <Skeleton className="h-9 w-2/3" />
        <Skeleton className="h-64" />
        <Skeleton lines={6} />
      </Page>
    );
  }
  return (
    <Page className="flex flex-col gap-10">
      <div>
        <PageHeader
          title={title && title.words !== "" ? <span lang={title.lang}>{title.words}</span> : t("untitled")}
          className="max-w-4xl"
        />
        {mayWrite ? null : <Notice className="mb-6">{t("readOnly")}</Notice>}
        <KeptNotice />
        <AgreementsNotice
          action={
            <LinkButton size="small" href={`/studies/${study}/people`}>
              {t("toPeople")}
            </LinkButton>
          }
        />
        <Ledger study={study} progress={told} />
      </div>
      <section aria-labelledby="texts" className="flex flex-col gap-6">
        <header className="flex flex-col gap-1">
          <h2 id="texts" className="text-xl">
            {t("texts.title")}
          </h2>
          <p className="max-w-measure text-soft">
            {t("texts.lead")} {told.texts.half > 0 ? t("texts.half", { count: told.texts.half }) : null}
          </p>
        </header>
        {STUDY_FIELDS.map((field) => (
          <StudyText
            study={study}
            key={field}
            field={field}
            words={words(field)}
            mayWrite={mayWrite}
            onSave={(lang, said) => writeWording(session, study, field, lang, said)}
          />
        ))}
      </section>
    </Page>
  );
}
