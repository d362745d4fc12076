"use client";
/** Says that nothing leaves before all sources have been looked through. */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";

export function StillSearching() {
  const t = useTranslations("identifier");
  return <Notice kind="warn" live title={t("still")} />;
}
