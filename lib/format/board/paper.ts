/**
 * A board before it is a picture or a list: its themes with what lies in them, every text in its language.
 *
 * Knows nothing of rows, fonts or files. No ids: nothing in it can be led back to a row.
 */
import type { Text } from "#lib/domain/report/model.ts";

export type Box = Readonly<{ x: number; y: number; w: number; h: number }>;

export type PaperCard = Readonly<{
  kind: "quote" | "insight";
  box: Box;
  hue: number; // 1 to 10; 0: none
  words: Text;
  /** The words may leave in no file; `words` says so instead. */
  withheld: boolean;
  caption: Text;
  tags: Text | null;
}>;

export type PaperTheme = Readonly<{
  name: Text;
  definition: Text | null;
  include: Text | null;
  exclude: Text | null;
  box: Box; // as it is drawn: stretched to what lies in it
  hue: number;
  collapsed: boolean;
  locked: boolean;
  count: number; // cards inside, also in themes within
  counted: Text; // the same in words
  cards: readonly PaperCard[];
  themes: readonly PaperTheme[];
}>;

export type Paper = Readonly<{
  lang: "en" | "cy";
  name: Text;
  /** what lies on it, and what was done to names */
  summary: Text;
  themes: readonly PaperTheme[];
  loose: readonly PaperCard[];
  /** fixed words */
  labels: Readonly<Record<Label, Text>>;
}>;

type Label = "unclustered" | "definition" | "include" | "exclude" | "tags";

/** Where a text stands, in the words of the report's check. */
type Where = "title" | "heading" | "paragraph" | "quote" | "list";

/** Rewrites every text of a board. */
export function mapPaper(paper: Paper, change: (text: Text, where: Where) => Text): Paper {
  const maybe = (text: Text | null) => text && change(text, "paragraph");
  const card = (one: PaperCard): PaperCard => ({
    ...one,
    words: change(one.words, one.kind === "quote" ? "quote" : "paragraph"),
    caption: change(one.caption, "list"),
    tags: one.tags && change(one.tags, "list"),
  });
  const theme = (one: PaperTheme): PaperTheme => ({
    ...one,
    name: change(one.name, "heading"),
    counted: change(one.counted, "list"),
    definition: maybe(one.definition),
    include: maybe(one.include),
    exclude: maybe(one.exclude),
    cards: one.cards.map(card),
    themes: one.themes.map(theme),
  });
  const { unclustered, definition, include, exclude, tags } = paper.labels;
  return {
    ...paper,
    name: change(paper.name, "title"),
    summary: change(paper.summary, "paragraph"),
    themes: paper.themes.map(theme),
    loose: paper.loose.map(card),
    labels: {
      unclustered: change(unclustered, "heading"),
      definition: change(definition, "list"),
      include: change(include, "list"),
      exclude: change(exclude, "list"),
      tags: change(tags, "list"),
    },
  };
}
