"use client";
import { useTranslations } from "next-intl";
import { signed } from "#lib/domain/signature/shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";

/** What a signature is of, in words: which files, and what stands beside their quotes. */
export function useSigned(): (of: SignableId) => string {
  const t = useTranslations("risk");
  return (of) => {
    const { file, beside } = signed(of);
    return t("sign.of", { files: t(`files.${file}`), beside: t(`sign.beside.${beside}`) });
  };
}
