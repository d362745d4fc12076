"use client";
/** Asks in which form and language the codebook is downloaded, gets the file, and says what stands in the way of it. */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Held, isHeld } from "#components/identifier/held.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.tsx";
import { takeFile } from "#lib/client/save.ts";
import type { TakeAnswer } from "#lib/client/save.ts";
import type { CodebookFormat, Language } from "#lib/domain/report/check.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

export function TakeDialog({ study, onClose }: Readonly<{ study: string; onClose: () => void }>) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const [language, setLanguage] = useState<Language>(useLang());
  const [format, setFormat] = useState<CodebookFormat>("csv");
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<TakeAnswer | null>(null);
  const take = async () => {
    setBusy(true);
    const got = await takeFile(study, { what: "codebook", format, language });
    setBusy(false);
    if (!("done" in got)) return setAnswer(got);
    announce(t("take.taken"));
    toast({ kind: "success", text: t("take.taken") });
    onClose();
  };
  return (
    <Dialog
      title={t("take.title")}
      width="narrow"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button look="primary" isPending={busy} onPress={() => void take()}>
            <Download aria-hidden size={16} />
            {t("take.do")}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {common("cancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="max-w-measure text-soft">{t("take.what")}</p>
        <RadioGroup
          label={t("take.form")}
          value={format}
          onChange={(value) => {
            setFormat(value === "qdc" ? "qdc" : "csv");
            setAnswer(null);
          }}
        >
          <Radio value="csv" description={t("take.format.csvHelp")}>
            {t("take.format.csv")}
          </Radio>
          <Radio value="qdc" description={t("take.format.qdcHelp")}>
            {t("take.format.qdc")}
          </Radio>
        </RadioGroup>
        <Select
          label={t("take.language")}
          selectedKey={language}
          onSelectionChange={(key) => setLanguage(key === "cy" ? "cy" : "en")}
          className="w-44"
        >
          <Option id="en">{common("bilingual.en")}</Option>
          <Option id="cy">{common("bilingual.cy")}</Option>
        </Select>
        {answer && "failed" in answer ? <Notice kind="error" live title={t(`take.failed.${answer.failed}`)} /> : null}
        {answer && "fault" in answer && isHeld(answer.fault) ? <Held fault={answer.fault} study={study} /> : null}
        {answer && "fault" in answer && !isHeld(answer.fault) ? (
          <Notice
            kind={answer.fault.code === "report.open" ? "warn" : "error"}
            live
            title={
              answer.fault.code === "report.open" ? t("take.open", { count: answer.fault.open.length }) : t("take.leak")
            }
            action={
              <LinkButton size="small" href={`/studies/${study}/report?part=names`}>
                {t("take.decide")}
              </LinkButton>
            }
          />
        ) : null}
      </div>
    </Dialog>
  );
}
