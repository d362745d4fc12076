/**
 * The forms that a word takes at its start in Welsh: Caerdydd, i Gaerdydd, yng Nghaerdydd, a Chaerdydd.
 *
 * Works on folded words (lower case, no accents) and only widens what is looked for; it never
 * writes a word that people see. Source: P. W. Thomas, Gramadeg y Gymraeg (1996), the mutations.
 * Rules: docs/spec/identifier.md, I7.
 */
const SOFT: Readonly<Record<string, string>> = {
  p: "b",
  t: "d",
  c: "g",
  b: "f",
  d: "dd",
  g: "",
  m: "f",
  ll: "l",
  rh: "r",
};
const NASAL: Readonly<Record<string, string>> = { p: "mh", t: "nh", c: "ngh", b: "m", d: "n", g: "ng" };
const ASPIRATE: Readonly<Record<string, string>> = { p: "ph", t: "th", c: "ch" };

/** Welsh letters written with two signs; only ll and rh of them mutate. */
const DIGRAPH = /^(ch|dd|ff|ng|ll|ph|rh|th)/;
const SHORTEST = 4;

/**
 * The mutated forms of a folded word, without the word itself.
 *
 * @param vouched - further words of the name follow. Without them there are no forms of short words, nor forms under
 * four letters (under five where a letter fell away): they would be found in ordinary words.
 */
export function mutate(word: string, vouched: boolean): readonly string[] {
  if (word.length < (vouched ? 2 : SHORTEST)) return [];
  if (/^[aeiouwy]/.test(word)) return [`h${word}`];
  const head = DIGRAPH.exec(word)?.[0] ?? word.charAt(0);
  const rest = word.slice(head.length);
  const forms: string[] = [];
  for (const table of [SOFT, NASAL, ASPIRATE]) {
    const start = table[head];
    if (start === undefined) continue;
    const form = start + rest;
    if (form.length > (vouched ? 1 : start === "" ? SHORTEST : SHORTEST - 1)) forms.push(form);
  }
  return forms;
}
