/** How a cited quote is published: its edits and translations as they stand, as they look, and keeping others. Rules: docs/spec/wording.md. */
import type { Desk } from "#lib/client/desk.ts";
import { Lang, pair } from "#lib/domain/field.ts";
import { madeWith, saysIn, translationOf } from "#lib/domain/finding/translation.ts";
import { editsOf, publish } from "#lib/domain/quote/published.ts";
import type { Edit, Stretch } from "#lib/domain/quote/published.ts";
import { lengthOf } from "#lib/domain/text/points.ts";

type Part = Pick<Desk, "rows" | "study" | "phrase" | "send">;

/** What a cited quote says in another language. `holds`: false where the quote was edited or corrected since it was written. */
export type Translated = Readonly<{ lang: Lang; words: string; holds: boolean }>;

/** The edits that hold of a quote in a finding, with their words; none where the quote stands nowhere. */
export function standingEdits(desk: Part, finding: string, quote: string): readonly Edit[] {
  return rowsOf(desk, finding, quote).map(({ start, end, phrase }) => ({
    start,
    end,
    words: phrase === null ? null : (desk.phrase(phrase) ?? "…"), // to be looked at, until they come
  }));
}

/** Whether all words of the edits that hold have come: before, what would be kept of them is not known. */
export function editsAreHere(desk: Part, finding: string, quote: string): boolean {
  return rowsOf(desk, finding, quote).every(({ phrase }) => phrase === null || desk.phrase(phrase) !== undefined);
}

/** The translations of a quote in a finding whose words are there, in the order of languages; also those that hold no more. */
export function standingTranslations(desk: Part, finding: string, quote: string): readonly Translated[] {
  const evidence = pair(finding, quote);
  const revision = revisionOf(desk, quote);
  return Lang.options.flatMap((lang) => {
    const row = desk.rows.related("translationsOfEvidence", evidence).find((one) => one.lang === lang);
    if (!row || revision === undefined) return [];
    const words = desk.phrase(row.phrase);
    return words ? [{ lang, words, holds: translationOf(desk.rows, evidence, revision, lang) !== undefined }] : [];
  });
}

/** The languages into which a text in this one may be translated. */
export function translatableTo(lang: string): readonly Lang[] {
  return Lang.options.filter((one) => !saysIn(lang, one));
}

/** A quote as it will be published, for those who read what was said; names in it are replaced only as it leaves. */
export function shownAs(words: string, edits: readonly Edit[]): readonly Stretch[] {
  return publish([{ text: words, start: 0, end: lengthOf(words), term: null }], edits);
}

/**
 * Keeps these edits and translations in place of those that stand; words that stay keep their phrase.
 *
 * @param translations - what is to stand in each language; blank, nothing. In languages that are not named nothing is changed.
 */
export function keepWording(
  desk: Part,
  finding: string,
  quote: string,
  edits: readonly Edit[],
  translations: readonly Readonly<{ lang: Lang; words: string }>[],
): void {
  const standing = rowsOf(desk, finding, quote);
  const revision = revisionOf(desk, quote);
  if (revision === undefined) return;
  const phrases = new Map(standing.flatMap(({ phrase }) => (phrase === null ? [] : [[desk.phrase(phrase), phrase]])));
  const lang = desk.rows.live("study", desk.study)?.lang ?? "en";
  const fresh = new Map<string, string>();
  const phraseOf = (words: string): string => {
    const known = phrases.get(words) ?? fresh.get(words) ?? crypto.randomUUID();
    if (!phrases.has(words)) fresh.set(words, known);
    return known;
  };
  const wanted = edits.map(({ start, end, words }) => ({
    start,
    end,
    phrase: words === null ? null : phraseOf(words),
  }));
  const was = standing.map(({ start, end, phrase }) => ({ start, end, phrase }));
  const same = madeWith(wanted) === madeWith(was);
  if (!same)
    desk.send(
      { kind: "evidence.edit", finding, quote, revision, edits: wanted, was },
      { phrases: [...fresh].map(([words, id]) => ({ id, lang, words })) },
    );
  for (const { lang: into, words } of translations) {
    const old = same ? translationOf(desk.rows, pair(finding, quote), revision, into) : undefined;
    const said = words.trim();
    if (said === (old === undefined ? "" : (desk.phrase(old.phrase) ?? ""))) continue;
    const phrase = said === "" ? null : crypto.randomUUID();
    desk.send(
      {
        kind: "evidence.translate",
        finding,
        quote,
        revision,
        of: wanted,
        lang: into,
        phrase,
        was: old?.phrase ?? null,
      },
      phrase === null ? undefined : { phrases: [{ id: phrase, lang: into, words: said }] },
    );
  }
}

function rowsOf({ rows }: Part, finding: string, quote: string) {
  const [anchor] = rows.related("anchorsOfQuote", quote);
  return anchor === undefined ? [] : editsOf(rows, pair(finding, quote), anchor.revision);
}

function revisionOf({ rows }: Part, quote: string): string | undefined {
  return rows.related("anchorsOfQuote", quote)[0]?.revision;
}
