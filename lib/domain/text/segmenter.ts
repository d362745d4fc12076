/** The platform's segmentation of text (Unicode Standard Annex 29), one segmenter for each language and size of piece. */
type Granularity = "word" | "sentence";

const made = new Map<string, Intl.Segmenter>();

/** @param lang - BCP 47; one that the platform does not take is segmented as English */
export function segmenter(lang: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity}/${lang}`;
  const known = made.get(key);
  if (known) return known;
  let fresh: Intl.Segmenter;
  try {
    fresh = new Intl.Segmenter(lang, { granularity });
  } catch {
    fresh = new Intl.Segmenter("en", { granularity }); // a tag that is no language
  }
  made.set(key, fresh);
  return fresh;
}
