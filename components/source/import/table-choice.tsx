"use client";
/** How a table is read: which sheet of a workbook, and where the headings end. A change reads the file again. */
import { useTranslations } from "next-intl";
import { NumberField } from "#components/ui/number-field.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Sheet, TableOptions } from "#lib/domain/import/sheet.ts";
import type { Item } from "./item.ts";
import { Panel } from "./panel.tsx";

type Props = Readonly<{
  item: Item;
  sheet: Sheet;
  total: number;
  onTable: (table: TableOptions) => void;
}>;

const MOST = 20; // heading rows that can be asked for

export function TableChoice({ item, sheet, total, onTable }: Props) {
  const t = useTranslations("sources");
  const chosen = item.table.sheet ?? sheet.sheet;
  return (
    <Panel title={t("survey.reading")} help={t("survey.readingHelp")}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {sheet.sheets.length > 1 ? (
          <Select
            label={t("survey.sheet")}
            selectedKey={String(chosen ?? 0)}
            disabledKeys={sheet.sheets.flatMap(({ rows }, at) => (rows === 0 ? [String(at)] : []))}
            onSelectionChange={(key) => {
              const next = Number(key);
              if (next !== chosen) onTable({ sheet: next });
            }}
          >
            {sheet.sheets.map(({ name, hidden, rows, columns }, at) => (
              <Option key={at} id={String(at)}>
                {t(hidden ? "survey.sheetHidden" : "survey.sheetShown", { name, rows, columns })}
              </Option>
            ))}
          </Select>
        ) : null}
        <NumberField
          label={t("survey.headings")}
          description={t("survey.headingsHelp")}
          value={item.table.headings ?? sheet.headerRows}
          minValue={0}
          maxValue={Math.min(MOST, sheet.headerRows + total - 1)}
          onChange={(headings) => {
            if (Number.isInteger(headings) && headings !== (item.table.headings ?? sheet.headerRows))
              onTable({ ...item.table, headings });
          }}
        />
      </div>
    </Panel>
  );
}
