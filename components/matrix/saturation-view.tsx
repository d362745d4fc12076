"use client";
/** When nothing new came any more: a chart of what there was after each source, and the same as a table. */
import type { Ground } from "#lib/domain/matrix/axis.ts";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import type { Arm } from "#lib/domain/finding/voice.ts";
import { bareAtEnd, saturation } from "#lib/domain/matrix/saturation.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { StepChart } from "./step-chart.tsx";

export function SaturationView({ desk, ground, arm }: Readonly<{ desk: Desk; ground: Ground; arm: Arm }>) {
  const t = useTranslations("matrix");
  const format = useFormatter();
  const steps = useMemo(() => saturation(ground, arm), [ground, arm]);
  const last = steps.at(-1);
  if (!last || last.tags.sofar + last.themes.sofar === 0)
    return <EmptyState plain level={3} title={t("saturationNone")} />;
  const code = (id: string) => {
    const source = desk.rows.live("source", id);
    return source ? sourceCode(source) : "";
  };
  const held = (id: string) => {
    const day = desk.rows.live("source", id)?.heldOn;
    return day ? dayInWords(day, desk.locale) : "–";
  };
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-measure text-lg">{t("saturationLead", { last: bareAtEnd(steps) })}</p>
      <StepChart
        label={t("chart")}
        steps={steps.map(({ source }) => code(source))}
        lines={[
          { name: t("tags"), values: steps.map(({ tags }) => tags.sofar), dashed: false },
          { name: t("themes"), values: steps.map(({ themes }) => themes.sofar), dashed: true },
        ]}
      />
      <div className="max-w-3xl overflow-x-auto" tabIndex={0} role="region" aria-label={t("order")}>
        <table className="w-full border-collapse text-sm">
          <caption className="pb-2 text-start font-semibold">{t("order")}</caption>
          <thead>
            <tr className="border-b border-line-strong text-soft">
              <th scope="col" className="py-2 pe-3 text-start font-semibold">
                {t("step")}
              </th>
              <th scope="col" className="px-3 py-2 text-start font-semibold">
                {t("heldOn")}
              </th>
              {(["quotesHere", "freshTags", "allTags", "freshThemes", "allThemes"] as const).map((key) => (
                <th key={key} scope="col" className="px-3 py-2 text-end font-semibold">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ source, quotes, tags, themes }) => (
              <tr key={source} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                  <Link href={`/studies/${desk.study}/sources/${source}`}>{code(source)}</Link>
                </th>
                <td className="px-3 py-1.5">{held(source)}</td>
                {[quotes, tags.fresh, tags.sofar, themes.fresh, themes.sofar].map((number, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                  <td key={at} className="px-3 py-1.5 text-end tabular-nums">
                    {format.number(number)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
