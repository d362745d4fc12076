"use client";
/** The texts that people write for the report, in both languages; what the data say is added by itself. */
import { useTranslations } from "next-intl";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { write } from "#lib/client/desk.ts";
import type { Desk } from "#lib/client/desk.ts";

const FIELDS = ["introduction", "problem", "questions", "definitions", "approach", "limitations"] as const;

export function Texts({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("report");
  return (
    <div className="flex flex-col gap-9">
      {FIELDS.map((field) => (
        <BilingualText
          key={field}
          level={3}
          label={t(`text.${field}`)}
          description={t(`textHelp.${field}`)}
          rows={5}
          value={{ en: desk.slot(desk.study, field, "en").words, cy: desk.slot(desk.study, field, "cy").words }}
          isReadOnly={!desk.mayChange}
          onSave={(lang, words) => write(desk, desk.study, field, lang, words)}
        />
      ))}
    </div>
  );
}
