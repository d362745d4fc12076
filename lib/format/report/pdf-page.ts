/**
 * The pages of a document as they fill from the top: a place for the pen, words that are marked as they are set, and what
 * stands there only to be looked at. Lengths are points, from the lower left corner.
 */
import type { Letters, Weight } from "#lib/format/board/letters.ts";
import { shown } from "#lib/format/board/pdf-font.ts";
import { num } from "#lib/format/board/pdf-file.ts";
import type { Mark } from "#lib/format/board/pdf-structure.ts";
import { parts } from "#lib/format/board/ink.ts";

/** A4, and its margins. */
export const WIDTH = 595.28;
export const HEIGHT = 841.89;
export const MARGIN = 64;

export type Look = Readonly<{ weight: Weight; size: number; ink: string }>;
/** A line at its place. */
export type Placed = Readonly<{ x: number; y: number; text: string }>;
/** Lines that belong together; `tag` marks them once more within their mark. */
export type Group = Readonly<{ lines: readonly Placed[]; tag?: string }>;

export class Pages {
  /** How far down the page the pen stands; the next line is set below it. */
  y = HEIGHT - MARGIN;
  readonly pages: { out: string[]; marks: number }[] = [{ out: [], marks: 0 }];
  private readonly letters: Letters;

  constructor(letters: Letters) {
    this.letters = letters;
  }

  get last(): number {
    return this.pages.length - 1;
  }

  /** How much room is left on this page. */
  get room(): number {
    return this.y - MARGIN;
  }

  /** Goes on to the next page where there is no room for so much, unless this one is empty. */
  need(room: number): void {
    if (this.room < room && this.y < HEIGHT - MARGIN) this.turn();
  }

  turn(): void {
    this.pages.push({ out: [], marks: 0 });
    this.y = HEIGHT - MARGIN;
  }

  /** Room above what comes, none at the top of a page. */
  skip(room: number): void {
    if (this.y < HEIGHT - MARGIN) this.y -= room;
  }

  /** Sets lines on this page and marks them. The lines of a group are one text object, so that words over lines stay together. */
  mark(tag: string, groups: readonly Group[], look: Look): Mark {
    const page = this.pages[this.last] ?? { out: [], marks: 0 };
    const mark = page.marks;
    page.marks += 1;
    page.out.push(`/${tag} <</MCID ${mark}>> BDC`);
    for (const { lines, tag: own } of groups) {
      const set = this.set(lines, look);
      page.out.push(...(own === undefined ? set : [`/${own} BMC`, ...set, "EMC"]));
    }
    page.out.push("EMC");
    return { page: this.last, mark };
  }

  /** The operators that set lines. */
  set(lines: readonly Placed[], look: Look): readonly string[] {
    const text = lines.flatMap(({ x, y, text: words }) => [
      `1 0 0 1 ${num(x)} ${num(y)} Tm`,
      ...shown(words, look, this.letters),
    ]);
    return [`${ink(look.ink)} rg`, "BT", ...text, "ET"];
  }

  /** Draws what is not read: rules, bars, and heads of tables that were read on the page before. */
  artifact(drawing: readonly string[]): void {
    this.draw(["/Artifact BMC", ...drawing, "EMC"]);
  }

  /** Sets the number of a page, which is not read with its words. */
  footer(page: number, x: number, y: number, words: string, look: Look): void {
    const set = this.set([{ x, y, text: words }], look);
    this.draw(["/Artifact <</Type/Pagination>> BDC", ...set, "EMC"], page);
  }

  private draw(drawing: readonly string[], page = this.last): void {
    this.pages[page]?.out.push(...drawing);
  }
}

/** A colour as operators want it. */
export function ink(colour: string): string {
  return parts(colour)
    .map((part) => String(Math.round(part * 1e4) / 1e4))
    .join(" ");
}
