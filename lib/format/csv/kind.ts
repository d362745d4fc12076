/**
 * What kind of values a column holds: numbers, steps of a scale, dates, yes and no, choices, lists of choices, text. Values
 * decide; the heading only where 1 to 5 may be a count as well.
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

/** A heading that asks how much, not how many. Its words end where letters of any script do: \b knows those of English alone. */
const RATED =
  /(?<![\p{L}\p{M}\p{N}_])(?:scale|rat(?:e|ing)|score|how (?:much|well|far|likely|satisfied|happy|confident|easy|difficult|important|useful|clear|often|strongly|good|helpful)|satisf[\p{L}\p{M}\p{N}_]+|agree|1\s*(?:=|to|-|–)\s*[\p{L}\p{M}\p{N}_]+|graddfa|sg[oô]r|pa mor|i ba raddau|bodlon[\p{L}\p{M}\p{N}_]*|skala|bewert[\p{L}\p{M}\p{N}_]+|wie (?:sehr|zufrieden|wichtig)|échelle|escala)(?![\p{L}\p{M}\p{N}_])/iu;
/** Steps of scales of agreement, contentment, ease, likelihood, importance and frequency. */
const STEP =
  /^(?:\d{1,2}\s*[-–.:=)]\s*)?(?:(?:strongly|completely|totally|fully|somewhat|slightly|mostly|tend to|definitely|partly) )?(?:dis)?agree(?: (?:strongly|completely|somewhat|slightly|a little|a lot))?$|^(?:\d{1,2}\s*[-–.:=)]\s*)?neither .{3,30} (?:n?or) .{3,30}$|^(?:\d{1,2}\s*[-–.:=)]\s*)?(?:neutral|undecided|no opinion)$|^(?:\d{1,2}\s*[-–.:=)]\s*)?(?:(?:very|extremely|quite|fairly|moderately|slightly|somewhat|not very|not so|not particularly|not at all|a little|completely) )?(?:dis|un|in)?(?:satisfied|happy|easy|difficult|hard|likely|important|useful|helpful|confident|comfortable|familiar|clear|good|poor|bad|well|badly|often)$|^(?:always|often|usually|sometimes|occasionally|rarely|seldom|never|excellent|average|fair|about the same|(?:much |a little |slightly )?(?:better|worse)|not at all|a little|to some extent|a great deal)$|^(?:cytuno|anghytuno)(?:[’']n)?(?: gryf| yn gryf| i raddau| rhywfaint)?$|^ddim yn cytuno (?:nac|nag|na) yn anghytuno$|^(?:bob amser|yn aml|weithiau|yn anaml|anaml|byth)$|^(?:bodlon iawn|eithaf bodlon|bodlon|anfodlon|anfodlon iawn|ddim yn fodlon nac yn anfodlon)$|^(?:stimme|trifft) .{0,20}zu$|^(?:immer|oft|manchmal|selten|nie|teils,? teils)$|^(?:sehr |eher |un)?zufrieden$/iu;

/**
 * @param values - trimmed, none of them blank
 * @param seen - the same values, each once
 * @param heading - of the column
 */
export function kindOf(values: readonly string[], seen: ReadonlySet<string>, heading: string): ValueKind {
  if (values.length === 0) return "text";
  const share = (rule: RegExp) => values.filter((value) => rule.test(value)).length / values.length;
  if (seen.size <= 4 && values.every((value) => YES_NO.test(value)) && seen.size > 1) return "yes-no";
  if (share(STAMP) > 0.8) return "date";
  if (isScale(values, seen, heading)) return "scale";
  if (share(NUMBER) > 0.8) return "number";
  if (isList(values) || (TICKED.test(heading) && isTicked(values))) return "choices";
  const few = seen.size <= 10 && [...seen].every((value) => value.length <= 60);
  return few || coverage(values) >= 0.6 ? "choice" : "text";
}

function isScale(values: readonly string[], seen: ReadonlySet<string>, heading: string): boolean {
  if (seen.size < 2 || seen.size > 11) return false;
  if ([...seen].every((value) => /^\d{1,2}$/.test(value) && Number(value) <= 10)) return RATED.test(heading);
  return values.filter((value) => STEP.test(value)).length >= values.length * 0.9;
}

/** "Tick all that apply": a list, also where few have answered. */
const TICKED =
  /\b(?:tick|select|choose|check|mark) (?:all|any|up to|as many)|\bselect top\b|ticiwch bob|dewiswch bob|mehrfachnennung/iu;

function isTicked(values: readonly string[]): boolean {
  return [";", ","].some((sign) => {
    const all = values.flatMap((value) => items(value, sign));
    return all.length > values.length && all.every((item) => item.length <= 60) && coverage(all) >= 0.6;
  });
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
