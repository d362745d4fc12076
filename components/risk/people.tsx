"use client";
/** What all quotes of each participant say together. */
import { useTranslations } from "next-intl";
import type { Desk } from "#lib/client/desk.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { INTRUDERS } from "#lib/domain/risk/shape.ts";
import type { JudgedPerson, RiskReport } from "#lib/domain/risk/shape.ts";
import { Count, isFew } from "./left.tsx";

export function People({
  desk,
  people,
  least,
}: Readonly<{ desk: Desk; people: readonly JudgedPerson[]; least: RiskReport["least"] }>) {
  const t = useTranslations("risk");
  return (
    <section aria-labelledby="risk-people" className="flex flex-col gap-3">
      <h2 id="risk-people" className="text-xl">
        {t("people")}
      </h2>
      <p className="max-w-measure text-soft">{t("peopleHelp")}</p>
      <div className="overflow-x-auto" role="region" aria-labelledby="risk-people" tabIndex={0}>
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-b border-line-strong text-start">
              {(["who", "count", "together"] as const).map((head) => (
                <th key={head} scope="col" className="py-1.5 pe-4 text-start font-semibold">
                  {t(`column.${head}`)}
                </th>
              ))}
              {INTRUDERS.map((who) => (
                <th key={who} scope="col" className="py-1.5 pe-4 text-start font-semibold">
                  {t(`intruder.${who}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => {
              const row = desk.rows.live("participant", one.participant);
              return (
                <tr key={one.participant} className="border-b border-line align-top">
                  <th scope="row" className="py-1.5 pe-4 text-start font-semibold">
                    {row ? pseudonym(row) : t("unknown")}
                  </th>
                  <td className="py-1.5 pe-4 tabular-nums">{one.quotes}</td>
                  <td className="py-1.5 pe-4">
                    {one.kinds.map((kind) => t(`clue.${kind}`)).join(", ") || t("nothing")}
                  </td>
                  {INTRUDERS.map((who) => (
                    <td
                      key={who}
                      className={`py-1.5 pe-4 ${isFew(who, one.left, least) ? "font-semibold text-warn" : ""}`}
                    >
                      <Count who={who} left={one.left} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
