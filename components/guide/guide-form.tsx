"use client";
/** Names a guide and says what it is: an interview of some length, or a survey. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { writeWording } from "#lib/client/study/wording.ts";
import type { GuideRow } from "#lib/domain/guide/shape.ts";

type Props = Readonly<{ row: GuideRow | null; onClose: () => void }>;

export function GuideForm({ row, onClose }: Props) {
  const t = useTranslations("guide");
  const session = useStudy();
  const speech = useWords();
  const said = (lang: "en" | "cy") => (row ? (speech.exactly(row.id, "name", lang)?.words ?? "") : "");
  const [name, setName] = useState({ en: said("en"), cy: said("cy") });
  const [kind, setKind] = useState<GuideRow["kind"]>(row?.kind ?? "interview");
  const [minutes, setMinutes] = useState(row?.minutes ?? 60);

  const save = () => {
    const fields = { kind, minutes: kind === "survey" || Number.isNaN(minutes) ? null : minutes };
    if (row === null) {
      const id = crypto.randomUUID();
      const first = name.en.trim() !== "" ? "en" : name.cy.trim() !== "" ? "cy" : null;
      const draft = session.draft();
      void draft.send({
        kind: "guide.add",
        id,
        fields,
        name: first && { lang: first, phrase: draft.phrase(first, name[first].trim()) },
      });
      if (first === "en") writeWording(session, id, "name", "cy", name.cy);
    } else {
      const changed = {
        ...(kind === row.kind ? {} : { kind }),
        ...(fields.minutes === row.minutes ? {} : { minutes: fields.minutes }),
      };
      if (Object.keys(changed).length > 0) void session.send({ kind: "guide.set", id: row.id, fields: changed });
      for (const lang of ["en", "cy"] as const) writeWording(session, row.id, "name", lang, name[lang]);
    }
    onClose();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={row === null ? t("form.guideNew") : t("form.guideEdit")}
      width="narrow"
      actions={(close) => (
        <>
          <Button type="submit" form="guide-form" look="primary">
            {row === null ? t("form.add") : t("form.save")}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("form.cancel")}
          </Button>
        </>
      )}
    >
      <form
        id="guide-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t("form.nameEn")}
          optional
          value={name.en}
          onChange={(en) => setName((now) => ({ ...now, en }))}
          autoFocus
        />
        <TextField
          label={t("form.nameCy")}
          optional
          value={name.cy}
          onChange={(cy) => setName((now) => ({ ...now, cy }))}
        />
        <RadioGroup
          label={t("form.kind")}
          orientation="horizontal"
          value={kind}
          onChange={(value) => setKind(value === "survey" ? "survey" : "interview")}
        >
          <Radio value="interview">{t("kind.interview")}</Radio>
          <Radio value="survey">{t("kind.survey")}</Radio>
        </RadioGroup>
        {kind === "interview" ? (
          <NumberField
            label={t("form.minutes")}
            minValue={5}
            maxValue={600}
            step={5}
            value={minutes}
            onChange={setMinutes}
            className="max-w-40"
          />
        ) : null}
      </form>
    </Dialog>
  );
}
