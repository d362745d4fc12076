"use client";
/**
 * The data of the study for an archive: says what would be in the file, what may not be, and that people can be told apart in it;
 * and hands it out to an owner who says that they know. Rules: docs/spec/archive.md, AR4 and AR10.
 */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Link } from "#components/ui/link.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { fetchArchiveCheck } from "#lib/client/archive.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import type { ArchiveCheck } from "#lib/domain/report/archive.ts";
import type { Language } from "#lib/domain/report/check.ts";
import { useWayOut } from "./use-way-out.ts";
import { Counted, Lost, Refused, Waits, WayOut } from "./way-out.tsx";

const PARTS = ["transcripts", "responses", "tags", "questions"] as const satisfies readonly (keyof ArchiveCheck)[];

/** The part of the report's page that leads there; nothing for those who may not. */
export function ArchivePart() {
  const t = useTranslations("archive");
  return (
    <WayOut
      what="archive"
      title={t("title")}
      lead={t("lead")}
      ask={t("ask")}
      dialog={(study, onClose) => <ArchiveDialog study={study} onClose={onClose} />}
    />
  );
}

function ArchiveDialog({ study, onClose }: Readonly<{ study: string; onClose: () => void }>) {
  const t = useTranslations("archive");
  const common = useTranslations("common");
  const [language, setLanguage] = useState<Language>(useLang());
  const [known, setKnown] = useState(false);
  const { looked, lookAgain, busy, answer, take, close } = useWayOut(
    study,
    language,
    (signal) => fetchArchiveCheck(study, language, signal),
    onClose,
  );
  const order = { what: "archive", language, linkable: true } as const;
  return (
    <Dialog
      title={t("title")}
      isOpen
      onOpenChange={(open) => !open && close()}
      actions={
        <>
          <Button look="primary" isDisabled={!known} isPending={busy} onPress={() => void take(order, t("taken"))}>
            <Download aria-hidden size={16} />
            {t("do")}
          </Button>
          <Button look="quiet" onPress={close}>
            {common("cancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Select
          label={t("language")}
          selectedKey={language}
          onSelectionChange={(key) => setLanguage(key === "cy" ? "cy" : "en")}
          className="w-64"
        >
          <Option id="en">{common("bilingual.en")}</Option>
          <Option id="cy">{common("bilingual.cy")}</Option>
        </Select>
        <Counted looked={looked} onAgain={lookAgain}>
          {(check) => <Contents check={check} study={study} />}
        </Counted>
        <p className="text-sm text-soft">
          {t("log")} <Link href={`/studies/${study}/privacy?part=decided`}>{t("logGo")}</Link>
        </p>
        <Checkbox isSelected={known} onChange={setKnown} description={t("linkableHelp")}>
          {t("linkable")}
        </Checkbox>
        {answer === null ? null : <Refused answer={answer} study={study} />}
      </div>
    </Dialog>
  );
}

/** What would be in the file, what may not be, and what stands in its way. */
function Contents({ check, study }: Readonly<{ check: ArchiveCheck; study: string }>) {
  const t = useTranslations("archive");
  const refi = useTranslations("refi");
  return (
    <>
      <section aria-label={refi("inIt")}>
        <h3 className="font-semibold">{refi("inIt")}</h3>
        <p>{PARTS.map((part) => t(`has.${part}`, { count: check[part] })).join(" · ")}</p>
        <ul className="list-disc ps-5">
          <li>{t(`dates.${check.dates ?? "none"}`)}</li>
          <li>{t(`lengths.${check.lengths ? "told" : "untold"}`)}</li>
        </ul>
      </section>
      {Object.keys(check.lost).length > 0 ? (
        <section aria-label={refi("notInIt")}>
          <h3 className="font-semibold">{refi("notInIt")}</h3>
          <ul className="list-disc ps-5">
            <Lost lost={check.lost} />
          </ul>
        </section>
      ) : null}
      <Waits check={check} study={study} />
    </>
  );
}
