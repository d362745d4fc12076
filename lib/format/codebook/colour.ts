/** Colours of tags in files: written as codes that any tool knows, read as the nearest of ours. */
import { HUES } from "#lib/format/board/ink.ts";

/** The code of a hue, `#3049a4`. */
export function codeOf(hue: number | null): string {
  return hue === null ? "" : (HUES[hue - 1] ?? "");
}

/** The hue of a cell: `#3049a4`, `rgb(48, 73, 164)`, `48,73,164`, or its number; null where it says none. */
export function hueOf(cell: string): number | null {
  const said = cell.trim();
  if (/^(?:[1-9]|10)$/.test(said)) return Number(said);
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(said);
  const rgb = /^(?:rgba?\()?\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})(?:\s*[,;][\d. %]+)?\s*\)?$/i.exec(
    said,
  );
  const parts = hex?.slice(1, 4).map((part) => Number.parseInt(part, 16)) ?? rgb?.slice(1, 4).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  let best: { hue: number; far: number } | null = null;
  for (const [at, code] of HUES.entries()) {
    const own = [1, 3, 5].map((from) => Number.parseInt(code.slice(from, from + 2), 16));
    const far = own.reduce((sum, part, n) => sum + (part - (parts[n] ?? 0)) ** 2, 0);
    if (best === null || far < best.far) best = { hue: at + 1, far };
  }
  return best?.hue ?? null;
}
