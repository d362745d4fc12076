"use client";
/** The topic guide: every question against every guide that asks it, in the order in which they are asked. */
import { ListPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { useFromRows, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { pair } from "#lib/domain/field.ts";
import type { GuideRow } from "#lib/domain/guide/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import { GuideForm } from "./guide-form.tsx";
import { GuideTable } from "./guide-table.tsx";
import type { GuideView, QuestionView } from "./guide-table.tsx";
import { QuestionForm } from "./question-form.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";

type Open = Readonly<{ what: "question"; id: string | null } | { what: "guide"; row: GuideRow | null }>;

export function GuideScreen() {
  const t = useTranslations("guide");
  const locale = useLang();
  const session = useStudy();
  const loaded = useStandingOf("loaded");
  const speech = useWords();
  const mayChange = may(session.me.role, "change");
  const [open, setOpen] = useState<Open | null>(null);
  const { questions, guides, asks, used } = useFromRows(["question", "guide", "guideQuestion", "source"], (rows) => ({
    questions: [...rows.all("question")].toSorted(byOrd),
    guides: [...rows.all("guide")].toSorted(byOrd),
    asks: new Set([...rows.all("guideQuestion")].map(({ id }) => id)),
    used: new Map([...rows.all("guide")].map(({ id }) => [id, rows.related("sourcesOfGuide", id).length])),
  }));

  const shownQuestions: readonly QuestionView[] = questions.map(({ id }) => {
    const own = speech.wording(id, "text", locale);
    const twin = own ? speech.exactly(id, "text", own.lang === "en" ? "cy" : "en") : null;
    return {
      id,
      text: own?.words || t("untitledQuestion"),
      lang: own?.lang ?? locale,
      twin: twin && twin.words !== "" ? { words: twin.words, lang: own?.lang === "en" ? "cy" : "en" } : null,
    };
  });
  const shownGuides: readonly GuideView[] = guides.map((row) => {
    const said = speech.wording(row.id, "name", locale);
    const name =
      said?.words ||
      (row.kind === "survey" ? t("untitledGuide.survey") : t("untitledGuide.interview", { minutes: row.minutes ?? 0 }));
    const asked = questions.filter((question) => asks.has(pair(row.id, question.id)));
    return {
      id: row.id,
      kind: row.kind,
      minutes: row.minutes,
      name,
      lang: said?.lang ?? locale,
      sources: used.get(row.id) ?? 0,
      asks: new Set(asked.map(({ id }) => id)),
    };
  });

  const place = (id: string, step: -1 | 1) => {
    const from = questions.findIndex((question) => question.id === id);
    const to = from + step;
    if (from < 0 || to < 0 || to >= questions.length) return;
    const others = questions.filter((question) => question.id !== id);
    void session.send({ kind: "question.place", id, after: others[to - 1]?.id ?? null });
    announce(t("moved", { place: to + 1, count: questions.length }));
  };
  const remove = async (what: "question" | "guide", id: string) => {
    const outcome = await session.send({ kind: `${what}.remove`, id });
    if (!("refused" in outcome)) toast({ text: t(what === "question" ? "removedQuestion" : "removedGuide") });
  };

  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          mayChange && loaded && questions.length > 0 ? (
            <>
              <Button onPress={() => setOpen({ what: "guide", row: null })}>
                <Plus aria-hidden size={16} />
                {t("addGuide")}
              </Button>
              <Button look="primary" onPress={() => setOpen({ what: "question", id: null })}>
                <ListPlus aria-hidden size={16} />
                {t("addQuestion")}
              </Button>
            </>
          ) : null
        }
      />
      {loaded ? null : <Skeleton lines={9} />}
      {loaded && questions.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            mayChange ? (
              <Button look="primary" onPress={() => setOpen({ what: "question", id: null })}>
                {t("empty.action")}
              </Button>
            ) : null
          }
        >
          {t("empty.body")}
        </EmptyState>
      ) : null}
      {loaded && questions.length > 0 ? (
        <GuideTable
          questions={shownQuestions}
          guides={shownGuides}
          mayChange={mayChange}
          onAsk={(guide, question, on) => void session.send({ kind: "guide.ask", guide, questions: [question], on })}
          onPlace={place}
          onEditQuestion={(id) => setOpen({ what: "question", id })}
          onRemoveQuestion={(id) => void remove("question", id)}
          onEditGuide={(id) => setOpen({ what: "guide", row: guides.find((row) => row.id === id) ?? null })}
          onRemoveGuide={(id) => void remove("guide", id)}
        />
      ) : null}
      {open?.what === "question" ? (
        <QuestionForm id={open.id} guides={shownGuides} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === "guide" ? <GuideForm row={open.row} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}
