/** Ways in which software counts positions, told anew: by the signs of the file one after the other. */
import type { Convention } from "#lib/format/refi/convention.ts";

export const WAYS: readonly Convention[] = [false, true].flatMap((last) =>
  [false, true].flatMap((mark) =>
    ([1, 2] as const).flatMap((ends) => (["points", "units"] as const).map((unit) => ({ unit, ends, mark, last }))),
  ),
);

/**
 * The positions that a tool would write for a stretch.
 *
 * @param raw - the text with the line ends of the file
 * @returns from code points of the text with LF, `end` exclusive
 */
export function positionsBy(raw: string, mark: boolean, { unit, ends, mark: counted, last }: Convention) {
  const signs = raw.match(/\r\n|[\s\S]/gu) ?? [];
  const crlf = raw.includes("\r");
  const width = (sign: string): number => {
    if (sign === "\r\n") return ends;
    if (sign === "\n") return crlf ? 1 : ends; // a file of LF alone may have been counted as if it had CRLF
    return unit === "units" ? sign.length : 1;
  };
  const before: number[] = [mark && counted ? 1 : 0];
  for (const sign of signs) before.push((before.at(-1) ?? 0) + width(sign));
  return (start: number, end: number): readonly [number, number] => [
    before[start] ?? Number.NaN,
    (before[end] ?? Number.NaN) - (last ? 1 : 0),
  ];
}
