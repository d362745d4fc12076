"use client";
/** What is other than when the risk report was signed, in counts. */
import { useTranslations } from "next-intl";
import type { Changes } from "#lib/domain/risk/seal-shape.ts";

export function ChangedSince({ changes }: Readonly<{ changes: Changes }>) {
  const t = useTranslations("risk.sign");
  const { more, fewer, otherwise, parts } = changes;
  const lines = [
    ...(more > 0 ? [t("more", { count: more })] : []),
    ...(fewer > 0 ? [t("fewer", { count: fewer })] : []),
    ...(otherwise === null ? [t("others")] : otherwise > 0 ? [t("otherwise", { count: otherwise })] : []),
    ...parts.map((part) => t(`part.${part}`)),
  ];
  return (
    <>
      <p>{t("since")}</p>
      <ul className="list-disc ps-5">
        {lines.length === 0 ? <li>{t("something")}</li> : lines.map((line) => <li key={line}>{line}</li>)}
      </ul>
    </>
  );
}
