/**
 * A workbook's number as a person sees it: dates in ISO form, percentages, fixed places, leading zeros.
 *
 * A workbook stores 45413.5 and a style; which of them is a date, only the style tells. What a style does beyond
 * the plain forms below (conditions, fractions, colours) is not followed: the number then stands as it is stored.
 *
 * Source: ECMA-376 Part 1, 18.8.30 (number formats), 18.17.4 (dates). Rules: docs/spec/import.md, I92 and I93.
 */

/** What a style makes of a number. */
export type Format =
  | Readonly<{ kind: "general" }>
  | Readonly<{ kind: "date"; day: boolean; time: boolean; elapsed: boolean }>
  | Readonly<{
      kind: "fixed";
      places: number;
      digits: number;
      grouped: boolean;
      percent: boolean;
      before: string;
      after: string;
    }>;

export const GENERAL: Format = { kind: "general" };

// Formats that every workbook has by number; those from 27 to 36 and 50 to 58 are dates in East Asian editions.
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [14, "yyyy-mm-dd"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
]);

/** Reads a style's format, by its number and, where the workbook defines it, by its code. */
export function formatOf(number: number, code: string | undefined): Format {
  if (code === undefined && ((number >= 27 && number <= 36) || (number >= 50 && number <= 58)))
    return { kind: "date", day: true, time: false, elapsed: false };
  const pattern = (code ?? BUILT_IN.get(number) ?? "General").split(";")[0] ?? "";
  if (/^general$/i.test(pattern.trim()) || pattern === "@") return GENERAL;
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(pattern);
  // Letters that are only written: in quotation marks, after a backslash or underscore, colours, languages.
  const bare = pattern.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").replace(/AM\/PM|A\/P/gi, "h");
  if (/[ymdhsgeb]/i.test(bare) && !/[0#?]{2}/.test(bare.replace(/s\.0+/gi, "")))
    return {
      kind: "date",
      day: /[ydgeb]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare) && !elapsed),
      time: elapsed || /[hs]/i.test(bare),
      elapsed,
    };
  const plain = pattern
    .replace(/"([^"]*)"|\\(.)/g, (_, quoted, escaped) => shield(String(quoted ?? escaped)))
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, sign) => shield(String(sign)))
    .replace(/_.|\*.|\[[^\]]*\]/g, "");
  const form = /^([^0#?.,%]*)([#0,]*0|#+)(?:\.(0+))?(%?)([^0#?.,%]*)$/.exec(plain);
  if (!form) return GENERAL;
  const [, before = "", whole = "", decimals = "", percent = "", after = ""] = form;
  return {
    kind: "fixed",
    places: decimals.length,
    digits: whole.replace(/[^0]/g, "").length,
    grouped: whole.includes(","),
    percent: percent === "%",
    before: unshield(before),
    after: unshield(after),
  };
}

/** @param from1904 - the workbook counts days from 1904, as old Macs did */
export function numberShown(value: number, format: Format, from1904: boolean): string {
  if (!Number.isFinite(value)) return "";
  if (format.kind === "date") return dateShown(value, format, from1904) ?? plainNumber(value);
  if (format.kind === "general") return plainNumber(value);
  const { places, digits, grouped, percent, before, after } = format;
  const size = Math.abs(percent ? value * 100 : value);
  if (size >= 1e15 || places > 15) return plainNumber(value);
  const [whole = "0", decimals] = Number(size.toPrecision(15)).toFixed(places).split(".");
  const padded = whole.padStart(digits, "0");
  const shown = `${grouped ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded}${decimals === undefined ? "" : `.${decimals}`}`;
  const minus = value < 0 && /[1-9]/.test(shown) ? "-" : "";
  return `${minus}${before}${shown}${percent ? "%" : ""}${after}`;
}

/** At most fifteen digits, as office programs keep; 0.1 + 0.2 is 0.3. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** ISO 8601: day, time or both; null for what is no date. Seconds are rounded; a time of none is a day. */
function dateShown(value: number, format: Extract<Format, { kind: "date" }>, from1904: boolean): string | null {
  if (value < 0 || value >= 2_958_466) return null; // after the year 9999
  const two = (part: number) => String(part).padStart(2, "0");
  const seconds = Math.round(value * 86_400);
  const clock = (left: number) =>
    `${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
  if (format.elapsed) return clock(seconds);
  if (!format.day) return clock(seconds % 86_400);
  const days = format.time ? Math.floor(seconds / 86_400) : Math.floor(value + 1e-9);
  // Day 60 of the calendar from 1900 is a 29 February that never was.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(epoch + days * 86_400_000).toISOString().slice(0, 10);
  return format.time ? `${day}T${clock(seconds % 86_400)}` : day;
}

// Words that are only written may hold signs of the format: they are moved out of the way while it is read.
function shield(words: string): string {
  return Array.from(words, (sign) => String.fromCodePoint(0xf0000 + ((sign.codePointAt(0) ?? 0x20) % 0xffff))).join("");
}

function unshield(words: string): string {
  return Array.from(words, (sign) => {
    const point = sign.codePointAt(0) ?? 0;
    return point >= 0xf0000 ? String.fromCodePoint(point - 0xf0000) : sign;
  }).join("");
}
