/** What our own files say they come from: with the language in which their texts stand where nothing else is said. */
import type { Lang } from "#lib/domain/field.ts";

export function originOf(lang: Lang): string {
  return `Carthen (${lang})`;
}

/** The language of a file of ours; null of a file that something else wrote. */
export function ownLang(origin: string | null): Lang | null {
  return origin === originOf("en") ? "en" : origin === originOf("cy") ? "cy" : null;
}
