"use client";
/** Coverage: how much of what was said is quoted, and which sources, participants and questions nobody has touched. */
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { TakeNumbers } from "#components/matrix/take.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useCovered } from "#lib/client/reader/coverage.ts";
import { useAnswerCounts, useCoverage } from "#lib/client/reader/fetch.ts";
import { useQuestionText } from "#lib/client/reader/use.ts";
import { useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { COVERED } from "#lib/domain/matrix/order.ts";
import { may } from "#lib/domain/member/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { CoverTable } from "./table.tsx";
import type { Line } from "./table.tsx";
import { NotFetched } from "#components/ui/not-fetched.tsx";

export function CoverageScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("coverage");
  const kinds = useTranslations("reader");
  const session = useStudy();
  const loaded = useStandingOf("loaded");
  const speech = useWords();
  const textOf = useQuestionText();
  const fetched = useCoverage(study);
  const answers = useAnswerCounts(study);
  const covered = useCovered(fetched.state === "ready" ? fetched.value : null);
  const [only, setOnly] = useState(false);
  const originals = may(session.me.role, "readOriginals");

  const { sources, surveys, participants, questions } = covered;
  const lines = useMemo(
    () => ({
      sources: [
        ...sources.map(({ row, words, quoted, quotes }): Line => {
          const title = (originals && speech.name(row.title)) || kinds(`kind.${row.kind}`);
          return {
            id: row.id,
            name: <Link href={`/studies/${study}/sources/${row.id}`}>{`${sourceCode(row)} ${title}`}</Link>,
            words,
            quoted,
            numbers: [quotes],
            touched: quotes > 0,
          };
        }),
        ...surveys.map(({ original, responses, touched, words, quoted, quotes }): Line => ({
          id: original,
          name: <Link href={`/studies/${study}/answers`}>{t("survey", { touched, count: responses })}</Link>,
          words,
          quoted,
          numbers: [quotes],
          touched: quotes > 0,
        })),
      ],
      participants: participants.map(({ row, sources: many, quotes }): Line => {
        const name = originals && speech.name(row.name);
        return {
          id: row.id,
          name: name ? `${pseudonym(row)} ${name}` : pseudonym(row),
          numbers: [many, quotes],
          touched: quotes > 0,
        };
      }),
      questions: questions.map(({ id, quotes, sources: many }, at): Line => {
        const given = answers.state === "ready" ? (answers.value[id] ?? 0) : 0;
        const label = `${at + 1}. ${textOf(id) ?? ""}`;
        return {
          id,
          name: given > 0 ? <Link href={`/studies/${study}/answers?question=${id}`}>{label}</Link> : label,
          numbers: [given, quotes, many],
          touched: quotes > 0,
        };
      }),
    }),
    [sources, surveys, participants, questions, answers, originals, speech, kinds, textOf, study, t],
  );

  if (fetched.state === "failed") return <NotFetched title={t("failed")} again={t("again")} onAgain={fetched.retry} />;
  if (fetched.state === "loading" || !loaded)
    return (
      <div className="grid h-full place-items-center p-10">
        <Spinner label={t("loading")} />
      </div>
    );
  if (lines.sources.length === 0)
    return (
      <Page>
        <PageHeader title={t("title")} />
        <EmptyState
          title={t("empty")}
          action={<LinkButton href={`/studies/${study}/sources`}>{t("toSources")}</LinkButton>}
        >
          <p>{t("emptyHelp")}</p>
        </EmptyState>
      </Page>
    );
  const things = COVERED.filter((of) => lines[of].length > 0).map((of) => ({
    label: t(of),
    order: { view: "coverage" as const, of },
  }));
  const words = [...sources, ...surveys].reduce((sum, one) => sum + one.words, 0);
  const quoted = [...sources, ...surveys].reduce((sum, one) => sum + one.quoted, 0);
  const bare = (some: readonly Line[]) => some.filter(({ touched }) => !touched).length;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead", {
          share: words === 0 ? 0 : quoted / words,
          words,
          sources: bare(lines.sources),
          participants: bare(lines.participants),
          questions: bare(lines.questions),
        })}
        actions={
          <>
            <Switch isSelected={only} onChange={setOnly}>
              {t("only")}
            </Switch>
            <TakeNumbers study={study} things={things} />
          </>
        }
      />
      <div className="flex flex-col gap-10">
        <CoverTable
          title={t("sources")}
          first={t("source")}
          columns={[t("quotes")]}
          shares
          lines={lines.sources}
          only={only}
        />
        {lines.participants.length > 0 ? (
          <CoverTable
            title={t("participants")}
            first={t("participant")}
            columns={[t("inSources"), t("quotes")]}
            lines={lines.participants}
            only={only}
          />
        ) : null}
        {lines.questions.length > 0 ? (
          <CoverTable
            title={t("questions")}
            first={t("question")}
            columns={[t("answers"), t("quotes"), t("inSources")]}
            lines={lines.questions}
            only={only}
          />
        ) : null}
      </div>
    </Page>
  );
}
