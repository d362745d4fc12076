/** A calendar day in words. English here is British: 4 November 2025. */
export function dayInWords(day: string, locale: string): string {
  // Days have no time zone: read and written in the same one, they stay themselves.
  const format = new Intl.DateTimeFormat(locale === "cy" ? "cy" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
