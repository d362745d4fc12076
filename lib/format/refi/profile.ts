/**
 * How a text is written, and its positions counted, for whom.
 *
 * The standard counts code points and has LF. NVivo for Windows counts UTF-16 units, and a line end as two; ATLAS.ti writes
 * CRLF and counts it as one: both were measured in files of theirs. All count from 0, `end` exclusive.
 * Source: REFI-QDA 1.5, 8; rules: docs/spec/refi.md, RF13.
 */
import type { Profile } from "#lib/domain/report/project.ts";
import { astralOf, toUnits } from "#lib/domain/text/points.ts";

/** The folder of sources: ATLAS.ti takes no other than the first. */
export const FOLDERS: Readonly<Record<Profile, string>> = { standard: "sources", atlas: "sources", nvivo: "Sources" };

/** The text as the file holds it; `text` has LF. */
export function endsOf(text: string, profile: Profile): string {
  return profile === "standard" ? text : text.replaceAll("\n", "\r\n");
}

/** Gives the way from code points of the text to positions in the file. */
export function counter(text: string, profile: Profile): (point: number) => number {
  if (profile !== "nvivo") return (point) => point;
  const astral = astralOf(text);
  const ends: number[] = []; // where lines end, in units
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at);
  return (point) => {
    const unit = toUnits(astral, point);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? Infinity) < unit) low = middle + 1;
      else high = middle;
    }
    return unit + low;
  };
}
