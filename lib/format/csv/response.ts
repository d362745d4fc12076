/**
 * Rows of a survey into responses: one text each, one turn for every comment.
 *
 * Blank stays blank: an empty cell makes no turn, and a "-" is only blank if a person said so.
 *
 * Rules: docs/spec/import.md, I25 to I27.
 */
import { SEPARATOR } from "#lib/domain/import/draft.ts";
import type { ColumnUse, Response, Sheet } from "#lib/domain/import/sheet.ts";
import { points } from "#lib/format/text/points.ts";
import { answersIn } from "./dialogue.ts";

/** All responses of a sheet. */
export function responsesOf(
  sheet: Pick<Sheet, "rows">,
  uses: readonly ColumnUse[],
  blanks: readonly string[],
): Response[] {
  return sheet.rows.map(responder(uses, blanks));
}

/**
 * @param uses - one for each column, in order
 * @param blanks - values that a person took for "no answer"
 * @returns what makes a response of a row, `at` being its index in the sheet
 */
export function responder(
  uses: readonly ColumnUse[],
  blanks: readonly string[],
): (row: readonly string[], at: number) => Response {
  const blank = new Set(blanks);
  const columns = uses.map((use, index) => ({ use, index })).filter(({ use }) => use !== "ignore");
  const gap = points(SEPARATOR);
  return (row, at) => {
    let respondent: string | null = null;
    let organisation: string | null = null;
    const attributes: { column: number; value: string }[] = [];
    const turns: { start: number; end: number; column: number }[] = [];
    const texts: string[] = [];
    let end = 0;
    for (const { use, index } of columns) {
      const value = (row[index] ?? "").trim();
      if (value === "" || blank.has(value)) continue;
      if (use === "respondent") respondent ??= value;
      else if (use === "organisation") organisation ??= value;
      else if (use === "attribute") attributes.push({ column: index, value });
      else {
        for (const words of answersIn(value) ?? [value]) {
          const start = texts.length === 0 ? 0 : end + gap;
          end = start + points(words);
          texts.push(words);
          turns.push({ start, end, column: index });
        }
      }
    }
    return { row: at, respondent, organisation, attributes, text: texts.join(SEPARATOR), turns };
  };
}

/** How many comments there are: cells with an answer, even where a talk in one gives several turns. */
export function commentsIn(responses: readonly Pick<Response, "turns">[]): number {
  return responses.reduce((sum, { turns }) => sum + new Set(turns.map((turn) => turn.column)).size, 0);
}

/** Comments pasted as lines: a table of one column, a response for each line with words. */
export function linesAsSheet(text: string): Pick<Sheet, "headers" | "rows" | "lines"> {
  const rows: string[][] = [];
  const lines: number[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    rows.push([line.trim()]);
    lines.push(at + 1);
  }
  return { headers: [""], rows, lines };
}
