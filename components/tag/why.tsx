"use client";
/** The field for why tags are merged or split; it stands in their history. */
import { useTranslations } from "next-intl";
import { TextArea } from "#components/ui/text-area.tsx";

export function WhyField({ value, onChange }: Readonly<{ value: string; onChange: (reason: string) => void }>) {
  const t = useTranslations("codebook");
  return (
    <TextArea
      label={t("why")}
      description={t("whyHelp")}
      optional
      rows={2}
      maxLength={4000}
      value={value}
      onChange={onChange}
    />
  );
}
