/** The quotes that a correction touches: what they said and what they will say. */
import { useTranslations } from "next-intl";
import type { Effect } from "#lib/client/correct/use.ts";

export function TouchedQuotes({ effect, lang }: Readonly<{ effect: Effect; lang: string }>) {
  const t = useTranslations("correct");
  return (
    <div className="flex flex-col gap-5">
      {effect.changed.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h3>{t("changedQuotes", { count: effect.changed.length })}</h3>
          <p className="text-sm text-soft">{t("changedHelp")}</p>
          <ul className="flex flex-col gap-3">
            {effect.changed.map(({ quote, before, after }) => (
              <li key={quote} lang={lang} className="border-s-3 border-line-strong ps-3">
                <BeforeAfter before={before} after={after ?? ""} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {effect.lost.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h3>{t("lostQuotes", { count: effect.lost.length })}</h3>
          <p className="text-sm text-soft">{t("lostHelp")}</p>
          <ul className="flex flex-col gap-3">
            {effect.lost.map(({ quote, before }) => (
              <li key={quote} lang={lang} className="border-s-3 border-warn ps-3 whitespace-pre-wrap">
                {before}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** What something said before, and what it says now. */
export function BeforeAfter({ before, after }: Readonly<{ before: string; after: string }>) {
  const t = useTranslations("correct");
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
      <dt className="text-sm text-soft">{t("before")}</dt>
      <dd className="whitespace-pre-wrap">
        <del>{before}</del>
      </dd>
      <dt className="text-sm text-soft">{t("after")}</dt>
      <dd className="whitespace-pre-wrap">
        <ins className="no-underline">{after}</ins>
      </dd>
    </dl>
  );
}
