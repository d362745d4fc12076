/**
 * Where in a text stands what was looked for, so that it can be shown and quoted.
 *
 * The database has said that the text fits; here its words are compared once more, by the same forms (its stem in English, the
 * folded word elsewhere), which are handed in. Knows nothing of databases. Offsets are UTF-16 units of the text.
 * Rules: docs/spec/search.md, SR6 and SR7.
 */
import type { Stretch } from "../text/word.ts";
import { soughtIn, wordsIn } from "./query.ts";
import type { Leaf, Query } from "./query.ts";

/** The form by which a word is compared; `null` where it is not looked for at all. */
export type FormOf = (word: string) => string | null;

/** Words that may be compared with what was looked for: those that begin alike. Forms are asked for these only. */
export function likely(query: Query, texts: Iterable<string>): string[] {
  const begins = new Set(soughtIn(query).flatMap(({ words }) => words.map(initial)));
  const found = new Set<string>();
  for (const text of texts)
    for (const { start, end } of wordsIn(text)) {
      const word = text.slice(start, end);
      if (begins.has(initial(word))) found.add(word);
    }
  return [...found];
}

/**
 * The places of what was looked for, in order, those that touch or overlap taken together.
 *
 * @param formsOf - the forms of a word of what was looked for: one in each way of comparing
 */
export function placesOf(
  query: Query,
  text: string,
  formOf: FormOf,
  formsOf: (word: string) => readonly string[],
): Stretch[] {
  const words = wordsIn(text).map((at) => ({ ...at, form: formOf(text.slice(at.start, at.end)) }));
  const found: Stretch[] = [];
  for (const leaf of soughtIn(query)) {
    const { length } = leaf.words;
    const fits = leaf.words.map((word, n) => fitting(leaf, formsOf(word), n === length - 1));
    for (let at = 0; at + length <= words.length; at += 1) {
      const first = words[at];
      const last = words[at + length - 1];
      if (first && last && fits.every((fit, n) => fit(words[at + n]?.form ?? null)))
        found.push({ start: first.start, end: last.end });
    }
  }
  return merged(found);
}

function fitting({ open }: Leaf, forms: readonly string[], last: boolean): (form: string | null) => boolean {
  if (open && last) return (form) => form !== null && forms.some((one) => form.startsWith(one));
  return (form) => form !== null && forms.includes(form);
}

function merged(found: readonly Stretch[]): Stretch[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = whole.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/** The first letter, without its accents and in small. */
function initial(word: string): string {
  return word.normalize("NFKD").charAt(0).toLowerCase();
}
