/**
 * A calendar day in words: 4 November 2025, 4 Tachwedd 2025.
 *
 * Browsers come without Welsh dates (Chromium writes "2025 M11 4") and take `en` for American English,
 * so the twelve words stand here.
 */
const MONTHS: Readonly<Record<"en" | "cy", readonly string[]>> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  cy: [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
  ],
};

/** @param day - `2025-11-04`, or a moment that begins so; its own day is told, whatever the time zone */
export function dayInWords(day: string, locale: string): string {
  const [year = "", month = "", date = ""] = day.slice(0, 10).split("-");
  return `${Number(date)} ${MONTHS[locale === "cy" ? "cy" : "en"][Number(month) - 1] ?? month} ${year}`;
}
