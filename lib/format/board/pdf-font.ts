/**
 * A font in a PDF: embedded whole, with every sign under its own number in Unicode.
 *
 * So the words in the file are written as themselves and can be read back by anybody, the scan first of all; and a font is
 * the same bytes in every file. Source: ISO 32000-1:2008, 9.7.4 and 9.10.3.
 */
import type { Font } from "./font.ts";
import { fontOf } from "./letters.ts";
import type { Letters, Weight } from "./letters.ts";
import { hex, latin, num, textString } from "./pdf-file.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Writes all fonts; answers with what pages know them by. They come first, so that they are the same objects in every file. */
export function embedAll(file: PdfFile, letters: Letters): string {
  return [
    ...letters.regular.map((font, at) => embed(file, font, fontName("Regular", at), false)),
    ...letters.bold.map((font, at) => embed(file, font, fontName("SemiBold", at), true)),
  ]
    .map((font, at) => `/F${at} ${font} 0 R`)
    .join("");
}

/** The operators that show a text: a run for each font, and what no font has as a box that stands for its words. */
export function shown(
  text: string,
  { weight, size }: Readonly<{ weight: Weight; size: number }>,
  letters: Letters,
): string[] {
  const runs: { font: number; words: string }[] = [];
  const before = weight === "regular" ? 0 : letters.regular.length;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const found = code > 0xffff ? null : fontOf(letters, weight, code);
    const font = found === null ? -1 : before + letters[weight].indexOf(found);
    const last = runs.at(-1);
    if (last?.font === font) last.words += sign;
    else runs.push({ font, words: sign });
  }
  return runs.flatMap(({ font, words }) =>
    font >= 0
      ? [`/F${font} ${size} Tf`, `<${hex(words)}> Tj`]
      : [
          `/Span <</ActualText ${textString(words)}>> BDC`,
          `/F${before} ${size} Tf`,
          `<${"0000".repeat(Array.from(words).length)}> Tj`,
          "EMC",
        ],
  );
}

function fontName(style: string, at: number): string {
  return `${at === 0 ? "LATINA" : "LATINB"}+AtkinsonHyperlegibleNext-${style}`;
}

/** Writes a font; answers with the number of its object. */
function embed(file: PdfFile, font: Font, name: string, bold: boolean): number {
  const codes = [...font.glyphs.keys()].filter((code) => code >= 32 && code <= 0xffff).toSorted((a, b) => a - b);
  const program = file.stream(`/Length1 ${font.sfnt.length}`, font.sfnt);
  const descriptor = file.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${font.box.join(" ")}]/ItalicAngle 0/Ascent ${font.ascent}/Descent ${font.descent}/CapHeight ${num(font.ascent * 0.7)}/StemV ${bold ? 120 : 80}/FontFile2 ${program} 0 R>>`,
  );
  const map = new Uint8Array(2 * ((codes.at(-1) ?? 0) + 1));
  for (const code of codes) new DataView(map.buffer).setUint16(2 * code, font.glyphs.get(code) ?? 0);
  const glyphs = file.stream("", map);
  const widths = runs(codes)
    .map((run) => `${run[0]}[${run.map((code) => font.widths[font.glyphs.get(code) ?? 0] ?? 0).join(" ")}]`)
    .join("");
  const inner = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW ${font.widths[0] ?? 600}/W[${widths}]/CIDToGIDMap ${glyphs} 0 R>>`,
  );
  const unicode = file.stream("", latin(toUnicode(codes)));
  return file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${inner} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

/** Codes that follow one another, within one high byte, as a range in a map may not cross it. */
function runs(codes: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const code of codes) {
    const last = found.at(-1);
    if (last?.at(-1) === code - 1 && code % 256 !== 0) last.push(code);
    else found.push([code]);
  }
  return found;
}

function toUnicode(codes: readonly number[]): string {
  const four = (code: number) => code.toString(16).padStart(4, "0").toUpperCase();
  const ranges = runs(codes).map((run) => {
    const first = four(run[0] ?? 0);
    return `<${first}> <${four(run.at(-1) ?? 0)}> <${first}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < ranges.length; at += 100) {
    const some = ranges.slice(at, at + 100);
    blocks.push(`${some.length} beginbfrange\n${some.join("\n")}\nendbfrange`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...blocks,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end\nend\n",
  ].join("\n");
}
