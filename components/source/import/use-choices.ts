"use client";
/** What a source that comes in can be linked to, in words. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useRows, useWords } from "#lib/client/study/provider.tsx";
import { useParticipants } from "#lib/client/study/use-participants.ts";
import type { Choices } from "./item.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

export function useChoices(): Choices {
  const t = useTranslations("sources");
  const speech = useWords();
  const locale = useLang();
  const participants = useParticipants();
  const [organisations, guides, questions, studies] = [
    useRows("organisation"),
    useRows("guide"),
    useRows("question"),
    useRows("study"),
  ];
  const lang = studies[0]?.lang ?? locale;
  return useMemo((): Choices => {
    const byOrd = (a: { ord: string }, b: { ord: string }) => (a.ord < b.ord ? -1 : 1);
    const named = (code: string, name: string | null | undefined) => (name ? `${code} · ${name}` : code);
    return {
      lang,
      participants: participants.filter(({ withdrawn }) => !withdrawn),
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
}
