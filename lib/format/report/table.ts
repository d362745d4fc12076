/** The table of quotes that is written as .csv: theme path, words, tags, language, arm, use, and what stands beside them where that was asked for. */
import { besideWords } from "./beside.ts";
import type { ReportWish } from "#lib/domain/report/check.ts";
import type { Say } from "./say.ts";
import type { Words } from "./material.ts";
import type { QuoteLine } from "./gather.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";

/** The rows of the table as texts, the head first, so that they can be veiled like every other text. */
export function table(
  quotes: readonly QuoteLine[],
  { lang, beside }: ReportWish,
  say: Say,
): readonly (readonly Text[])[] {
  const by = (cell: () => Text) => (beside === "none" ? [] : [cell()]);
  const own = (key: string) => plain(say(`csv.${key}`), lang);
  return [
    [own("theme"), own("quote"), own("tags"), own("language"), own("arm"), own("use"), ...by(() => own("by"))],
    ...quotes.map(({ path, quote, tags, arm, use }) => [
      pathOf(path, lang),
      plain(quote.words, quote.lang, quote.around),
      plain(tags.map(({ words }) => words).join("; "), tags[0]?.lang ?? lang),
      plain(quote.lang, lang),
      arm === null ? plain("", lang) : own(arm),
      own(use ?? "none"),
      ...by(() => plain(quote.by ? besideWords(quote.by, say) : "", lang)),
    ]),
  ];
}

/** The names of themes from the outermost to this one, as one text. */
export function pathOf(path: readonly Words[], lang: string): Text {
  return plain(path.map(({ words }) => words).join(" › "), path[0]?.lang ?? lang);
}

/** The rows as they are written. */
export function cells(rows: readonly (readonly Text[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(wordsOf));
}
