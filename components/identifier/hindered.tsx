"use client";
/** Says why a board or a table is not downloaded, with the way to what can be done about it. */
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { Held, isHeld } from "./held.tsx";

export type Hindrance = ReportFault | Readonly<{ failed: "denied" | "line" | "draw" }>;

/** @param denied - what is said to whoever may not have it */
export function Hindered({
  hindrance,
  study,
  denied,
}: Readonly<{ hindrance: Hindrance; study: string; denied: string }>) {
  const t = useTranslations("board-export");
  if ("failed" in hindrance) {
    const { failed } = hindrance;
    return <Notice kind="error" live title={failed === "denied" ? denied : t(`failed.${failed}`)} />;
  }
  if (isHeld(hindrance)) return <Held fault={hindrance} study={study} />;
  const open = hindrance.code === "report.open";
  return (
    <Notice
      kind={open ? "warn" : "error"}
      live
      title={open ? t("refused.open", { count: hindrance.open.length }) : t("refused.leak")}
      action={
        <LinkButton size="small" href={`/studies/${study}/report?part=names`}>
          {t("refused.decide")}
        </LinkButton>
      }
    >
      <p>{t(open ? "refused.openHow" : "refused.leakHow")}</p>
    </Notice>
  );
}
