/** The table of quotes that is written as .csv: theme path, words, how findings publish and translate them, tags, language, arm, use, and what stands beside them where that was asked for. */
import { besideWords } from "./beside.ts";
import type { ReportWish } from "#lib/domain/report/check.ts";
import type { Say } from "./say.ts";
import type { Words } from "./material.ts";
import type { QuoteLine } from "./gather.ts";
import { text } from "./compose.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";

/** A cell before names are looked for: a paragraph each. */
export type Cell = readonly Text[];

/** The rows of the table as texts, the head first, so that they can be veiled like every other text. */
export function table(
  quotes: readonly QuoteLine[],
  { lang, beside }: ReportWish,
  say: Say,
): readonly (readonly Cell[])[] {
  const by = (cell: () => Cell) => (beside === "none" ? [] : [cell()]);
  const cell = (words: string, of: string = lang): Cell => [plain(words, of)];
  const own = (key: string) => cell(say(`csv.${key}`));
  return [
    [
      own("theme"),
      own("quote"),
      own("published"),
      own("translation"),
      own("tags"),
      own("language"),
      own("arm"),
      own("use"),
      ...by(() => own("by")),
    ],
    ...quotes.map(({ path, quote, published, tags, arm, use }) => [
      [pathOf(path, lang)],
      [text(quote)],
      published.flatMap(({ quote: one }) => (one.edits?.length ? [text(one)] : [])),
      published.flatMap(({ quote: { translation } }) => (translation ? [text(translation)] : [])),
      cell(tags.map(({ words }) => words).join("; "), tags[0]?.lang ?? lang),
      cell(quote.lang),
      arm === null ? cell("") : own(arm),
      own(use ?? "none"),
      ...by(() => cell(quote.by ? besideWords(quote.by, say) : "")),
    ]),
  ];
}

/** A cell as one text: paragraphs under one another, those that read alike once. */
export function joined(cell: Cell, lang: string): Text {
  const once = [...new Map(cell.map((one) => [wordsOf(one), one])).values()];
  const line = { text: "\n", replaced: false };
  return {
    lang: once[0]?.lang ?? lang,
    pieces: once.flatMap(({ pieces }, at) => (at === 0 ? pieces : [line, ...pieces])),
  };
}

/** The names of themes from the outermost to this one, as one text. */
export function pathOf(path: readonly Words[], lang: string): Text {
  return plain(path.map(({ words }) => words).join(" › "), path[0]?.lang ?? lang);
}

/** The rows as they are written. */
export function cells(rows: readonly (readonly Text[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(wordsOf));
}
