/**
 * Which responses were never sent off: LimeSurvey leaves their date of submission empty, Qualtrics says that they are not
 * finished. What other tools export does not tell.
 *
 * Rules: docs/spec/import.md, I108.
 */
import type { Sheet } from "#lib/domain/import/sheet.ts";

const SUBMITTED = /^(?:submitdate|date submitted|datum abgeschickt)$/i;
const FINISHED = /^finished$/i;

/** @returns indexes of rows, in order */
export function unfinishedIn({ tool, headers, rows }: Pick<Sheet, "tool" | "headers" | "rows">): number[] {
  const rule = tool === "limesurvey" ? SUBMITTED : tool === "qualtrics" ? FINISHED : null;
  const column = rule === null ? -1 : headers.findIndex((heading) => rule.test(heading.trim()));
  if (column < 0) return [];
  return rows.flatMap((row, at) => {
    const value = (row[column] ?? "").trim();
    return (tool === "limesurvey" ? value === "" : /^(?:false|0)$/i.test(value)) ? [at] : [];
  });
}
