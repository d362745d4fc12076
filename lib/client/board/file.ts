/**
 * The browser's way to a board's file: the server writes and scans it; a picture is drawn here, of what was scanned and of
 * nothing else. Rules: docs/spec/board.md, B123 and B124.
 */
import { askForFile } from "#lib/client/save.ts";
import type { FileAnswer } from "#lib/client/save.ts";
import type { BoardFormat, Language } from "#lib/domain/report/check.ts";

export type FileOrder = Readonly<{
  format: BoardFormat;
  language: Language;
  /** ids of the cards that are wanted; null: the whole board */
  cards: readonly string[] | null;
}>;
/** Asks for a board's file. A .png is answered with the drawing that it is made of. */
export function fetchBoardFile(
  study: string,
  board: string,
  order: FileOrder,
  signal: AbortSignal,
): Promise<FileAnswer> {
  return askForFile(study, { what: "board", board, ...order, cards: order.cards && [...order.cards] }, signal);
}

/** The most that browsers draw: a side, and all of it (Chromium, Firefox and WebKit on large machines). */
const SIDE = 16_384;
const AREA = 100_000_000;
/** Pixels for a unit of the board, where they fit. */
const SHARP = 2;

/** How large a picture of a board is, in pixels, and how many there are for a unit. */
export function pixelsOf(w: number, h: number): Readonly<{ w: number; h: number; scale: number }> {
  const scale = Math.min(SHARP, SIDE / w, SIDE / h, Math.sqrt(AREA / (w * h)));
  return { w: Math.max(1, Math.floor(w * scale)), h: Math.max(1, Math.floor(h * scale)), scale };
}

export type Drawn = Readonly<{ png: Blob; width: number; height: number; scale: number }>;

/** Draws an .svg as a .png; null where this browser cannot. */
export async function drawPng(svg: Blob): Promise<Drawn | null> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { w, h, scale } = pixelsOf(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement("canvas");
    canvas.width = w;
    canvas.height = h;
    const on = canvas.getContext("2d", { alpha: false });
    if (!on) return null;
    on.drawImage(image, 0, 0, w, h);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    return png && { png, width: w, height: h, scale };
  } catch {
    return null; // too large for this browser, or no picture at all
  } finally {
    URL.revokeObjectURL(address);
  }
}
