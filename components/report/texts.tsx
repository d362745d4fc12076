"use client";
/** The texts that people write for the report, in both languages; what the data say is added by itself. */
import { useTranslations } from "next-intl";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { REPORT_FIELDS } from "#lib/domain/study/shape.ts";

export function Texts({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("report");
  return (
    <div className="flex flex-col gap-9">
      {REPORT_FIELDS.map((field) => (
        <BilingualPad
          key={field}
          subject={desk.study}
          field={field}
          level={3}
          label={t(`text.${field}`)}
          description={t(`textHelp.${field}`)}
          rows={5}
          value={{ en: desk.slot(desk.study, field, "en").words, cy: desk.slot(desk.study, field, "cy").words }}
          isReadOnly={!desk.mayChange}
        />
      ))}
    </div>
  );
}
