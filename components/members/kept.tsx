"use client";
/** Until which day the originals of the study are kept. Rules: docs/spec/study.md, ST40. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { toast } from "#components/ui/toast.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useRow, useStudy } from "#lib/client/study/provider.tsx";

export function Kept() {
  const t = useTranslations("members");
  const locale = useLang();
  const session = useStudy();
  const stands = useRow("study", session.study)?.keptUntil ?? "";
  // What is being written stays; what a colleague says meanwhile is shown once nothing is.
  const [written, setWritten] = useState<string | null>(null);
  const day = written ?? stands;
  return (
    <Form
      className="flex flex-col items-start gap-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const keptUntil = day === "" ? null : day;
        const outcome = await session.send({ kind: "study.set", id: session.study, fields: { keptUntil } });
        if ("refused" in outcome) return;
        setWritten(null);
        const said = keptUntil === null ? t("kept.open") : t("kept.said", { date: dayInWords(keptUntil, locale) });
        toast({ kind: "success", text: said });
      }}
    >
      <TextField
        type="date"
        className="w-60 max-w-full"
        label={t("kept.day")}
        description={t("kept.help")}
        value={day}
        onChange={setWritten}
      />
      <Button type="submit" isDisabled={day === stands}>
        {t("kept.do")}
      </Button>
    </Form>
  );
}
