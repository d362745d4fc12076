"use client";
/** The preview of a survey: what each column is for, what counts as blank, and the first rows. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { join } from "#components/ui/join.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { Preview } from "#lib/domain/import/preview.ts";
import type { Column, Sheet, TableOptions } from "#lib/domain/import/sheet.ts";
import { ColumnUse } from "#lib/domain/import/sheet.ts";
import { Details } from "./details.tsx";
import type { Choices, Item } from "./item.ts";
import { LeftOut } from "./left-out.tsx";
import { Panel } from "./panel.tsx";
import { TableChoice } from "./table-choice.tsx";

type Props = Readonly<{
  item: Item;
  preview: Extract<Preview, { kind: "survey" }>;
  choices: Choices;
  onChange: (change: Partial<Item>) => void;
  onTable: (table: TableOptions) => void;
  onUses: (uses: readonly ColumnUse[]) => void;
}>;

const NEW = "new";
const TOOLS: Readonly<Record<Sheet["tool"], string | null>> = {
  qualtrics: "Qualtrics",
  surveymonkey: "SurveyMonkey",
  limesurvey: "LimeSurvey",
  smartsurvey: "SmartSurvey",
  "google-forms": "Google Forms",
  "microsoft-forms": "Microsoft Forms",
  surveygizmo: "Alchemer (SurveyGizmo)",
  typeform: "Typeform",
  jisc: "Jisc Online Surveys",
  consult: "Consult",
  unknown: null,
};

export function Survey({ item, preview, choices, onChange, onTable, onUses }: Props) {
  const t = useTranslations("sources");
  const { sheet, total } = preview;
  const [only, setOnly] = useState(sheet.columns.length > 30);
  const used = (column: Column) => item.uses[column.index] !== "ignore" && item.uses[column.index] !== "attribute";
  const columns = only ? sheet.columns.filter(used) : sheet.columns;
  const nameOf = (column: Pick<Column, "heading" | "index">) =>
    column.heading || t("survey.unnamed", { n: column.index + 1 });
  const asks = item.uses.includes("question");
  const single = item.as === "comments";
  return (
    <div className="flex flex-col gap-6">
      <p className="text-soft">
        {[
          ...(TOOLS[sheet.tool] ? [t("facts.tool", { tool: TOOLS[sheet.tool] ?? "" })] : []),
          t("facts.rows", { count: total }),
          t("facts.columns", { count: sheet.headers.length }),
          t("facts.headings", { count: sheet.headerRows }),
          sheet.encoding.toUpperCase(),
        ].join(" · ")}
      </p>
      {asks ? null : (
        <Notice kind="warn" live>
          {t("survey.noQuestion")}
        </Notice>
      )}
      {single ? null : <TableChoice item={item} sheet={sheet} total={total} onTable={onTable} />}
      <LeftOut item={item} preview={preview} onChange={onChange} />
      <Details item={item} choices={choices} onChange={onChange} />
      <Panel
        title={t("survey.heading")}
        {...(single ? {} : { help: t("survey.help") })}
        aside={
          sheet.columns.length > 30 ? (
            <Switch isSelected={only} onChange={setOnly}>
              {t("survey.only")}
            </Switch>
          ) : null
        }
      >
        <ul className="flex flex-col divide-y divide-line" aria-label={t("survey.table")}>
          {columns.map((column) => {
            const use = item.uses[column.index] ?? column.use;
            return (
              <li
                key={column.index}
                className={join(
                  "grid grid-cols-1 gap-x-4 gap-y-2 py-3 first:pt-0 lg:grid-cols-[minmax(0,1.8fr)_11rem_minmax(0,1fr)]",
                  use === "ignore" && "text-soft",
                )}
              >
                <div className="min-w-0">
                  <p className="font-semibold text-balance break-words">{nameOf(column)}</p>
                  <p className="text-sm text-soft">
                    {t(`survey.reason.${column.reason}`)} · {t("survey.filled", { filled: column.filled, total })}
                  </p>
                  {column.examples.length > 0 ? (
                    <p className="mt-0.5 line-clamp-2 text-sm text-soft">
                      {column.examples.map((example) => `“${example}”`).join("  ")}
                    </p>
                  ) : null}
                </div>
                <Select
                  label={t("survey.useOf", { name: nameOf(column) })}
                  hideLabel
                  selectedKey={use}
                  onSelectionChange={(key) => {
                    const chosen = ColumnUse.safeParse(key).data;
                    if (chosen)
                      onUses(
                        sheet.columns.map(({ index }) =>
                          index === column.index ? chosen : (item.uses[index] ?? "ignore"),
                        ),
                      );
                  }}
                >
                  {ColumnUse.options.map((one) => (
                    <Option key={one} id={one}>
                      {t(`survey.uses.${one}`)}
                    </Option>
                  ))}
                </Select>
                {use === "question" ? (
                  <Select
                    label={t("survey.asksOf", { name: nameOf(column) })}
                    hideLabel
                    selectedKey={item.questions[column.index] ?? NEW}
                    onSelectionChange={(key) =>
                      onChange({
                        questions: {
                          ...item.questions,
                          [column.index]: key === NEW || key === null ? null : String(key),
                        },
                      })
                    }
                  >
                    <Option id={NEW}>
                      {t("survey.asksNew", { words: column.asks || t("survey.question", { n: column.index + 1 }) })}
                    </Option>
                    {choices.questions.map((question) => (
                      <Option key={question.id} id={question.id}>
                        {question.label}
                      </Option>
                    ))}
                  </Select>
                ) : (
                  <span className="text-sm text-soft lg:pt-2">
                    {use === "attribute" ? t(`survey.kind.${column.kind}`) : null}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </Panel>
      {sheet.blanks.length > 0 ? (
        <Panel title={t("survey.blanks")} help={t("survey.blanksHelp")}>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {sheet.blanks.map(({ value, count }) => (
              <Checkbox
                key={value}
                isSelected={item.blanks.includes(value)}
                onChange={(on) =>
                  onChange({ blanks: on ? [...item.blanks, value] : item.blanks.filter((one) => one !== value) })
                }
              >
                {t("survey.blank", { value, count })}
              </Checkbox>
            ))}
          </div>
        </Panel>
      ) : null}
      <Panel title={t("survey.rows")} help={t("survey.rowsHelp", { shown: Math.min(10, total), count: total })}>
        <div
          className="max-h-96 overflow-auto rounded-md border border-line bg-raised"
          tabIndex={0}
          role="region"
          aria-label={t("survey.rows")}
        >
          <table className="border-collapse text-sm">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.index}
                    scope="col"
                    className={join(
                      "sticky top-0 min-w-36 max-w-72 border-b border-line-strong bg-raised px-3 py-2 text-start align-bottom font-semibold",
                      item.uses[column.index] === "ignore" && "text-soft",
                    )}
                  >
                    <span className="line-clamp-3">{nameOf(column)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.slice(0, 10).map((row, at) => (
                <tr key={sheet.lines[at]} className="border-b border-line">
                  {columns.map((column) => {
                    const value = row[column.index] ?? "";
                    return (
                      <td
                        key={column.index}
                        className={join(
                          "max-w-72 px-3 py-2 align-top",
                          (item.uses[column.index] === "ignore" || item.blanks.includes(value.trim())) && "text-soft",
                          item.blanks.includes(value.trim()) && "line-through",
                        )}
                      >
                        <span className="line-clamp-4 whitespace-pre-line">{value}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  );
}
