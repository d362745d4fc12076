/**
 * Where capitals say nothing: what a machine took down, what people type in haste, headings in capitals only.
 *
 * Told line by line, as a transcript mixes both. Rules: docs/spec/identifier.md, I42.
 */

/** Answers whether the line around an offset has no telling capitals. */
export function plainLines(text: string): (at: number) => boolean {
  const ends: number[] = [];
  const plain: boolean[] = [];
  for (let from = 0; from <= text.length;) {
    const stop = text.indexOf("\n", from);
    const end = stop === -1 ? text.length : stop;
    ends.push(end);
    plain.push(isPlain(text.slice(from, end)));
    from = end + 1;
  }
  return (at) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return plain[low] ?? false;
  };
}

function isPlain(line: string): boolean {
  // A label ("P11:") is not what was said; "I" is written large by every telephone.
  const said = line.replace(/^\s*[^\s:][^:\n]{0,30}:\s/u, "").replace(/(?<!\p{L})I(?!\p{L})/gu, "");
  const large = said.match(/\p{Lu}/gu)?.length ?? 0;
  const small = said.match(/\p{Ll}/gu)?.length ?? 0;
  if (large + small < 4) return false;
  return large === 0 || large > small * 2;
}
