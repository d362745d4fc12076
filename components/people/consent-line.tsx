"use client";
/** How somebody's agreement stands, where there is something to say of it. */
import { useTranslations } from "next-intl";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useToday } from "#lib/client/i18n/today.ts";
import { agreementOn, daysLeft, SOON } from "#lib/domain/participant/consent.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";

export function ConsentLine({ row }: Readonly<{ row: ParticipantRow }>) {
  const t = useTranslations("people");
  const locale = useLang();
  const today = useToday();
  const left = daysLeft(row, today);
  const until = row.agreedUntil ? dayInWords(row.agreedUntil, locale) : "";
  const line = (text: string, warns: boolean) => (
    <span className={`col-span-full text-sm ${warns ? "text-warn" : "text-soft"}`}>{text}</span>
  );
  if (row.withdrawnOn !== null)
    return line(
      t(row.erased ? "agreement.erased" : "agreement.erasing", { date: dayInWords(row.withdrawnOn, locale) }),
      !row.erased,
    );
  if (agreementOn(row, today) === "ended") return line(t("agreement.ended", { date: until }), true);
  return (
    <>
      {row.consent === "verbatim" ? null : line(t(`consent.${row.consent}`), true)}
      {left === null ? null : line(t("agreement.until", { date: until }), left <= SOON)}
    </>
  );
}
