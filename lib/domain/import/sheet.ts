/**
 * What an import proposes for a survey, before anything is saved: a table and a use for each column.
 *
 * Columns are known by position, never by heading: real files have double and empty ones.
 *
 * Rules: docs/spec/import.md, I20 to I27.
 */
import * as z from "zod";

export const ColumnUse = z.enum(["ignore", "respondent", "organisation", "attribute", "question"]);
export type ColumnUse = z.infer<typeof ColumnUse>;

/** Why a use was proposed, so that the preview can say it. */
export const ColumnReason = z.enum([
  "empty",
  "constant", // the same value in every row
  "e-mail",
  "address", // IP address, position on the map
  "timestamp",
  "technical", // ids, links, status and progress of the survey tool
  "identity", // one name or number for each row
  "organisation",
  "number",
  "date",
  "choice", // few different values
  "choices", // a few values, several in a cell
  "free-text",
  "template", // the workbook itself says so
]);

/** What the values are, so that they can be sorted and counted as what they are. */
export const ValueKind = z.enum([
  "number",
  "scale", // steps in an order: 1 to 5, or "Strongly agree" to "Strongly disagree"
  "date",
  "yes-no",
  "choice",
  "choices",
  "text",
]);
export type ValueKind = z.infer<typeof ValueKind>;
export type ColumnReason = z.infer<typeof ColumnReason>;

export const Column = z.strictObject({
  index: z.int().min(0),
  heading: z.string(),
  asks: z.string(), // the question in the heading; the same for the boxes of one question
  use: ColumnUse,
  reason: ColumnReason,
  kind: ValueKind,
  filled: z.int().min(0), // rows with a value, proposed blanks left out
  distinct: z.int().min(0),
  meanWords: z.number().min(0),
  examples: z.array(z.string()), // at most three
});
export type Column = z.infer<typeof Column>;

/** A sheet of a workbook, so that a person can choose another one. */
export const SheetName = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  rows: z.int().min(0), // with words in them, headings included
  columns: z.int().min(0),
  fault: z.string().nullable(), // the code of what keeps it from being read
});

export const Sheet = z.strictObject({
  format: z.enum(["csv", "tsv", "xlsx", "ods"]),
  sheets: z.array(SheetName), // none where the file is text
  sheet: z.int().min(0).nullable(), // which of them this is
  headers: z.array(z.string()),
  rows: z.array(z.array(z.string())), // every row as wide as `headers`
  lines: z.array(z.int().min(1)), // the line of the file on which each row begins
  headerRows: z.int().min(0), // rows before the first answer, a banner included
  delimiter: z.string(), // empty in a workbook
  encoding: z.string(),
  tool: z.enum([
    "qualtrics",
    "surveymonkey",
    "limesurvey",
    "smartsurvey",
    "google-forms",
    "microsoft-forms",
    "surveygizmo",
    "typeform",
    "jisc",
    "consult",
    "unknown",
  ]),
  columns: z.array(Column),
  blanks: z.array(z.strictObject({ value: z.string(), count: z.int().min(1) })), // "-", "N/A" …: blank only if a person agrees
  previews: z.int().min(0), // rows that the survey's makers sent as a test; left out
  dialogues: z.int().min(0), // cells that are a talk with a machine, whose questions are left out
});
export type Sheet = z.infer<typeof Sheet>;

/** How a person corrects the reading of a table. */
export const TableOptions = z.strictObject({
  sheet: z.int().min(0).max(5000).optional(), // instead of the sheet that was proposed
  headings: z.int().min(0).max(20).optional(), // rows before the first answer, instead of those that were recognised
});
export type TableOptions = z.infer<typeof TableOptions>;

/** What is known of respondents by one column: its heading, what its values are, which of equal columns it is (from 1). */
export type Attribute = Readonly<{ name: string; kind: ValueKind; nth: number }>;

/** One row as a response. `text` is exactly the comments, joined as turns are; offsets are code points. */
export type Response = Readonly<{
  row: number; // index into the sheet's rows
  respondent: string | null;
  organisation: string | null;
  attributes: readonly Readonly<{ column: number; value: string }>[];
  text: string;
  turns: readonly Readonly<{ start: number; end: number; column: number }>[];
}>;
