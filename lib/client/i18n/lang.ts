"use client";
import { useLocale } from "next-intl";
import type { Lang } from "#lib/domain/field.ts";

/** The language that the interface is in. */
export function useLang(): Lang {
  return useLocale() === "cy" ? "cy" : "en";
}
