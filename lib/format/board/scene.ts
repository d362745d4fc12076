/**
 * A board as a picture before it is bytes: every shape with its place, every text broken into lines that fit.
 *
 * Units are the board's; the top left is 0, 0. Knows fonts by their widths, and no file format.
 * Rules: docs/spec/board.md, B118 to B120.
 */
import { wordsOf } from "#lib/domain/report/model.ts";
import { LEADING, round, setter } from "./block.ts";
import type { Block } from "./block.ts";
import { widthOf } from "./letters.ts";
import type { Letters } from "./letters.ts";
import type { Box, Paper, PaperCard, PaperTheme } from "./paper.ts";

export type Slip = Readonly<{
  kind: PaperCard["kind"];
  box: Box;
  hue: number; // 0: none
  words: Block;
  tags: Block | null;
  caption: Block;
}>;

export type Cloth = Readonly<{ box: Box; hue: number; upper: boolean; locked: boolean; pile: boolean }>;

export type Part = Readonly<{
  level: number; // 1: lies in no other theme
  title: Block;
  counted: Block;
  slips: readonly Slip[];
  parts: readonly Part[];
}>;

export type Scene = Readonly<{
  lang: "en" | "cy";
  width: number;
  height: number;
  title: Block;
  summary: Block;
  /** drawn first, outer ones before inner ones */
  cloths: readonly Cloth[];
  parts: readonly Part[];
  /** what the unclustered are called; null where there are none */
  unclustered: string | null;
  loose: readonly Slip[];
}>;

/** The woven band at the top of a theme, and the coloured edge of a card. */
export const BAND = 8;
export const EDGE = 4;

const MARGIN = 48;
const NARROWEST = 720;
const PAD = { x: 16, top: 13, right: 14 };
const SMALL = 12.5; // captions and tags
const BELOW = { caption: 14, tags: 36, tagged: 52, untagged: 30 }; // from a card's lower edge
/** The sizes that words are tried in: as large as possible, yet all of them. */
const SIZES_OF_WORDS = [15, 13, 11.5];
/** A card that is narrower has no room for tags. */
const TAGS_FROM = 200;
/** Where the heap of a pile begins in it, and how its sheets lie. */
export const HEAP = { x: 24, y: 60, w: 168, h: 72, step: 7, sheets: 3 } as const;

/** Draws up the picture of a board. */
export function sceneOf(paper: Paper, letters: Letters): Scene {
  const set = setter(letters);
  const bounds = boundsOf(paper);
  const width = Math.ceil(Math.max(bounds.w, NARROWEST) + 2 * MARGIN);
  const run = width - 2 * MARGIN;
  const titleSize = Math.min(160, Math.max(28, Math.round(width / 70)));
  const smallSize = Math.max(15, Math.round(titleSize * 0.5));
  const title = set(paper.name, "bold", titleSize, "ink", MARGIN, MARGIN + titleSize, run, 3);
  const belowTitle = MARGIN + titleSize + (title.lines.length - 1) * title.step;
  const summary = set(paper.summary, "regular", smallSize, "faint", MARGIN, belowTitle + smallSize * 1.8, run, 6);
  const top = summary.y + Math.max(0, summary.lines.length - 1) * summary.step + smallSize * 2;
  const height = Math.ceil(top + bounds.h + MARGIN);
  const dx = MARGIN - bounds.x;
  const dy = top - bounds.y;
  const moved = (box: Box): Box => ({ ...box, x: round(box.x + dx), y: round(box.y + dy) });

  const cloths: Cloth[] = [];
  const parts = paper.themes.map((theme) => part(theme, 1));
  return {
    lang: paper.lang,
    width,
    height,
    title,
    summary,
    cloths,
    parts,
    unclustered: paper.loose.length === 0 ? null : wordsOf(paper.labels.unclustered),
    loose: paper.loose.map(slip),
  };

  function part(theme: PaperTheme, level: number): Part {
    const box = moved(theme.box);
    const { collapsed, locked, hue } = theme;
    cloths.push({ box, hue, upper: level > 1, locked, pile: collapsed });
    const left = box.x + 24;
    const space = box.w - 48;
    const countRun = Math.min(space, widthOf(letters, "regular", 14, wordsOf(theme.counted)) + 1);
    const named = collapsed ? space : Math.max(space * 0.4, space - countRun - 12);
    const one = set(theme.name, "bold", 19, "ink", left, box.y + 39, named, 1);
    const name = one.full === null ? one : set(theme.name, "bold", 15, "ink", left, box.y + 28, named, 2);
    const last = name.lines.at(-1)?.text ?? "";
    const after = left + widthOf(letters, "bold", name.size, last) + 12;
    const base = name.y + (name.lines.length - 1) * name.step;
    const counted = collapsed
      ? set(theme.counted, "bold", 15, "ink", box.x + HEAP.x + 18, box.y + HEAP.y + 42, HEAP.w - 30, 1)
      : set(theme.counted, "regular", 14, "faint", after, base, box.x + box.w - 20 - after, 1);
    return {
      level,
      title: name,
      counted,
      slips: collapsed ? [] : theme.cards.map(slip),
      parts: collapsed ? [] : theme.themes.map((inner) => part(inner, level + 1)),
    };
  }

  function slip(card: PaperCard): Slip {
    const box = moved(card.box);
    const x = box.x + PAD.x;
    const space = box.w - PAD.x - PAD.right;
    const bottom = box.y + box.h;
    const tags = box.w < TAGS_FROM ? null : card.tags;
    return {
      kind: card.kind,
      box,
      hue: card.hue,
      words: fit(card, tags !== null, x, box, space),
      tags: tags && set(tags, "regular", SMALL, "faint", x, bottom - BELOW.tags, space, 1),
      caption: set(card.caption, "regular", SMALL, "faint", x, bottom - BELOW.caption, space, 1),
    };
  }

  /** The words of a card, in the largest size in which all of them fit, else shortened in the smallest. */
  function fit(card: PaperCard, tagged: boolean, x: number, box: Box, space: number): Block {
    const high = box.h - PAD.top - (tagged ? BELOW.tagged : BELOW.untagged);
    const tried = SIZES_OF_WORDS.map((size) =>
      set(
        card.words,
        "regular",
        size,
        card.withheld ? "faint" : "ink",
        x,
        box.y + PAD.top + size,
        space,
        Math.floor(high / (size * LEADING)),
      ),
    );
    const chosen = tried.find((block) => block.full === null) ?? tried.at(-1);
    if (!chosen) throw new Error("scene: a card without a size for its words");
    return chosen;
  }
}

function boundsOf(paper: Paper): Box {
  const boxes: Box[] = [];
  const add = (theme: PaperTheme) => {
    boxes.push(theme.box);
    if (!theme.collapsed) theme.themes.forEach(add);
  };
  paper.themes.forEach(add);
  for (const card of paper.loose) boxes.push(card.box);
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, w, h } of boxes) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + w);
    y1 = Math.max(y1, y + h);
  }
  return boxes.length === 0 ? { x: 0, y: 0, w: 0, h: 0 } : { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}
