/** The time zone by whose clock days and minutes are told, whatever the clock of a machine: that of Wales. */
export const ZONE = "Europe/London";

const days = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }); // which writes days as ISO 8601 does

/** How many days are left from one calendar day to another, both of them counted; none or fewer where that one has passed. */
export function daysThrough(day: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(day)) / 86_400_000) + 1;
}

/** The calendar day that it is at a moment, `2026-11-27`. @param moment - a string as ISO 8601 writes it */
export function dayOf(moment: Date | string): string {
  return days.format(new Date(moment));
}
