"use client";
/** Takes a table or chart of numbers out of the study: asks in which form and language, and says what stands in the way. */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Hindered } from "#components/identifier/hindered.tsx";
import { useTaking } from "#components/identifier/use-taking.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { askForFile } from "#lib/client/save.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import type { NumbersOrder } from "#lib/domain/matrix/order.ts";
import { may } from "#lib/domain/member/shape.ts";
import { NUMBERS_FORMATS } from "#lib/domain/report/check.ts";
import type { Language, NumbersFormat } from "#lib/domain/report/check.ts";

/** What can be taken, by name; of several the person chooses. */
export type Takeable = Readonly<{ label: string; order: NumbersOrder }>;

/** The button that asks; nothing for those who may not take files out. */
export function TakeNumbers({ study, things }: Readonly<{ study: string; things: readonly Takeable[] }>) {
  const t = useTranslations("matrix");
  const { me } = useStudy();
  const [asking, setAsking] = useState(false);
  if (!may(me.role, "export") || things.length === 0) return null;
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        <Download aria-hidden size={16} />
        {t("take.ask")}
      </Button>
      {asking ? <TakeDialog study={study} things={things} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function TakeDialog({
  study,
  things,
  onClose,
}: Readonly<{ study: string; things: readonly Takeable[]; onClose: () => void }>) {
  const t = useTranslations("matrix");
  const board = useTranslations("board-export");
  const [which, setWhich] = useState(0);
  const [format, setFormat] = useState<NumbersFormat>("csv");
  const [language, setLanguage] = useState<Language>(useLang());
  const { busy, hindrance, clear, take, close } = useTaking(onClose);
  const thing = things[which] ?? things[0];

  const start = () => {
    if (!thing) return;
    const order = { what: "numbers", format, language, numbers: thing.order } as const;
    void take((signal) => askForFile(study, order, signal), format === "png" ? null : t(`take.format.${format}`));
  };

  return (
    <Dialog
      title={things.length === 1 && thing ? t("take.titleOf", { what: thing.label }) : t("take.title")}
      width="narrow"
      isOpen
      onOpenChange={(open) => !open && close()}
      actions={
        <>
          <Button look="primary" isPending={busy !== null} onPress={start}>
            <Download aria-hidden size={16} />
            {board("do")}
          </Button>
          <Button look="quiet" onPress={close}>
            {board("cancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="max-w-measure text-soft">{t("take.what")}</p>
        {things.length > 1 ? (
          <RadioGroup
            label={t("take.which")}
            value={String(which)}
            onChange={(value) => {
              setWhich(Number(value));
              clear();
            }}
          >
            {things.map(({ label }, at) => (
              <Radio key={label} value={String(at)}>
                {label}
              </Radio>
            ))}
          </RadioGroup>
        ) : null}
        <RadioGroup
          label={board("form")}
          value={format}
          onChange={(value) => setFormat(NUMBERS_FORMATS.find((one) => one === value) ?? "csv")}
        >
          {NUMBERS_FORMATS.map((one) => (
            <Radio key={one} value={one} description={t(`take.help.${one}`)}>
              {t(`take.format.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Select
          label={board("language")}
          selectedKey={language}
          onSelectionChange={(key) => setLanguage(key === "cy" ? "cy" : "en")}
          className="w-44"
        >
          <Option id="en">{board("languageOf.en")}</Option>
          <Option id="cy">{board("languageOf.cy")}</Option>
        </Select>
        {busy === null ? null : <Progress label={board(`busy.${busy}`)} />}
        {hindrance === null ? null : <Hindered hindrance={hindrance} study={study} denied={t("take.denied")} />}
      </div>
    </Dialog>
  );
}
