/** A text in portions that a language model takes at once: whole lines, each portion in one language and one kind of capitals. */
import { plainLines } from "#lib/domain/detect/plain.ts";
import { isWelsh } from "#lib/domain/detect/welsh.ts";

/** `plain`: its capitals say nothing. */
export type Portion = Readonly<{ start: number; words: string; welsh: boolean; plain: boolean }>;

const MOST = 8000;

/** Cuts a text into portions; together they are the text. */
export function portionsOf(text: string): readonly Portion[] {
  const isPlain = plainLines(text);
  const portions: Portion[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop + 1;
    const line = text.slice(start, end);
    const [welsh, plain] = [isWelsh(line), isPlain(start)];
    const last = portions.at(-1);
    if (last && last.welsh === welsh && last.plain === plain && last.words.length + line.length <= MOST) {
      portions[portions.length - 1] = { ...last, words: last.words + line };
    } else portions.push({ start, words: line, welsh, plain });
    start = end;
  }
  return portions;
}
