/**
 * Takes away what stands at the top and the bottom of every page: running headers, footers and page numbers.
 *
 * Only what comes back is taken: the same words, digits aside, at about the same height; a long line on a fifth of the
 * pages, a short one on two fifths.
 *
 * Rules: docs/spec/import.md, I61.
 */
import type { Tally } from "#lib/format/import/piece.ts";
import type { Page, PageLine } from "./page.ts";

const EDGE = 0.13; // of the page's height
const NUMBER =
  /^(?:(?:page|tudalen|seite|página|pagina|p\.?)\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:[-–—|]|(?:of|o|von|de|\/)\s*\d{1,4})?$/iu;

export function withoutMargins(pages: readonly Page[], tally: Tally): Page[] {
  const seen = new Map<string, Set<number>>();
  const keyOf = (page: Page, line: PageLine): string | null => {
    const part = line.y / Math.max(1, page.height);
    if (part > EDGE && part < 1 - EDGE) return null;
    return `${Math.round(line.y / 12)}:${line.text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ")}`;
  };
  for (const page of pages)
    for (const line of page.lines) {
      const key = keyOf(page, line);
      if (key === null) continue;
      const on = seen.get(key) ?? new Set<number>();
      seen.set(key, on.add(page.number));
    }
  const back = (key: string) => {
    // Heights are rounded: a line may fall on either side.
    const [at = "", ...rest] = key.split(":");
    const words = rest.join(":");
    const near = [-1, 0, 1].flatMap((step) => [...(seen.get(`${Number(at) + step}:${words}`) ?? [])]);
    // Left and right pages may have headings of their own; a long line comes back by no accident.
    const often =
      words.length >= 12 ? Math.max(Math.min(3, pages.length), pages.length * 0.2) : Math.max(2, pages.length * 0.4);
    return new Set(near).size >= often;
  };
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      const key = keyOf(page, line);
      if (key === null || pages.length < 2 || !back(key)) return true;
      tally.drop(NUMBER.test(line.text) ? "page-number" : "page-margin", line.text);
      return false;
    }),
  }));
}
