/**
 * Talk in the manner of a study, as much as is wanted: words as often as Zipf's law says, in English and in a language with
 * Welsh function words, the same at every run. Nobody ever said any of it.
 */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ENGLISH =
  "the and to we of that it in is you they for was not have this with so but what on are as be do at people if all think one there about would which can our from very how just when them because some need service data more council work team sharing time housing know".split(
    " ",
  );
const WELSH =
  "yn y a i ni o mae yr wedi am ar â bod oedd hynny gan pan fel dim ond sydd pobl rydyn nhw gwaith data cyngor amser rhannu tîm tŷ dŵr gwasanaeth".split(
    " ",
  );
const ONSETS = "b c d f g h l m n p r s t v w br cl dr gr pl st tr th sh".split(" ");
const VOWELS = "a e i o u ai ea oo".split(" ");
const CODAS = ["", "n", "r", "l", "t", "m", "s", "nd", "rt"];
const ENDINGS = ["", "", "", "s", "ing", "ed", "ation", "ly"];

/** Words from the most to the least common. */
function vocabulary(most: readonly string[], size: number, accents: boolean): string[] {
  const roll = dice(accents ? 2 : 1);
  const pick = (list: readonly string[]) => list[Math.floor(roll() * list.length)] ?? "";
  const words = new Set(most);
  while (words.size < size) {
    const stem = Array.from({ length: 2 + Math.floor(roll() * 2) }, () => pick(ONSETS) + pick(VOWELS)).join("");
    words.add(accents ? stem.replace("oo", "ŵ").replace("ai", "ŷ") : stem + pick(CODAS) + pick(ENDINGS));
  }
  return [...words];
}

export type Talk = Readonly<{
  /** Words from the most to the least common. */ words: readonly string[];
  /** A stretch of about so many words. */ say: (count: number) => string;
}>;

/** Somebody who talks. */
export function talker(lang: "en" | "cy", seed: number): Talk {
  const words = vocabulary(lang === "en" ? ENGLISH : WELSH, lang === "en" ? 60_000 : 20_000, lang === "cy");
  const sums = new Float64Array(words.length);
  let total = 0;
  for (let rank = 0; rank < words.length; rank += 1) sums[rank] = total += 1 / (rank + 1);
  const roll = dice(seed);
  const word = () => {
    const wanted = roll() * total;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return words[low] ?? "";
  };
  return {
    words,
    say: (count) => {
      const said: string[] = [];
      for (let left = count; left > 0;) {
        const length = Math.min(left, 5 + Math.floor(roll() * 14));
        const sentence = Array.from({ length }, word).join(" ");
        said.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
        left -= length;
      }
      return said.join(" ");
    },
  };
}
