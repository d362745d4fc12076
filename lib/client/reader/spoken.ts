"use client";
/** What speakers without a name are called. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Spoken } from "./use.ts";

export function useSpoken(): Spoken {
  const t = useTranslations("reader");
  return useMemo(
    () => ({
      interviewer: t("interviewer"),
      participant: t("participant"),
      speaker: (number: number) => t("speaker", { number }),
    }),
    [t],
  );
}
