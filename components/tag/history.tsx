"use client";
/** What became of a tag: what was merged into it and split off, by whom, when and why; and the texts of what was merged. */
import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useFromRows, useWords } from "#lib/client/study/provider.tsx";
import { historyOf } from "#lib/domain/tag/history.ts";
import type { Step } from "#lib/domain/tag/history.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import { usePersonName } from "#lib/client/study/use-person-name.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

export function History({ tag }: Readonly<{ tag: string }>) {
  const t = useTranslations("codebook");
  const steps = useFromRows(["tagStep"], (rows) => historyOf(rows.all("tagStep"), tag), [tag]);
  if (steps.length === 0) return null;
  return (
    <section aria-label={t("history.title")} className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="font-semibold">{t("history.title")}</h3>
      <ol className="flex flex-col gap-3">
        {steps.map((step) => (
          <li key={step.step.id}>
            <OneStep step={step} tag={tag} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneStep({ step: { step, at }, tag }: Readonly<{ step: Step; tag: string }>) {
  const t = useTranslations("codebook");
  const locale = useLocale();
  const lang = useLang();
  const words = useWords();
  const nameOf = (id: string) => words.wording(id, "name", lang)?.words ?? t("unnamed");
  const by = usePersonName(step.by) ?? t("history.someone");
  const reason = words.wording(step.id, "note", lang);
  const way = step.into === tag ? step.kind : step.kind === "merge" ? "mergeElsewhere" : "splitOff";
  const texts =
    step.kind === "merge"
      ? TEXTS.flatMap((field) => {
          const text = words.wording(step.from, field, lang);
          return text ? [{ field, ...text }] : [];
        })
      : [];
  return (
    <article className="flex flex-col gap-0.5">
      <p>{t(`history.${way}`, { from: nameOf(step.from), into: nameOf(step.into), quotes: step.quotes })}</p>
      {reason ? (
        <p lang={reason.lang} className="border-s-2 border-line-strong ps-2 whitespace-pre-wrap">
          {reason.words}
        </p>
      ) : null}
      <p className="text-sm text-soft">
        {at === null
          ? t("history.by", { name: by })
          : t("history.byOn", { name: by, day: dayInWords(new Date(at).toISOString(), locale) })}
      </p>
      {texts.length > 0 ? (
        <Disclosure level={4} title={<span className="text-sm">{t("history.texts", { tag: nameOf(step.from) })}</span>}>
          <dl className="flex flex-col gap-2 text-sm">
            {texts.map(({ field, words: said, lang: of }) => (
              <div key={field}>
                <dt className="text-soft">{t(`text.${field}`)}</dt>
                <dd lang={of} className="whitespace-pre-wrap">
                  {said}
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </article>
  );
}
