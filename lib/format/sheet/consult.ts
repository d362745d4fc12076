/**
 * The template of i.AI's Consult: one sheet of responses, and sheets that say by column letter what each column is.
 *
 * A hybrid question is a choice and the words why: both stay, the choice as an attribute beside the comment.
 *
 * Rules: docs/spec/import.md, I97.
 */
import type { Column, ColumnUse } from "#lib/domain/import/sheet.ts";
import type { Worksheet } from "./workbook.ts";

type Role = Readonly<{ use: ColumnUse; asks: string | null }>;
export type Template = Readonly<{ responses: number; roles: ReadonlyMap<number, Role> }>;

/** What the template's sheets say; null where this is no such workbook. */
export function templateOf(sheets: readonly Worksheet[]): Template | null {
  const find = (name: RegExp) => sheets.findIndex((sheet) => !sheet.fault && name.test(sheet.name.trim()));
  const responses = find(/^responses$/i);
  const open = find(/^open questions?$/i);
  const hybrid = find(/^hybrid questions?$/i);
  if (responses < 0 || (open < 0 && hybrid < 0)) return null;
  const roles = new Map<number, Role>();
  const say = (letters: string | undefined, use: ColumnUse, asks: string | undefined) => {
    const column = columnAt(letters ?? "");
    if (column !== null) roles.set(column, { use, asks: asks?.replace(/\s+/g, " ").trim() || null });
  };
  for (const row of sheets[find(/^demographics?$/i)]?.rows ?? []) say(row[0], "attribute", undefined);
  for (const row of sheets[find(/^multiple[ -]choice(?: questions?)?$/i)]?.rows ?? [])
    say(row[0], "attribute", undefined);
  for (const row of sheets[open]?.rows ?? []) say(row[0], "question", row[2]);
  for (const row of sheets[hybrid]?.rows ?? []) {
    say(row[0], "question", row[2]);
    say(row[3], "attribute", undefined);
  }
  return { responses, roles };
}

/** The columns with the uses that the template gives them. */
export function withTemplate(columns: readonly Column[], { roles }: Template): Column[] {
  return columns.map((column) => {
    const role = roles.get(column.index);
    return role ? { ...column, use: role.use, asks: role.asks ?? column.asks, reason: "template" } : column;
  });
}

/** "B" is column 1; null for anything but a column's letters. */
function columnAt(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters.trim())) return null;
  return Array.from(letters.trim()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
