/** What every .svg of a study begins with, and how words stand in it. Rules: docs/spec/board.md, B119 to B121; docs/spec/matrix.md, MX26. */
import { region } from "#lib/domain/report/model.ts";
import { escapeXml } from "#lib/format/text/escape.ts";
import { drawn } from "./block.ts";
import type { Block } from "./block.ts";
import { FAINT, INK } from "./ink.ts";
import type { Letters } from "./letters.ts";

const FAMILY = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif";

/** The lines up to where the drawing begins: its size, title, description, language and letters. */
export function opening(
  {
    width,
    height,
    lang,
    title,
    summary,
  }: Readonly<{ width: number; height: number; lang: "en" | "cy"; title: string; summary: string }>,
  letters: Letters,
): readonly string[] {
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${region(lang)}" xml:lang="${region(lang)}" role="graphics-document" aria-labelledby="title" aria-describedby="summary" font-family="${FAMILY}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="summary">${escapeXml(summary)}</desc>`,
    `<style>`,
    ...faces(letters),
    `</style>`,
  ];
}

/** All the words of a block, also those that are not drawn. */
export function wordsIn(block: Block): string {
  return block.full ?? drawn(block);
}

/** A block as text, in its language where that is another than around it; `heading`: its level, if it is one. */
export function textOf(block: Block, around: string, heading?: number): string {
  const { x, y, size, step, weight, ink, lines } = block;
  if (lines.length === 0) return "";
  const look = `font-size="${size}"${weight === "bold" ? ` font-weight="600"` : ""} fill="${ink === "ink" ? INK : FAINT}"`;
  const role = heading === undefined ? "" : ` role="heading" aria-level="${heading}"`;
  // A space at the end of a line is written, so that words are read apart; one within a word is not.
  const spans = lines.map(({ text, whole }, at) => {
    const space = whole && at < lines.length - 1 ? " " : "";
    return `<tspan x="${x}"${at === 0 ? "" : ` dy="${step}"`}>${escapeXml(text)}${space}</tspan>`;
  });
  return `<text x="${x}" y="${y}" ${look}${role}${langOf(block.lang, around)}>${spans.join("")}</text>`;
}

/** The fonts themselves, one a line, for the signs that each has. */
function faces(letters: Letters): string[] {
  return (["regular", "bold"] as const).flatMap((weight) =>
    letters[weight].map((font, at) => {
      const signs =
        at === 0 ? "U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122" : "U+100-130,U+132-151,U+154-2FF,U+1E00-1EFF";
      return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight === "bold" ? 600 : 400};unicode-range:${signs};src:url(data:font/woff;base64,${base64(font.woff)})}`;
    }),
  );
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function langOf(lang: string, around: string): string {
  return lang === around ? "" : ` lang="${escapeXml(region(lang))}" xml:lang="${escapeXml(region(lang))}"`;
}
