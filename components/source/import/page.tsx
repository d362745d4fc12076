"use client";
/** Bringing sources into the study that is open: what it offers to link to, in words. */
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useJobs, useRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { Choices } from "./item.ts";
import { ImportScreen } from "./screen.tsx";

export function ImportPage() {
  const t = useTranslations("sources");
  const { study, me } = useStudy();
  const speech = useWords();
  const jobs = useJobs();
  const locale = useLocale() === "cy" ? "cy" : "en";
  const [participants, organisations, guides, questions, studies] = [
    useRows("participant"),
    useRows("organisation"),
    useRows("guide"),
    useRows("question"),
    useRows("study"),
  ];
  const lang = studies[0]?.lang ?? locale;
  const choices = useMemo((): Choices => {
    const byOrd = (a: { ord: string }, b: { ord: string }) => (a.ord < b.ord ? -1 : 1);
    const named = (code: string, name: string | null | undefined) => (name ? `${code} · ${name}` : code);
    return {
      lang,
      participants: participants
        .toSorted((a, b) => a.number - b.number)
        .map((row) => ({ id: row.id, label: named(pseudonym(row), speech.name(row.name)) })),
      organisations: organisations
        .toSorted((a, b) => a.number - b.number)
        .map((row) => ({ id: row.id, label: named(`O${String(row.number).padStart(2, "0")}`, speech.name(row.name)) })),
      guides: guides.toSorted(byOrd).map(({ id, kind, minutes }) => ({
        id,
        kind,
        minutes,
        label: speech.wording(id, "name", locale)?.words || t("details.unnamedGuide"),
      })),
      questions: questions.toSorted(byOrd).map(({ id }, at) => ({
        id,
        label: speech.wording(id, "text", locale)?.words || t("survey.question", { n: at + 1 }),
      })),
    };
  }, [participants, organisations, guides, questions, speech, lang, locale, t]);
  return <ImportScreen study={study} choices={choices} mayChange={may(me.role, "change")} jobs={jobs} />;
}
