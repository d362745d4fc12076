/**
 * How a text is written, and its positions counted, for whom.
 *
 * The standard counts code points and has LF. NVivo for Windows counts UTF-16 units, and a line end as two; ATLAS.ti writes
 * CRLF and counts it as one: both were measured in files of theirs. All count from 0, `end` exclusive.
 * Source: REFI-QDA 1.5, 8; rules: docs/spec/refi.md, RF13.
 */
import type { Profile } from "#lib/domain/report/project.ts";
import { toUnits } from "#lib/domain/text/points.ts";
import { STANDARD, wideOf } from "./convention.ts";
import type { Convention } from "./convention.ts";

/** The folder of sources: ATLAS.ti takes no other than the first. */
export const FOLDERS: Readonly<Record<Profile, string>> = { standard: "sources", atlas: "sources", nvivo: "Sources" };

export const CONVENTIONS: Readonly<Record<Profile, Convention>> = {
  standard: STANDARD,
  atlas: STANDARD,
  nvivo: { ...STANDARD, unit: "units", ends: 2 },
};

/** The text as the file holds it; `text` has LF. */
export function endsOf(text: string, profile: Profile): string {
  return profile === "standard" ? text : text.replaceAll("\n", "\r\n");
}

/** Gives the way from code points of the text to positions in the file. */
export function counter(text: string, profile: Profile): (point: number) => number {
  const wide = wideOf({ text, doubled: null }, CONVENTIONS[profile]);
  return (point) => toUnits(wide, point);
}
