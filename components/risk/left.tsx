"use client";
/** Who is left to each of the four who might try; too few are said in words and marked. */
import { useTranslations } from "next-intl";
import { INTRUDERS } from "#lib/domain/risk/shape.ts";
import type { Intruder, Left, RiskReport } from "#lib/domain/risk/shape.ts";

type Least = RiskReport["least"];

/** Whether so few are left that a number would not be told of them. */
export function isFew(who: Intruder, left: Left, least: Least): boolean {
  const count = left[who];
  return count !== null && count < (who === "holder" || who === "colleague" ? least.people : least.organisations);
}

export function LeftList({ left, least }: Readonly<{ left: Left; least: Least }>) {
  const t = useTranslations("risk");
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
      {INTRUDERS.map((who) => (
        <div key={who} className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1">
          <dt className="text-soft">{t(`intruder.${who}`)}</dt>
          <dd className={isFew(who, left, least) ? "font-semibold text-warn" : ""}>
            <Count who={who} left={left} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Count({ who, left }: Readonly<{ who: Intruder; left: Left }>) {
  const t = useTranslations("risk");
  const count = left[who];
  return count === null ? t("many") : t(`left.${who}`, { count });
}
