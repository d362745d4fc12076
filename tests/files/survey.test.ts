/**
 * Real surveys through the one door, where they are at hand.
 *
 * None of them is part of the project. Header rows, rows, columns and comments were counted apart from this code, by
 * another reader of CSV and XML; the roles were decided by reading headings and values: R respondent, O organisation,
 * a attribute, Q open question, - ignore, column by column, "a12" twelve in a row.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ColumnUse } from "#lib/domain/import/sheet.ts";
import { factsOf } from "#lib/format/import/facts.ts";
import { open } from "#lib/format/import/open.ts";

const real = [
  join(import.meta.dirname, "../../../shared/data"),
  join(import.meta.dirname, "../../../../shared/data"),
].find((folder) => existsSync(join(folder, "surveys")));

const LETTER: Readonly<Record<ColumnUse, string>> = {
  ignore: "-",
  respondent: "R",
  organisation: "O",
  attribute: "a",
  question: "Q",
};

async function outcome(path: string): Promise<string> {
  const opened = await open(new Uint8Array(readFileSync(path)));
  if (!opened.ok) return opened.fault.code;
  if (opened.value.kind !== "survey") return "transcript";
  const { format, tool, encoding, sheet, headerRows, rows, headers, columns } = opened.value.sheet;
  const facts = factsOf(opened.value);
  const comments = "comments" in facts ? facts.comments : 0;
  const roles = columns
    .map((column) => LETTER[column.use])
    .join("")
    .replace(/(.)\1{3,}/g, (run, letter) => `${letter}${run.length} `)
    .trim();
  return `${format} ${tool} ${encoding} ${sheet === null ? "" : `sheet ${sheet} `}${headerRows}+${rows.length}x${headers.length} comments ${comments} roles ${roles}`;
}

const GOLDEN = {
  "surveys/consult/consult-template-v005.xlsx":
    "xlsx consult utf-8 sheet 2 1+40x10 comments 97 roles Ra4 QaQQa",
  "surveys/consult/qu-format-a.xlsx":
    "xlsx unknown utf-8 sheet 2 3+2x4 comments 2 roles aRQa",
  "surveys/consult/responses-lgr.csv":
    "csv unknown utf-8 1+5x8 comments 10 roles a5 QaQ",
  "surveys/google-forms/aam-2019-31k.csv":
    "csv google-forms utf-8 2+31396x10 comments 7079 roles -a7 Qa",
  "surveys/google-forms/bilingual-en-zh.xlsx":
    "xlsx unknown utf-8 sheet 0 0+79x23 comments 183 roles -a-a13 QaQ5",
  "surveys/google-forms/btw250.xlsx":
    "xlsx google-forms utf-8 sheet 0 1+119x24 comments 0 roles a24",
  "surveys/google-forms/icsme-zh-ui.xlsx":
    "xlsx google-forms utf-8 sheet 0 1+167x41 comments 301 roles a23 Qa11 QaQ4",
  "surveys/google-forms/social-media.csv":
    "csv google-forms utf-8 1+40x21 comments 0 roles --a18 -",
  "surveys/limesurvey/app-dev-2014.csv":
    "csv limesurvey utf-8 1+257x209 comments 81 roles R--a6 Qa12 Qa8 Qa-aaQaaaQa4 Qa4 Qa4 Qa14 -a13 QQa6 -a14 Qa8 Qa6 -a7 Qa8 Qa6 -a6 -a6 -a12 Qa9 Qa7 Qa11 -a4",
  "surveys/limesurvey/automotive-2header.csv":
    "csv unknown utf-8 2+45x38 comments 20 roles a6 Qa4 Qa5 -a11 Qa7 Q",
  "surveys/limesurvey/automotive.xlsx":
    "xlsx unknown utf-8 sheet 1 2+45x38 comments 20 roles a6 Qa4 Qa5 -a11 Qa7 Q",
  "surveys/limesurvey/dt-english-semicolon.csv":
    "csv limesurvey utf-8 1+96x317 comments 87 roles Ra6 Qa12 Qa7 Qa17 Q-12 a11 -a11 -a11 -a11 -a11 -a11 Qa11 -13 a11 -a11 -a11 -a11 Qa4 Qa9 Qa9 Qa9 Qa9 Qa10 Qa9 Qa8 Qa10 Qa9 Qa9 Qa6 QQ",
  "surveys/limesurvey/scicom-de.csv":
    "csv unknown utf-8 1+53x41 comments 51 roles Qa40",
  "surveys/microsoft-forms/vfx-curriculum.xlsx":
    "xlsx microsoft-forms utf-8 sheet 0 1+230x22 comments 874 roles R-4 a9 Qa4 QQQ",
  "surveys/other/ai-moderated-vpn.xlsx":
    "xlsx unknown utf-8 sheet 0 1+106x7 comments 530 roles RQ6",
  "surveys/other/polis-comments.csv":
    "csv unknown utf-8 1+342x10 comments 342 roles --a4 -aaQ",
  "surveys/other/qualcoder-survey789.xlsx":
    "xlsx unknown utf-8 sheet 0 1+3x6 comments 6 roles RaaaQQ",
  "surveys/other/ww2-responses.csv":
    "csv unknown utf-8 1+170x9 comments 65 roles -a--Q--a-",
  "surveys/qualtrics/kaggle2018-freeform-23k.csv":
    "csv qualtrics utf-8 2+19438x35 comments 32232 roles Q25 aQ9",
  "surveys/qualtrics/ux-preference.xlsx":
    "xlsx qualtrics utf-8 sheet 0 1+19x32 comments 68 roles Raa-5 a5 QQa15 QQ",
  "surveys/smartsurvey/govuk-intents.csv":
    "csv smartsurvey utf-8 1+626x20 comments 3314 roles R-9 aQ7 --",
  "surveys/surveygizmo/jupyter-ux-2015.csv":
    "csv surveygizmo utf-8 1+1706x37 comments 10244 roles ---aQaQQQaQ19 aQQaQQQa",
  "surveys/surveymonkey/jupyter-2020-text.csv":
    "csv surveymonkey utf-8 1+1135x19 comments 1446 roles RQ18",
  "surveys/surveymonkey/starwars-non-utf8.csv":
    "csv surveymonkey windows-1252 2+1186x38 comments 0 roles Ra37",
  "surveys/surveymonkey/thanksgiving.csv":
    "csv surveymonkey utf-8 1+1058x65 comments 463 roles RaaQaQaQaQa15 Qa12 Qa11 Qa14",
  "surveys/typeform/founderland.xlsx":
    "xlsx typeform utf-8 sheet 0 1+43x59 comments 272 roles RaQa4 Qa21 QaaQa12 -Q5 a4 -4",
  "refi/qualcoder-survey/survey456.csv":
    "csv unknown utf-8 1+3x5 comments 3 roles RaaaQ",
  "refi/qualcoder-survey/cases123.csv":
    "csv unknown utf-8 1+3x4 comments 0 roles Raaa",
  "refi/qualcoder-survey/survey789.xlsx":
    "xlsx unknown utf-8 sheet 0 1+3x6 comments 6 roles RaaaQQ",
  "labelled/nhs-pxtextmining-v6.csv":
    "csv surveymonkey utf-8 1+7908x61 comments 6196 roles -a-a5 Q-a43 -4 a4",
};

describe.skipIf(real === undefined)("[I20] [I22] [I23] [I96] real surveys", () => {
  test.each(Object.entries(GOLDEN))("%s", async (name, expected) => {
    const path = join(real ?? "", name);
    if (existsSync(path)) expect(await outcome(path)).toBe(expected);
  });
});
