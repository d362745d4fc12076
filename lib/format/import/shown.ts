/** What a preview needs of what was opened: all of a transcript, the first rows of a table. */
import type { Preview } from "#lib/domain/import/preview.ts";
import { SHOWN_ROWS } from "#lib/domain/import/preview.ts";
import type { Opened } from "./open.ts";

export type Shown =
  | Omit<Extract<Preview, { kind: "transcript" }>, "known">
  | Omit<Extract<Preview, { kind: "survey" }>, "known">;

export function shown(opened: Opened): Shown {
  if (opened.kind === "transcript") return opened;
  const { sheet } = opened;
  return {
    kind: "survey",
    sheet: { ...sheet, rows: sheet.rows.slice(0, SHOWN_ROWS), lines: sheet.lines.slice(0, SHOWN_ROWS) },
    total: sheet.rows.length,
  };
}
