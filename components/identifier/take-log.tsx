"use client";
/** The anonymisation log as a file, for those who hold the key. */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toast } from "#components/ui/toast.tsx";
import { takeFile } from "#lib/client/save.ts";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { Held, isHeld } from "./held.tsx";

export function TakeLog({ study, lang }: Readonly<{ study: string; lang: "en" | "cy" }>) {
  const t = useTranslations("identifier");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<"denied" | "line" | null>(null);
  const [fault, setFault] = useState<ReportFault | null>(null);
  async function take() {
    setBusy(true);
    setFailed(null);
    setFault(null);
    const got = await takeFile(study, { what: "log", language: lang });
    setBusy(false);
    if ("done" in got) toast({ kind: "success", text: t("log.taken") });
    else if ("fault" in got) setFault(got.fault);
    else if ("failed" in got) setFailed(got.failed);
  }
  return (
    <section aria-label={t("log.title")} className="flex flex-col items-start gap-2 border-t border-line pt-4">
      <p className="max-w-measure text-sm text-soft">{t("log.what")}</p>
      <Button size="small" isPending={busy} onPress={() => void take()}>
        <Download aria-hidden size={16} />
        {t("log.do")}
      </Button>
      {fault !== null && isHeld(fault) ? <Held fault={fault} study={study} /> : null}
      {failed === null ? null : <Notice kind="error" live title={t(`log.failed.${failed}`)} />}
    </section>
  );
}
