"use client";
/** What a person says about the source as a whole. */
import { useTranslations } from "next-intl";
import { NumberField } from "#components/ui/number-field.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Choices, Item } from "./item.ts";
import { Panel } from "./panel.tsx";

type Props = Readonly<{ item: Item; choices: Choices; onChange: (change: Partial<Item>) => void }>;

const NONE = "none";

export function Details({ item, choices, onChange }: Props) {
  const t = useTranslations("sources");
  const survey = item.preview?.kind === "survey";
  const pick = (key: React.Key | null) => (key === null || key === NONE ? null : String(key));
  const guides = choices.guides.filter((guide) => guide.kind === (survey ? "survey" : "interview"));
  return (
    <Panel title={t("details.heading")}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label={t("details.title")}
          description={t("details.titleHelp")}
          value={item.title}
          onChange={(title) => onChange({ title })}
          maxLength={500}
          className="sm:col-span-2"
        />
        {survey ? null : <KindSelect item={item} onChange={onChange} />}
        {survey ? null : (
          <Select
            label={t("details.organisation")}
            selectedKey={item.organisation ?? NONE}
            onSelectionChange={(key) => onChange({ organisation: pick(key) })}
          >
            <Option id={NONE}>{t("details.none")}</Option>
            {choices.organisations.map(({ id, label }) => (
              <Option key={id} id={id}>
                {label}
              </Option>
            ))}
            {item.organisations.map(({ id, name }) => (
              <Option key={id} id={id}>
                {t("speakers.newThis", { name })}
              </Option>
            ))}
          </Select>
        )}
        <TextField
          type="date"
          label={survey ? t("details.date") : t("details.held")}
          value={item.heldOn}
          onChange={(heldOn) => onChange({ heldOn })}
          optional
        />
        {survey ? null : (
          <NumberField
            label={t("details.minutes")}
            value={item.minutes ?? Number.NaN}
            onChange={(minutes) => onChange({ minutes: Number.isNaN(minutes) ? null : minutes })}
            minValue={1}
            maxValue={1440}
            optional
          />
        )}
        <Select
          label={t("details.guide")}
          selectedKey={item.guide ?? NONE}
          onSelectionChange={(key) => onChange({ guide: pick(key) })}
        >
          <Option id={NONE}>{t("details.guideNone")}</Option>
          {survey ? <Option id="new">{t("details.guideNew")}</Option> : null}
          {guides.map(({ id, label }) => (
            <Option key={id} id={id}>
              {label}
            </Option>
          ))}
        </Select>
        {survey && item.guide === "new" ? (
          <TextField
            label={t("details.guideName")}
            value={item.guideName}
            onChange={(guideName) => onChange({ guideName })}
            maxLength={500}
          />
        ) : null}
        <LangSelect item={item} onChange={onChange} />
      </div>
    </Panel>
  );
}

/** What kind of source it is. */
export function KindSelect({ item, onChange }: Omit<Props, "choices">) {
  const t = useTranslations("sources");
  return (
    <Select
      label={t("details.kind")}
      selectedKey={item.kind}
      onSelectionChange={(key) => onChange({ kind: key === "note" || key === "document" ? key : "interview" })}
    >
      {(["interview", "note", "document"] as const).map((kind) => (
        <Option key={kind} id={kind}>
          {t(`kind.${kind}`)}
        </Option>
      ))}
    </Select>
  );
}

/** In which language its words are. */
export function LangSelect({ item, onChange }: Omit<Props, "choices">) {
  const t = useTranslations("sources");
  return (
    <Select
      label={t("details.lang")}
      selectedKey={item.lang}
      onSelectionChange={(key) => onChange({ lang: String(key) })}
    >
      <Option id="en">{t("details.langs.en")}</Option>
      <Option id="cy">{t("details.langs.cy")}</Option>
      <Option id="und">{t("details.langs.other")}</Option>
    </Select>
  );
}
