/** Edits of a cited quote: as they stand, as they look, and keeping others. Rules: docs/spec/wording.md. */
import type { Desk } from "#lib/client/desk.ts";
import { pair } from "#lib/domain/field.ts";
import { editsOf, publish } from "#lib/domain/quote/published.ts";
import type { Edit, Stretch } from "#lib/domain/quote/published.ts";
import { lengthOf } from "#lib/domain/text/points.ts";

/** The edits that hold of a quote in a finding, with their words; none where the quote stands nowhere. */
export function standingEdits(desk: Desk, finding: string, quote: string): readonly Edit[] {
  return rowsOf(desk, finding, quote).map(({ start, end, phrase }) => ({
    start,
    end,
    words: phrase === null ? null : (desk.phrase(phrase) ?? "…"),
  }));
}

/** A quote as it will be published, for those who read what was said; names in it are replaced only as it leaves. */
export function shownAs(words: string, edits: readonly Edit[]): readonly Stretch[] {
  return publish([{ text: words, start: 0, end: lengthOf(words), term: null }], edits);
}

/** Keeps these edits in place of those that stand; words that stay keep their phrase. */
export function keepEdits(desk: Desk, finding: string, quote: string, edits: readonly Edit[]): void {
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
  desk.send(
    {
      kind: "evidence.edit",
      finding,
      quote,
      revision,
      edits: edits.map(({ start, end, words }) => ({ start, end, phrase: words === null ? null : phraseOf(words) })),
      was: standing.map(({ start, end, phrase }) => ({ start, end, phrase })),
    },
    { phrases: [...fresh].map(([words, id]) => ({ id, lang, words })) },
  );
}

function rowsOf({ rows }: Desk, finding: string, quote: string) {
  const [anchor] = rows.related("anchorsOfQuote", quote);
  return anchor === undefined ? [] : editsOf(rows, pair(finding, quote), anchor.revision);
}

function revisionOf({ rows }: Desk, quote: string): string | undefined {
  return rows.related("anchorsOfQuote", quote)[0]?.revision;
}
