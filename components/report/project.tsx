"use client";
/**
 * The study as a project for other software: asks for whom, says what would be in the file and what would not, and hands it out
 * to an owner who says that they know what it keeps together. Rules: docs/spec/refi.md, RF21 to RF23.
 */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { fetchProjectCheck } from "#lib/client/project.ts";
import type { Language } from "#lib/domain/report/check.ts";
import type { Profile, ProjectCheck, ThemesAs } from "#lib/domain/report/project.ts";
import { useWayOut } from "./use-way-out.ts";
import { Counted, Lost, Refused, Waits, WayOut } from "./way-out.tsx";

const PROFILES = ["standard", "nvivo", "atlas"] as const satisfies readonly Profile[];
const THEMES = ["codes", "sets"] as const satisfies readonly ThemesAs[];
const PARTS = [
  "sources",
  "quotes",
  "codes",
  "cases",
  "notes",
  "boards",
] as const satisfies readonly (keyof ProjectCheck)[];

/** The part of the report's page that leads there; nothing for those who may not. */
export function ProjectPart() {
  const t = useTranslations("refi");
  return (
    <WayOut
      what="project"
      title={t("title")}
      lead={t("lead")}
      ask={t("ask")}
      dialog={(study, onClose) => <ProjectDialog study={study} onClose={onClose} />}
    />
  );
}

function ProjectDialog({ study, onClose }: Readonly<{ study: string; onClose: () => void }>) {
  const t = useTranslations("refi");
  const common = useTranslations("common");
  const [profile, setProfile] = useState<Profile>("standard");
  const [themes, setThemes] = useState<ThemesAs>("codes");
  const [language, setLanguage] = useState<Language>(useLang());
  const [known, setKnown] = useState(false);
  const { looked, lookAgain, busy, answer, take, close } = useWayOut(
    study,
    `${themes} ${language}`,
    (signal) => fetchProjectCheck(study, { themes, language }, signal),
    onClose,
  );
  const order = { what: "project", profile, themes, language, together: true } as const;
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
        <RadioGroup
          label={t("for")}
          value={profile}
          onChange={(value) => setProfile(PROFILES.find((one) => one === value) ?? "standard")}
        >
          {PROFILES.map((one) => (
            <Radio key={one} value={one} description={t(`profile.${one}Help`)}>
              {t(`profile.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <RadioGroup
          label={t("themesAs")}
          value={themes}
          onChange={(value) => setThemes(THEMES.find((one) => one === value) ?? "codes")}
        >
          {THEMES.map((one) => (
            <Radio key={one} value={one}>
              {t(`themes.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Select
          label={t("language")}
          selectedKey={language}
          onSelectionChange={(key) => setLanguage(key === "cy" ? "cy" : "en")}
          className="w-44"
        >
          <Option id="en">{common("bilingual.en")}</Option>
          <Option id="cy">{common("bilingual.cy")}</Option>
        </Select>
        <Counted looked={looked} onAgain={lookAgain}>
          {(check) => <Contents check={check} study={study} />}
        </Counted>
        <Checkbox isSelected={known} onChange={setKnown}>
          {t("together")}
        </Checkbox>
        {answer === null ? null : <Refused answer={answer} study={study} />}
      </div>
    </Dialog>
  );
}

/** What would be in the file, what would not, and what stands in its way. */
function Contents({ check, study }: Readonly<{ check: ProjectCheck; study: string }>) {
  const t = useTranslations("refi");
  return (
    <>
      <section aria-label={t("inIt")}>
        <h3 className="font-semibold">{t("inIt")}</h3>
        <p>{PARTS.map((part) => t(`has.${part}`, { count: check[part] })).join(" · ")}</p>
      </section>
      <section aria-label={t("notInIt")}>
        <h3 className="font-semibold">{t("notInIt")}</h3>
        <ul className="list-disc ps-5">
          <Lost lost={check.lost} />
        </ul>
        <p className="text-soft">{t("always")}</p>
      </section>
      <Waits check={check} study={study} />
    </>
  );
}
