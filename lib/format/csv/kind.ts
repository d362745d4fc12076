/**
 * What kind of values a column holds, by the values alone: numbers, dates, yes and no, choices, lists of choices, text.
 *
 * Rules: docs/spec/import.md, I99.
 */
import type { ValueKind } from "#lib/domain/import/sheet.ts";

export const NUMBER = /^(?:[£$€]\s?)?-?\d[\d,. ]*%?$/;
/** A day, a day and time, or milliseconds since 1970. */
export const STAMP =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?:[T ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AP]M)?\s*(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?$|^\d{13}$/i;

const YES_NO =
  /^(?:yes|no|y|n|true|false|0|1|ydw|nac ydw|ydy|nac ydy|oes|nac oes|ie|nage|do|naddo|bydd|na fydd|ja|nein|oui|non|sí|sim|não|是|否|对|不|對|はい|いいえ)[.!]?$/i;

/**
 * @param values - trimmed, none of them blank
 * @param seen - the same values, each once
 */
export function kindOf(values: readonly string[], seen: ReadonlySet<string>): ValueKind {
  if (values.length === 0) return "text";
  const share = (rule: RegExp) => values.filter((value) => rule.test(value)).length / values.length;
  if (seen.size <= 4 && values.every((value) => YES_NO.test(value)) && seen.size > 1) return "yes-no";
  if (share(STAMP) > 0.8) return "date";
  if (share(NUMBER) > 0.8) return "number";
  if (isList(values)) return "choices";
  const few = seen.size <= 10 && [...seen].every((value) => value.length <= 60);
  return few || coverage(values) >= 0.6 ? "choice" : "text";
}

/** "a;b;c" or "a, b, c": the same few items again and again, several in a cell. */
export function isList(values: readonly string[]): boolean {
  return [";", ",", "|"].some((sign) => {
    const split = values.map((value) => items(value, sign));
    const several = split.filter((some) => some.length > 1).length;
    const ended = values.filter((value) => value.endsWith(sign)).length; // Microsoft Forms ends every list with its sign
    if (several < values.length * 0.3 && ended < values.length * 0.8) return false;
    const all = split.flat();
    const distinct = new Set(all).size;
    // "$25,000 to $49,999" is one choice: its pieces are not fewer than the choices themselves.
    if (sign !== ";" && distinct >= new Set(values).size) return false;
    const short = all.filter((item) => item.split(/\s+/).length <= 12).length;
    return (
      short >= all.length * 0.9 &&
      all.length >= Math.max(distinct * 3, 6) &&
      coverage(all) >= (sign === "," ? 0.75 : 0.6)
    );
  });
}

/** How much of all values the twenty most frequent ones make up, those that stand once left out. */
export function coverage(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts.values()]
    .filter((count) => count > 1)
    .toSorted((a, b) => b - a)
    .slice(0, 20);
  return most.reduce((sum, count) => sum + count, 0) / Math.max(1, values.length);
}

function items(value: string, sign: string): string[] {
  return value
    .split(sign)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
