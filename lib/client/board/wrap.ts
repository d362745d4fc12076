/**
 * Breaks words into lines once, and remembers.
 *
 * The canvas and the DOM both draw these lines, so that nothing shifts when one takes over from the other.
 * Nothing is measured before it is seen; a font that arrives later empties the memory.
 */
export type Measure = (text: string) => number;

const ELLIPSIS = "…";

/**
 * Breaks a text into at most `most` lines no wider than `width`; what does not fit ends in an ellipsis.
 * A word wider than a line is broken inside.
 */
export function breakLines(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  const full = () => lines.length >= most;
  for (const word of text.split(/\s+/u)) {
    if (word === "") continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") {
      lines.push(line);
      if (full()) return shorten(lines, width, measure);
    }
    line = word;
    while (measure(line) > width) {
      const cut = fitting(line, width, measure);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
      if (full()) return shorten(lines, width, measure);
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

function fitting(word: string, width: number, measure: Measure): number {
  let low = 1;
  let high = word.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(word.slice(0, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  const last = word.charCodeAt(low - 1);
  return low > 1 && last >= 0xd800 && last <= 0xdbff ? low - 1 : low; // never between two halves of a pair
}

function shorten(lines: string[], width: number, measure: Measure): string[] {
  let last = lines.pop() ?? "";
  while (last !== "" && measure(last + ELLIPSIS) > width) {
    const space = last.lastIndexOf(" ");
    last = space > 0 ? last.slice(0, space) : last.slice(0, -1);
  }
  return [...lines, last.replace(/[\s,;:.–-]+$/u, "") + ELLIPSIS];
}

/** Remembers the lines of texts, least recently used out. */
export class Wrapping {
  private readonly known = new Map<string, readonly string[]>();
  private readonly measure: Measure;
  private readonly room: number;

  constructor(measure: Measure, room = 3000) {
    this.measure = measure;
    this.room = room;
  }

  lines(text: string, width: number, most: number): readonly string[] {
    const key = `${width}/${most}/${text}`;
    const found = this.known.get(key);
    if (found) {
      this.known.delete(key);
      this.known.set(key, found);
      return found;
    }
    const lines = breakLines(text, width, most, this.measure);
    if (this.known.size >= this.room) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
    this.known.set(key, lines);
    return lines;
  }

  /** Forgets everything: the font has changed. */
  clear(): void {
    this.known.clear();
  }
}
