"use client";
/** What may be written in the field, by example. */
import { useTranslations } from "next-intl";

const WAYS = ["both", "either", "without", "phrase", "begins", "brackets"] as const;

export function Help() {
  const t = useTranslations("search.help");
  return (
    <div className="pb-2 text-sm">
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
        {WAYS.map((way) => (
          <div key={way} className="contents">
            <dt className="font-mono max-sm:mt-1.5">{t(`${way}.write`)}</dt>
            <dd className="text-soft">{t(`${way}.means`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-measure text-soft">{t("compared")}</p>
    </div>
  );
}
