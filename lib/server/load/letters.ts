/** The letters that pictures are drawn with: the font of the page itself, read once from the package that holds it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readFont } from "#lib/format/board/font.ts";
import type { Letters } from "#lib/format/board/letters.ts";

const FOLDER = "node_modules/@fontsource/atkinson-hyperlegible-next/files";
let kept: Letters | null = null;

export function letters(): Letters {
  kept ??= { regular: both(400), bold: both(600) };
  return kept;
}

function both(weight: number) {
  return ["latin", "latin-ext"].map((signs) => {
    const file = `atkinson-hyperlegible-next-${signs}-${weight}-normal.woff`;
    return readFont(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, file)));
  });
}
