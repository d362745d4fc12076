/** Lines that climb in steps, drawn with their numbers at the ends and the same said of every point. Rules: docs/spec/matrix.md, MX26. */
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import { apart, ceiling } from "#lib/domain/matrix/scale.ts";
import { round } from "#lib/format/board/block.ts";
import type { setter } from "#lib/format/board/block.ts";
import { FAINT, HAIRLINE, inkOf } from "#lib/format/board/ink.ts";
import { widthOf } from "#lib/format/board/letters.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import { textOf } from "#lib/format/board/svg-text.ts";
import { escapeXml } from "#lib/format/text/escape.ts";
import type { Chart } from "./paper.ts";

const HIGH = 320;
const [LEFT, RIGHT, BOTTOM] = [44, 140, 30];
const SIZE = 13;

/** Draws it from `top` on, `wide` units wide. */
export function drawChart(
  { steps, lines }: Chart,
  lang: string,
  x0: number,
  top: number,
  wide: number,
  set: ReturnType<typeof setter>,
  letters: Letters,
): Readonly<{ lines: readonly string[]; bottom: number }> {
  const most = ceiling(Math.max(1, ...lines.flatMap(({ values }) => values)));
  const [left, right, floor] = [x0 + LEFT, x0 + wide - RIGHT, top + HIGH - BOTTOM];
  const x = (at: number) => round(left + ((right - left) * (at + 0.5)) / steps.length);
  const y = (value: number) => round(floor - ((floor - top) * value) / most);
  const every = Math.ceil(steps.length / 14); // codes further apart than they are wide
  const ends = apart(
    lines.map(({ values }) => y(values.at(-1) ?? 0)),
    18,
  );
  const words = (text: string, weight: "regular" | "bold", from: (width: number) => number, at: number) => {
    const width = widthOf(letters, weight, SIZE, text);
    return textOf(
      set(plain(text, lang), weight, SIZE, weight === "bold" ? "ink" : "faint", from(width), at, 400, 1),
      lang,
    );
  };
  return {
    bottom: top + HIGH,
    lines: [
      ...[0, most / 2, most].map(
        (value) =>
          `<path d="M${left} ${y(value)}H${right}" stroke="${value === 0 ? FAINT : HAIRLINE}" aria-hidden="true"/>${words(String(value), "regular", (width) => left - 8 - width, y(value) + 4)}`,
      ),
      ...steps.flatMap((step, at) =>
        at % every === 0 ? words(wordsOf(step), "regular", (width) => x(at) - width / 2, floor + 20) : [],
      ),
      ...lines.map(({ name, values, dashed }, which) => {
        const colour = inkOf(dashed ? 3 : 1).hue;
        const points = values.map((value, at) => `${x(at)},${y(value)}`).join(" ");
        const said = values.map((value, at) => `${wordsOf(steps[at] ?? name)}: ${value}`).join(", ");
        return [
          `<g role="img" aria-label="${escapeXml(`${wordsOf(name)}. ${said}`)}">`,
          `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"${dashed ? ` stroke-dasharray="6 4"` : ""}/>`,
          ...(values.length > 40
            ? []
            : values.map((value, at) => `<circle cx="${x(at)}" cy="${y(value)}" r="3.5" fill="${colour}"/>`)),
          `</g>`,
          words(`${wordsOf(name)} ${values.at(-1) ?? 0}`, "bold", () => right + 10, (ends[which] ?? 0) + 5),
        ].join("");
      }),
    ],
  };
}
