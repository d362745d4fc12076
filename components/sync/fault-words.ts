"use client";
/** Says in words why a command was refused. */
import { useTranslations } from "next-intl";

export function useFaultWords(): (code: string) => string {
  const t = useTranslations("faults");
  return (code) => (t.has(code) ? t(code) : t("other"));
}
