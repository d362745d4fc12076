"use client";
/**
 * The limits of disclosure control: owners set them, everybody sees them with who set them, when and why.
 *
 * Rules: docs/spec/disclosure.md, DC20 to DC25.
 */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { limitsOf, reasonLang } from "#lib/client/identifier/limits.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { LIMITS, lowered, THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { LimitsForm } from "./limits-form.tsx";
import { SmallClasses } from "./small-classes.tsx";

type Props = Readonly<{
  desk: Desk;
  maySet: boolean;
  /** The words of a phrase; undefined until they are here, empty where they are gone. */
  wordsOf: (phrase: string | null) => string | undefined;
}>;

export function Limits({ desk, maySet, wordsOf }: Props) {
  const t = useTranslations("identifier.limits");
  const nameOf = usePersonNames();
  const row = desk.rows.live("disclosure", desk.study);
  const now = limitsOf(row);
  const reason = row?.reason ? wordsOf(row.reason) : "";
  const isLower = lowered(now).length > 0;
  const who = (by: string, on: string) => ({ name: nameOf(by) ?? t("somebody"), day: dayInWords(on, desk.locale) });
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="limits-title" className="flex max-w-measure flex-col gap-4">
        <header className="flex flex-col gap-1">
          <h2 id="limits-title" className="text-xl">
            {t("title")}
          </h2>
          <p className="text-soft">{t("lead")}</p>
        </header>
        <div className="flex flex-col gap-1 rounded-md border border-line px-3 py-2">
          <p>{row ? t("by", who(row.by, row.on)) : t("usual")}</p>
          {isLower && reason ? (
            <p>
              {t("because")} <q lang={reasonLang(desk)}>{reason}</q>
            </p>
          ) : null}
        </div>
        {isLower && reason === "" ? <Notice kind="warn">{t("erased")}</Notice> : null}
        {maySet ? (
          <LimitsForm desk={desk} now={now} reason={reason ?? ""} />
        ) : (
          <>
            <dl className="flex flex-col gap-3">
              {LIMITS.map((limit) => (
                <div key={limit}>
                  <dt className="font-semibold">{t(`${limit}.label`)}</dt>
                  <dd>
                    {t("reads", { now: now[limit], usual: THRESHOLDS[limit] })}{" "}
                    <span className="text-sm text-soft">{t(`${limit}.help`)}</span>
                  </dd>
                </div>
              ))}
            </dl>
            <Notice>{t("notYours")}</Notice>
          </>
        )}
      </section>
      <SmallClasses desk={desk} maySet={maySet} wordsOf={wordsOf} who={who} />
    </div>
  );
}
