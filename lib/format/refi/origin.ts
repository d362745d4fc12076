/** What our own files say they come from: with the language in which their texts stand where nothing else is said. */
import type { Lang } from "#lib/domain/field.ts";
import { oneLine } from "#lib/format/codebook/level.ts";

export function originOf(lang: Lang): string {
  return `Carthen (${lang})`;
}

/** The language of a file of ours; null of a file that something else wrote. */
export function ownLang(origin: string | null): Lang | null {
  return origin === originOf("en") ? "en" : origin === originOf("cy") ? "cy" : null;
}

const SHOWN = 80; // signs

/** What a file says it comes from, as it is shown; null where it says nothing. */
export function originIn(said: string | null): string | null {
  return said === null ? null : oneLine(said).slice(0, SHOWN) || null;
}
