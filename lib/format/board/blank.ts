/** A board on which every kind of thing lies and nobody's words do; what the scan compares finished files with. */
import { SIZES } from "#lib/domain/board/measure.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Paper, PaperCard, PaperTheme } from "./paper.ts";

const MARK = "x";

/** The blank of a language, with texts marked in both languages. */
export function blankBoard(lang: "en" | "cy"): Paper {
  const text = plain(MARK, lang);
  const other = plain(MARK, lang === "en" ? "cy" : "en");
  const long = plain(`${MARK} `.repeat(2000), lang);
  const odd = plain("\u{1f9f6}", lang); // a sign that the fonts lack
  const card = (kind: PaperCard["kind"], size: keyof typeof SIZES, words: PaperCard["words"]): PaperCard => ({
    kind,
    box: { x: 0, y: 0, ...SIZES[size] },
    hue: kind === "quote" ? 1 : 0,
    words,
    withheld: false,
    caption: text,
    tags: other,
  });
  const cards = [card("quote", "s", long), card("quote", "m", other), card("insight", "l", odd)];
  const theme = (hue: number, themes: readonly PaperTheme[]): PaperTheme => ({
    name: hue % 2 === 0 ? other : long,
    definition: text,
    include: text,
    exclude: text,
    box: { x: 0, y: 0, w: 400, h: 400 },
    hue,
    collapsed: hue === 2,
    locked: hue === 1,
    count: 1,
    counted: text,
    cards,
    themes,
  });
  const inner = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((hue) => theme(hue, hue === 3 ? [theme(1, [])] : []));
  return {
    lang,
    name: text,
    summary: text,
    themes: [theme(1, inner)],
    loose: cards,
    labels: { unclustered: text, definition: text, include: text, exclude: text, tags: text },
  };
}
