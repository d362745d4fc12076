/**
 * A PDF's text into paragraphs and tables.
 *
 * Reads the text layer alone: no script is run, no font drawn, no picture opened, nothing fetched. A PDF that is only
 * pictures of pages has no text, and says so.
 *
 * Rules: docs/spec/import.md, I60 to I63.
 */
import { getDocumentProxy } from "unpdf";
import type { Warning } from "#lib/domain/import/draft.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Document } from "#lib/format/document/block.ts";
import type { Tally } from "#lib/format/import/piece.ts";
import { blocksOf } from "./flow.ts";
import { withoutMargins } from "./margin.ts";
import type { Item, Page } from "./page.ts";
import { pageOf } from "./page.ts";

/** Reads the text. Faults: `file.broken`, `file.password`, `file.scan`, `pages.too-many`, `text.too-long`. */
export async function readPdf(bytes: Uint8Array, tally: Tally): Promise<Result<Document, ImportFault>> {
  const pages: Page[] = [];
  const fonts = new Map<string, boolean>();
  let characters = 0;
  try {
    const pdf = await getDocumentProxy(bytes.slice(), {
      verbosity: 0, // the library would write what it dislikes into the log
      disableFontFace: true,
      useWorkerFetch: false,
      stopAtErrors: false,
      enableXfa: false,
      maxImageSize: 0, // pixels: going through a page's drawing (see learnFonts) would decode every picture of it
    });
    try {
      if (pdf.numPages > LIMIT.pages) return no({ code: "pages.too-many", count: pdf.numPages, limit: LIMIT.pages });
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent({ disableNormalization: true });
        await learnFonts(page, items, fonts);
        const { width, height } = page.getViewport({ scale: 1 });
        const [left = 0, bottom = 0] = page.view;
        const found: Item[] = [];
        for (const item of items) {
          if (!("str" in item)) continue;
          characters += item.str.length;
          const transform: readonly unknown[] = item.transform;
          found.push({
            text: item.str.replace(/[\0\u0001-\u0008\u000b\u000c\u000e-\u001f]/g, ""),
            x: numberOf(transform[4]) - left,
            y: numberOf(transform[5]) - bottom,
            width: numberOf(item.width),
            height: numberOf(item.height),
            bold: fonts.get(item.fontName) ?? false,
          });
        }
        if (characters > LIMIT.characters * 2)
          return no({ code: "text.too-long", characters, limit: LIMIT.characters });
        pages.push(pageOf(number, width, height, found, pages.at(-1)?.gutters ?? []));
        page.cleanup();
      }
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    return no(locked ? { code: "file.password" } : { code: "file.broken", part: "document" });
  }
  const empty = pages.filter((page) => page.lines.length === 0);
  const [first] = empty;
  if (empty.length === pages.length) return no({ code: "file.scan", count: pages.length });
  const warnings: Warning[] = first ? [{ code: "page.picture", line: first.number, count: empty.length }] : [];
  return yes({ blocks: blocksOf(withoutMargins(pages, tally), tally), warnings });
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

/**
 * Which fonts are bold, by their names: the library gives those away only when it has gone through a page's drawing, so
 * that is done for pages alone that bring a font which no page before had.
 */
async function learnFonts(page: PdfPage, items: readonly unknown[], fonts: Map<string, boolean>): Promise<void> {
  const names = new Set<string>();
  for (const item of items)
    if (typeof item === "object" && item !== null && "fontName" in item && typeof item.fontName === "string")
      if (!fonts.has(item.fontName)) names.add(item.fontName);
  if (names.size === 0) return;
  await page.getOperatorList().catch(() => undefined); // what cannot be drawn can still be read
  for (const name of names) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    const known =
      typeof font === "object" && font !== null && "name" in font && typeof font.name === "string" ? font.name : "";
    fonts.set(name, /bold|black|heavy|[-,]bd\b/i.test(known.replace(/^[A-Z]{6}\+/, "")));
  }
}

function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
