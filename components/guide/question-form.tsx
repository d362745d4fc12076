"use client";
/** Writes a question in one language or both; a new one also says which guides ask it. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { writeWording } from "#lib/client/study/wording.ts";
import type { GuideView } from "./guide-table.tsx";

type Props = Readonly<{ id: string | null; guides: readonly GuideView[]; onClose: () => void }>;

export function QuestionForm({ id, guides, onClose }: Props) {
  const t = useTranslations("guide");
  const session = useStudy();
  const speech = useWords();
  const said = (lang: "en" | "cy") => (id ? (speech.exactly(id, "text", lang)?.words ?? "") : "");
  const [text, setText] = useState({ en: said("en"), cy: said("cy") });
  const [asked, setAsked] = useState<readonly string[]>(guides.map((guide) => guide.id));
  const [missing, setMissing] = useState(false);

  const save = () => {
    const first = text.en.trim() !== "" ? "en" : text.cy.trim() !== "" ? "cy" : null;
    if (first === null) return setMissing(true);
    if (id === null) {
      const made = crypto.randomUUID();
      const draft = session.draft();
      void draft.send({
        kind: "question.add",
        id: made,
        text: { lang: first, phrase: draft.phrase(first, text[first].trim()) },
      });
      if (first === "en") writeWording(session, made, "text", "cy", text.cy);
      for (const guide of asked) void session.send({ kind: "guide.ask", guide, questions: [made], on: true });
    } else {
      for (const lang of ["en", "cy"] as const) writeWording(session, id, "text", lang, text[lang]);
    }
    onClose();
  };
  const write = (lang: "en" | "cy") => (words: string) => {
    setText((now) => ({ ...now, [lang]: words }));
    setMissing(false);
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={id === null ? t("form.questionNew") : t("form.questionEdit")}
      actions={(close) => (
        <>
          <Button type="submit" form="question-form" look="primary">
            {id === null ? t("form.add") : t("form.save")}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("form.cancel")}
          </Button>
        </>
      )}
    >
      <form
        id="question-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextArea
          label={t("form.en")}
          rows={2}
          value={text.en}
          onChange={write("en")}
          error={missing ? t("form.missing") : null}
          autoFocus
          ref={(area) => area?.setAttribute("lang", "en")}
        />
        <TextArea
          label={t("form.cy")}
          rows={2}
          value={text.cy}
          onChange={write("cy")}
          ref={(area) => area?.setAttribute("lang", "cy")}
        />
        {id === null && guides.length > 0 ? (
          <CheckboxGroup label={t("form.askIn")} value={[...asked]} onChange={setAsked}>
            {guides.map((guide) => (
              <Checkbox key={guide.id} value={guide.id}>
                {guide.name}
              </Checkbox>
            ))}
          </CheckboxGroup>
        ) : null}
      </form>
    </Dialog>
  );
}
