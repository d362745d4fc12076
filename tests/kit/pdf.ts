/** Makes a PDF with words at places, for tests of the reader: Courier, one piece of text for each line. */
export type Word = Readonly<{ text: string; x: number; y: number; size?: number; bold?: boolean }>;

/** A letter is six tenths of its size wide. A page without words holds a drawn box, as a scan would. `picture`: one on every page besides. */
export function makePdf(pages: readonly (readonly Word[])[], picture = false): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + at * 2} 0 R`).join(" ")}] >>`);
  for (const font of ["Courier", "Courier-Bold"])
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`);
  for (const [at, words] of pages.entries()) {
    const text =
      words.length === 0
        ? "10 10 100 100 re S"
        : words
            .map(
              ({ text: said, x, y, size = 10, bold = false }) =>
                `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${said.replace(/[\\()]/g, "\\$&")}) Tj ET`,
            )
            .join("\n");
    const drawn = picture ? `${text}\nq 40 0 0 40 300 20 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q` : text;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
    );
    add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  }
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [at, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

/** Lines one below the other; each 12 points lower. */
export function column(x: number, top: number, lines: readonly string[], step = 12): Word[] {
  return lines.map((text, at) => ({ text, x, y: top - at * step }));
}
