/** A small board before it is a file, for tests of what writes it. */
import { SIZES } from "#lib/domain/board/measure.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Paper, PaperCard, PaperTheme } from "#lib/format/board/paper.ts";

export function paperCard(words: string, more: Partial<PaperCard> = {}): PaperCard {
  return {
    kind: "quote",
    box: { x: 24, y: 56, ...SIZES.m },
    hue: 1,
    words: plain(words, "en"),
    withheld: false,
    caption: plain("P01 · interview", "en"),
    tags: null,
    ...more,
  };
}

export function paperTheme(name: string, cards: readonly PaperCard[], more: Partial<PaperTheme> = {}): PaperTheme {
  return {
    name: plain(name, "en"),
    definition: null,
    include: null,
    exclude: null,
    box: { x: 0, y: 0, w: 288, h: 272 },
    hue: 1,
    collapsed: false,
    locked: false,
    count: cards.length,
    counted: plain(`${cards.length} cards`, "en"),
    cards,
    themes: [],
    ...more,
  };
}

export function paper(themes: readonly PaperTheme[], loose: readonly PaperCard[] = []): Paper {
  const text = (words: string) => plain(words, "en");
  return {
    lang: "en",
    name: text("Board"),
    summary: text("What lies here."),
    themes,
    loose,
    labels: {
      unclustered: text(`Unclustered (${loose.length} cards)`),
      definition: text("Definition"),
      include: text("Includes"),
      exclude: text("Excludes"),
      tags: text("Tags"),
    },
  };
}
