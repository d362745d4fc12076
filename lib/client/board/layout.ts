/**
 * How a card of each size is laid out, in board units: the canvas draws it so, and so does the element.
 *
 * Letters are equally large on all sizes: what grows is how much can be said. Words begin at the top, tags and
 * caption stand at the foot; the words take what lines are left between. Knows nothing of the DOM.
 */
import { SIZES } from "#lib/domain/board/measure.ts";
import type { CardSize } from "#lib/domain/board/shape.ts";

/** What is the same on every card. */
export const SLIP = {
  padX: 16,
  padTop: 13,
  size: 15, // of letters
  line: 21,
  bar: 7, // how thick a bar is that stands for a line of words
  caption: 12.5, // size of the letters of caption and tags
  base: 12, // from the top of their line to where their letters stand
} as const;

/** From the lower edge of a card up to the top of its caption, and of its tags. */
const CAPTION = 26;
const TAGS = 48;
/** The least space between words and what stands under them. */
const AIR = 5;
/** The space at the right of words. */
const PAD_END = 14;

export type SlipLayout = Readonly<{
  w: number;
  h: number;
  /** How wide words may run. */
  run: number;
  /** How many lines of words there are, with tags below them and without. */
  lines: number;
  linesBare: number;
  /** The top of the line of tags; null where the card is too small for them. */
  tags: number | null;
  /** The top of the caption. */
  caption: number;
}>;

export const LAYOUTS: Readonly<Record<CardSize, SlipLayout>> = { s: layOut("s"), m: layOut("m"), l: layOut("l") };

function layOut(size: CardSize): SlipLayout {
  const { w, h } = SIZES[size];
  const above = (foot: number) => Math.floor((h - foot - AIR - SLIP.padTop) / SLIP.line);
  const small = size === "s";
  return {
    w,
    h,
    run: w - SLIP.padX - PAD_END,
    lines: above(small ? CAPTION : TAGS),
    linesBare: above(CAPTION),
    tags: small ? null : h - TAGS,
    caption: h - CAPTION,
  };
}

type Said = Readonly<{ size: CardSize; length: number }>;

/** How many bars stand for the words of a card that cannot be read, or are on their way. */
export function barsOf({ size, length }: Said): number {
  return Math.min(LAYOUTS[size].lines, Math.max(1, Math.ceil(length / lettersIn(size))));
}

/** How long one of these bars is. */
export function barAt({ size, length }: Said, bars: number, at: number): number {
  const { run } = LAYOUTS[size];
  if (at === bars - 1) return run * Math.max(0.25, Math.min(1, length / lettersIn(size) - (bars - 1)));
  return run * (0.9 + ((at * 37 + length) % 10) / 100);
}

/** How many letters a line holds, about. */
function lettersIn(size: CardSize): number {
  return LAYOUTS[size].run / 7.25;
}
