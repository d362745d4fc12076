"use client";
/** Says what holds a file back until somebody, or the house, has looked at what it is made of. */
import { useTranslations } from "next-intl";
import { Unsigned } from "#components/risk/unsigned.tsx";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useFromRows } from "#lib/client/study/provider.tsx";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

type HeldFault = Exclude<ReportFault, { code: "report.open" | "report.leak" }>;

export function isHeld(fault: ReportFault): fault is HeldFault {
  return fault.code !== "report.open" && fault.code !== "report.leak";
}

const MOST = 12; // sources that are named

export function Held({ fault, study }: Readonly<{ fault: HeldFault; study: string }>) {
  const t = useTranslations("identifier");
  const matrix = useTranslations("matrix");
  const named = useFromRows(
    ["source"],
    (rows) =>
      fault.code === "report.unread" ? fault.sources.slice(0, MOST).flatMap((id) => rows.live("source", id) ?? []) : [],
    [fault],
  );
  if (fault.code === "report.searching") return <Notice kind="warn" live title={t("still")} />;
  if (fault.code === "export.stale") return <Notice kind="warn" live title={t("stale")} />;
  if (fault.code === "export.heavy") return <Notice kind="warn" live title={t("heavy")} />;
  if (fault.code === "export.many") return <Notice kind="warn" live title={t("many")} />;
  if (fault.code === "numbers.few")
    return (
      <Notice kind="warn" live title={matrix("take.few")}>
        <p>{matrix("take.fewHow")}</p>
      </Notice>
    );
  if (fault.code === "report.unsigned") return <Unsigned needs={fault.needs} study={study} />;
  if (fault.code === "codebook.empty") return <Notice kind="warn" live title={t("noTags")} />;
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
