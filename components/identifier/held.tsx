"use client";
/** Says what holds a file back until somebody, or the house, has looked at what it is made of. */
import { useTranslations } from "next-intl";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useFromRows } from "#lib/client/study/provider.tsx";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

type HeldFault = Extract<ReportFault, { code: "report.searching" | "report.unread" }>;

export function isHeld(fault: Readonly<{ code: string }>): fault is HeldFault {
  return fault.code === "report.searching" || fault.code === "report.unread";
}

const MOST = 12; // sources that are named

export function Held({ fault, study }: Readonly<{ fault: HeldFault; study: string }>) {
  const t = useTranslations("identifier");
  const named = useFromRows(
    ["source"],
    (rows) =>
      fault.code === "report.unread" ? fault.sources.slice(0, MOST).flatMap((id) => rows.live("source", id) ?? []) : [],
    [fault],
  );
  if (fault.code === "report.searching") return <Notice kind="warn" live title={t("still")} />;
  return (
    <Notice
      kind="warn"
      live
      title={t("heldUnread", { count: fault.sources.length })}
      action={
        <LinkButton size="small" href={`/studies/${study}/privacy?part=through`}>
          {t("heldUnreadGo")}
        </LinkButton>
      }
    >
      <p className="flex flex-wrap gap-x-3">
        {named.map((source) => (
          <Link key={source.id} href={`/studies/${study}/sources/${source.id}`}>
            {sourceCode(source)}
          </Link>
        ))}
        {fault.sources.length > MOST ? "…" : null}
      </p>
    </Notice>
  );
}
