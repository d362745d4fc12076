"use client";
/** The log as a file: fetched in the language of the interface; says what stands in the way of it. */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Held, isHeld } from "#components/identifier/held.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toast } from "#components/ui/toast.tsx";
import { takeFile } from "#lib/client/save.ts";
import type { TakeAnswer } from "#lib/client/save.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

export function Take({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("activity.take");
  const lang = useLang();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<TakeAnswer | null>(null);
  async function take() {
    setBusy(true);
    setAnswer(null);
    const got = await takeFile(study, { what: "activity", language: lang });
    setBusy(false);
    if (!("done" in got)) return setAnswer(got);
    announce(t("taken"));
    toast({ kind: "success", text: t("taken") });
  }
  return (
    <section className="mt-10 flex flex-col items-start gap-3 border-t border-line pt-4">
      <p className="max-w-measure text-sm text-soft">{t("what")}</p>
      <Button isPending={busy} onPress={() => void take()}>
        <Download aria-hidden size={16} />
        {t("do")}
      </Button>
      {answer && "failed" in answer ? <Notice kind="error" live title={t(answer.failed)} /> : null}
      {answer && "fault" in answer && isHeld(answer.fault) ? <Held fault={answer.fault} study={study} /> : null}
      {answer && "fault" in answer && !isHeld(answer.fault) ? (
        <Notice
          kind={answer.fault.code === "report.open" ? "warn" : "error"}
          live
          title={answer.fault.code === "report.open" ? t("open", { count: answer.fault.open.length }) : t("leak")}
          action={
            <LinkButton size="small" href={`/studies/${study}/report?part=names`}>
              {t("decide")}
            </LinkButton>
          }
        />
      ) : null}
    </section>
  );
}
