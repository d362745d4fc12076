"use client";
/** What of a survey will not come in, and why; what is in already can be brought in again. */
import { useTranslations } from "next-intl";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Preview } from "#lib/domain/import/preview.ts";
import type { ColumnReason } from "#lib/domain/import/sheet.ts";
import type { Item } from "./item.ts";
import { Panel } from "./panel.tsx";

type Props = Readonly<{
  item: Item;
  preview: Extract<Preview, { kind: "survey" }>;
  onChange: (change: Partial<Item>) => void;
}>;

export function LeftOut({ item, preview, onChange }: Props) {
  const t = useTranslations("sources");
  const { sheet, already, unfinished } = preview;
  const reasons = new Map<ColumnReason, number>();
  for (const { index, reason } of sheet.columns)
    if (item.uses[index] === "ignore") reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const ignored = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const lines = [
    ...(sheet.previews > 0 ? [t("survey.previews", { count: sheet.previews })] : []),
    ...(sheet.dialogues > 0 ? [t("survey.dialogues", { count: sheet.dialogues })] : []),
    ...(ignored > 0
      ? [
          t("survey.ignored", {
            count: ignored,
            why: [...reasons].map(([reason, count]) => `${t(`survey.reason.${reason}`)} (${count})`).join(" · "),
          }),
        ]
      : []),
  ];
  if (lines.length === 0 && already === 0 && unfinished.all === 0) return null;
  return (
    <Panel title={t("survey.leftOut")}>
      {already > 0 ? (
        <div className="flex flex-col gap-1" role="status">
          <p>{t("survey.already", { count: already, total: preview.total })}</p>
          <Checkbox isSelected={item.again} onChange={(again) => onChange({ again })}>
            {t("survey.again")}
          </Checkbox>
        </div>
      ) : null}
      {unfinished.all > 0 ? (
        <div className="flex flex-col gap-1">
          <p>{t("survey.unfinished", { count: unfinished.all, total: preview.total })}</p>
          <Checkbox isSelected={item.unfinished} onChange={(on) => onChange({ unfinished: on })}>
            {t("survey.unfinishedToo")}
          </Checkbox>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <ul className="flex max-w-measure flex-col gap-1">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
