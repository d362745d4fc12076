"use client";
/** Why a file cannot be brought in, in one clear sentence. */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { Told } from "#lib/client/import/send.ts";
import { sentenceValues } from "#lib/domain/import/sentence.ts";

export function Fault({ name, fault, action }: Readonly<{ name: string; fault: Told; action?: React.ReactNode }>) {
  const t = useTranslations("sources");
  const key = `fault.${fault.code}`;
  return (
    <Notice kind="error" live title={t("fault.heading", { name })} action={action}>
      {t.has(key) ? t(key, sentenceValues(fault)) : t("fault.server.failed")}
    </Notice>
  );
}
