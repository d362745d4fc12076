"use client";
/** All that was answered, question by question: interviews and survey together (docs/spec/passage.md, PA6). */
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useAnswerCounts } from "#lib/client/reader/fetch.ts";
import { useQuestionText } from "#lib/client/reader/use.ts";
import { useFromRows, useStandingOf } from "#lib/client/study/provider.tsx";
import { byOrd } from "#lib/domain/order.ts";
import { Question } from "./question.tsx";
import "../read/read.css";
import { NotFetched } from "#components/ui/not-fetched.tsx";

export function AnswersScreen({ study, beside = false }: Readonly<{ study: string; beside?: boolean }>) {
  const t = useTranslations("reader");
  const router = useRouter();
  const params = useSearchParams();
  const loaded = useStandingOf("loaded");
  const counts = useAnswerCounts(study);
  const textOf = useQuestionText();
  const questions = useFromRows(["question"], (rows) => [...rows.all("question")].toSorted(byOrd).map((row) => row.id));
  const asked = counts.state === "ready" ? questions.filter((id) => (counts.value[id] ?? 0) > 0) : [];
  const wanted = params.get("question");
  const question = wanted && asked.includes(wanted) ? wanted : (asked[0] ?? null);

  function go(id: string) {
    const address = new URL(location.href);
    address.searchParams.set("question", id);
    router.replace(`${address.pathname}${address.search}`);
  }

  if (counts.state === "failed") {
    return (
      <NotFetched title={t("failed")} again={t("again")} onAgain={counts.retry}>
        {t("failedHelp")}
      </NotFetched>
    );
  }
  if (counts.state === "loading" || !loaded)
    return (
      <div className="grid h-full place-items-center p-10">
        <Spinner label={t("loading")} />
      </div>
    );
  if (question === null) {
    return (
      <EmptyState
        title={t("noAnswers")}
        action={
          <LinkButton look="primary" href={`/studies/${study}/sources`}>
            {t("toSources")}
          </LinkButton>
        }
      >
        <p>{t("noAnswersHelp")}</p>
      </EmptyState>
    );
  }
  const label = (id: string, at: number) => `${at + 1}. ${textOf(id) ?? t("questionless")}`;
  return (
    <div className="reader">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h1 className="me-auto text-lg">{t("answers")}</h1>
        <Select
          label={t("question")}
          hideLabel
          className="w-full max-w-xl"
          selectedKey={question}
          onSelectionChange={(key) => key !== null && go(String(key))}
        >
          {asked.map((id, at) => (
            <Option
              key={id}
              id={id}
              textValue={label(id, at)}
              description={counts.state === "ready" ? t("answerCount", { count: counts.value[id] ?? 0 }) : ""}
            >
              {label(id, at)}
            </Option>
          ))}
        </Select>
        {beside ? null : (
          <LinkButton size="small" href={`/studies/${study}/board?answers=1&question=${question}`}>
            {t("beside")}
          </LinkButton>
        )}
      </header>
      <Question
        key={question}
        study={study}
        question={question}
        text={textOf(question) ?? t("questionless")}
        beside={beside}
      />
    </div>
  );
}
