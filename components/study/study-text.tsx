"use client";
/** One text of the study in both languages: set to be read, and opened for writing where one may. */
import { Check, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import type { BilingualTextProps } from "#components/ui/bilingual-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Lang } from "#lib/domain/field.ts";
import type { STUDY_FIELDS } from "#lib/domain/study/shape.ts";
import { Paragraphs } from "./paragraphs.tsx";

export type StudyField = (typeof STUDY_FIELDS)[number];
/** What a text says in a language: "" where it says nothing, undefined while it is fetched. */
export type Words = Readonly<Record<Lang, string | undefined>>;

type Props = Readonly<{
  study: string;
  field: StudyField;
  words: Words;
  mayWrite: boolean;
  onSave: (lang: Lang, words: string) => void;
}>;

export function StudyText({ study, field, words, mayWrite, onSave }: Props) {
  const t = useTranslations("study");
  const [writing, setWriting] = useState(false);
  // A choice between two versions is still open: the fields stay until it has been made.
  const [parted, setParted] = useState(false);
  const label = t(`field.${field}`);
  const here = words.en !== undefined && words.cy !== undefined;

  return (
    <section aria-label={label} className="flex flex-col gap-3 border-t border-line pt-5">
      <header className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg">{label}</h3>
        {mayWrite && here ? (
          <Button
            look="quiet"
            size="small"
            isDisabled={parted}
            aria-label={writing ? t("wording.doneLabel", { field: label }) : t("wording.editLabel", { field: label })}
            onPress={() => setWriting(!writing)}
          >
            {writing ? <Check aria-hidden size={16} /> : <Pencil aria-hidden size={15} />}
            {writing ? t("wording.done") : t("wording.edit")}
          </Button>
        ) : null}
      </header>
      {writing ? (
        <Writing
          study={study}
          field={field}
          label={label}
          description={t(`help.${field}`)}
          value={{ en: words.en ?? "", cy: words.cy ?? "" }}
          takesFocus
          onSave={onSave}
          onParted={setParted}
        />
      ) : (
        <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
          {(["en", "cy"] as const).map((lang) => (
            <div key={lang} className="flex min-w-0 flex-col gap-1.5">
              <p className="text-sm text-soft" lang={lang}>
                {t(`wording.${lang}`)}
              </p>
              <Said field={field} lang={lang} words={words[lang]} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Said({ field, lang, words }: Readonly<{ field: StudyField; lang: Lang; words: string | undefined }>) {
  const t = useTranslations("study");
  if (words === undefined) return <Skeleton lines={3} />;
  if (words === "") return <p className="text-soft italic">{t("wording.none")}</p>;
  return (
    <Paragraphs
      words={words}
      lang={lang}
      as={field === "questions" ? "questions" : field === "definitions" ? "terms" : "paragraphs"}
    />
  );
}

/** The title is one line and set whole; the other texts are written together. */
function Writing({ study, field, onSave, onParted, ...props }: BilingualTextProps & Pick<Props, "study" | "field">) {
  return field === "title" ? (
    <BilingualText {...props} rows={2} onSave={onSave} onParted={onParted} />
  ) : (
    <BilingualPad {...props} subject={study} field={field} rows={5} />
  );
}
