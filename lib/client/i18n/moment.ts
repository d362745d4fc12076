/** Moments as everybody in a study reads them: by the clock of Wales, whatever the clock of the machine. */
import { dayOf, ZONE } from "#lib/domain/zone.ts";
import { dayInWords } from "./day.ts";

// Swedish writes a moment as 2026-03-03 14:05:09, which can be taken apart.
const PARTS = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "medium" });

/** The time of a moment, `14:05`. */
export function timeIn(moment: string): string {
  return PARTS.format(new Date(moment)).slice(11, 16);
}

/** 3 March 2026, 14:05. */
export function momentInWords(moment: string, locale: string): string {
  return `${dayInWords(dayOf(moment), locale)}, ${timeIn(moment)}`;
}
