/**
 * The quotes, the themes with their numbers, the codebook and the framework matrix as one workbook (.xlsx).
 *
 * Rules: docs/spec/report.md, R14, R26 to R28.
 */
import { region, wordsOf } from "#lib/domain/report/model.ts";
import type { Report } from "#lib/domain/report/model.ts";
import { writeXlsx } from "#lib/format/sheet/write.ts";
import type { Leaf } from "#lib/format/sheet/write.ts";
import type { Say } from "./say.ts";
import { cells } from "./table.ts";
import type { Rows } from "./theme-table.ts";

/** How wide columns are, in signs: of paths and names, of words that are read, of what is told in a word. */
const NAME = 32;
const READ = 72;
const WORD = 18;

export function xlsx(
  {
    report,
    quotes,
    themes,
    kinds,
    codebook,
    framework,
  }: Readonly<{
    report: Report;
    quotes: Rows;
    themes: Rows;
    kinds: Rows;
    codebook: readonly (readonly string[])[];
    framework: Rows;
  }>,
  say: Say,
): Uint8Array {
  return writeXlsx({
    lang: region(report.lang),
    title: wordsOf(report.title),
    sheets: [
      sheet("quotes", cells(quotes), [NAME, READ, READ, READ, NAME, WORD, WORD, WORD, NAME]),
      sheet("themes", cells(themes), [NAME, READ, WORD, WORD]),
      sheet("kinds", cells(kinds), [NAME, WORD, NAME, WORD, WORD, WORD], 4),
      sheet("codebook", codebook, [NAME, NAME]),
      ...(framework.length === 0 ? [] : [sheet("framework", cells(framework), [WORD])]),
    ],
  });

  /** @param counts - the first of the columns that count */
  function sheet(
    name: "quotes" | "themes" | "kinds" | "codebook" | "framework",
    [head = [], ...rows]: readonly (readonly string[])[],
    widths: readonly number[],
    counts = head.length,
  ): Leaf {
    const columns = head.map((words, at) => ({ head: words, width: widths[at] ?? NAME, counts: at >= counts }));
    return { name: say(`sheets.${name}`), columns, rows };
  }
}
