/** Headings that say in which language a column is, or that it is a translation; and columns of which one is what was said. */
import type { DraftColumn } from "#lib/domain/import/draft.ts";

const CODES =
  "af am ar be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gd gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi xh yo zh zu".split(
    " ",
  );
const IN = ["en", "cy", "de", "fr", "es", "pt"];

const names = new Set<string>();

/** "Welsh", "Cymraeg", "Deutsch", "Original": what was said, in a language. "English (translation)" is none of what was said. */
export function namesLanguage(heading: string): boolean {
  if (isTranslation(heading)) return false;
  if (names.size === 0)
    for (const locale of new Set([...IN, ...CODES])) {
      const named = new Intl.DisplayNames([locale], { type: "language" });
      for (const code of IN.includes(locale) ? CODES : [locale]) {
        const name = named.of(code);
        if (name !== undefined && name !== code) names.add(name.toLowerCase());
      }
    }
  const bare = heading
    .trim()
    .toLowerCase()
    .replace(/\s*\([^)]*\)$/u, "");
  return (
    names.has(bare) ||
    /^(?:original(?: (?:text|transcript|language|answer))?|gwreiddiol|originaltext|texte original)$/u.test(bare)
  );
}

/** "Translation", "English translation", "Cyfieithiad". */
export function isTranslation(heading: string): boolean {
  // Not \b: that knows the letters of English alone, and finds no beginning before "Übersetzung".
  return /(?<![\p{L}\p{M}\p{N}_])(?:translations?|translated|cyfieithiad(?:au)?|übersetzung(?:en)?|traductions?|traducci[oó]n(?:es)?|tradu[cç][aã]o|traduzion[ei])(?![\p{L}\p{M}\p{N}_])/iu.test(
    heading,
  );
}

/**
 * Columns to choose from.
 *
 * @param columns - those that may be what was said, by place
 * @returns none where one alone may be
 */
export function choiceOf(columns: readonly number[], said: number, headings: readonly string[]): DraftColumn[] {
  if (columns.length < 2) return [];
  return columns.map((at) => ({ at, heading: (headings[at] ?? "").replace(/^\uFEFF/, "").trim(), said: at === said }));
}
