/** What the screens of quotes are handed: rows already put into words. */

/** A tag; hue 0 is none. */
export type TagView = Readonly<{ id: string; name: string; hue: number; count: number }>;

/** A tag that was chosen for a quote: one of the codebook, or a new one that is made with the quote. */
export type Choice = Readonly<{ id: string; name: string; hue: number; fresh: boolean }>;

export type CardView = Readonly<{
  id: string;
  board: string;
  boardName: string;
  theme: string | null;
  themeName: string | null;
  hue: number;
}>;

export type QuoteView = Readonly<{
  id: string;
  start: number;
  end: number;
  words: string;
  lang: string;
  who: string; // as this reader may know it
  code: string; // S03 or P47: what a card says
  tags: readonly TagView[];
  cards: readonly CardView[];
  memos: number; // that are not settled
}>;

/** Where quotes may be sent: a board with its themes, in the order of its outline. */
export type BoardView = Readonly<{
  id: string;
  name: string;
  analysis: boolean;
  themes: readonly Readonly<{ id: string; name: string; hue: number; depth: number; locked: boolean }>[];
}>;
