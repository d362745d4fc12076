/**
 * The languages of the interface, and how one is chosen. The address never carries the language: a link that a
 * colleague sends opens in the reader's own (docs/decisions/locale-without-prefix.md). Rules: docs/spec/account.md, A30 to A32.
 */
export const LOCALES = ["en", "cy"] as const;
export type Locale = (typeof LOCALES)[number];

/** Holds what a person chose, for this browser. Not a secret; a year long. */
export const LOCALE_COOKIE = "carthen-locale";

export function isLocale(value: unknown): value is Locale {
  return value === "en" || value === "cy";
}

/**
 * Reads the browser's wish.
 *
 * @param header - Accept-Language, `cy-GB,cy;q=0.9,en;q=0.8`
 * @returns the wanted language of ours with the highest weight; English where there is none
 */
export function fromAcceptLanguage(header: string | null): Locale {
  let best: Locale = "en";
  let weight = 0;
  for (const part of (header ?? "").split(",")) {
    const [range = "", ...rest] = part.trim().split(";");
    const tag = range.trim().slice(0, 2).toLowerCase();
    const q = rest.map((piece) => /^\s*q=([\d.]+)\s*$/.exec(piece)?.[1]).find((found) => found !== undefined);
    const value = q === undefined ? 1 : Number(q);
    if (isLocale(tag) && value > weight && !/^[a-z]{3}/i.test(range.trim())) {
      best = tag;
      weight = value;
    }
  }
  return best;
}

/** The language that the page is not in. */
export function other(locale: Locale): Locale {
  return locale === "en" ? "cy" : "en";
}
