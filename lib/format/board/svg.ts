/**
 * A picture of a board as one .svg file: real words in their languages, nothing loaded from elsewhere, no script.
 *
 * Cloths are drawn first and say nothing; what is read follows theme by theme. Written so that it is well-formed XML, which
 * lets the scan read it by its structure. Rules: docs/spec/board.md, B119 to B121.
 */
import { WEAVES } from "#lib/domain/board/weave.ts";
import { escapeXml } from "#lib/format/text/escape.ts";
import { HAIRLINE, INSIGHT, PAPER, SLIP, inkOf } from "./ink.ts";
import type { Letters } from "./letters.ts";
import { drawn } from "./block.ts";
import type { Block } from "./block.ts";
import { BAND, EDGE, HEAP } from "./scene.ts";
import type { Cloth, Part, Scene, Slip } from "./scene.ts";
import { langOf, opening, textOf, wordsIn } from "./svg-text.ts";

/** Writes the file. */
export function writeSvg(scene: Scene, letters: Letters): Uint8Array {
  const { width, height, lang } = scene;
  const text = (block: Block, heading?: number) => textOf(block, lang, heading);
  const hues = new Set(scene.cloths.map((cloth) => cloth.hue));
  const lines = [
    ...opening({ width, height, lang, title: wordsIn(scene.title), summary: wordsIn(scene.summary) }, letters),
    `<defs>`,
    ...[...hues].toSorted((a, b) => a - b).map(pattern),
    `</defs>`,
    `<g aria-hidden="true">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...scene.cloths.map(cloth),
    `</g>`,
    text(scene.title, 1),
    text(scene.summary),
    ...scene.parts.map(part),
    ...loose(),
    `</svg>`,
    ``,
  ];
  return new TextEncoder().encode(lines.join("\n"));

  function part({ title, counted, level, slips, parts }: Part): string {
    const name = `${wordsIn(title)}, ${drawn(counted)}`;
    return [
      `<g role="group" aria-label="${escapeXml(name)}"${langOf(title.lang, lang)}>`,
      textOf(title, title.lang, level + 1),
      textOf(counted, title.lang),
      ...listed(slips.map((one) => slip(one, title.lang))),
      ...parts.map(part),
      `</g>`,
    ].join("\n");
  }

  function loose(): string[] {
    if (scene.unclustered === null) return [];
    return [
      `<g role="group" aria-label="${escapeXml(scene.unclustered)}">`,
      ...listed(scene.loose.map((one) => slip(one, lang))),
      `</g>`,
    ];
  }
}

function listed(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`<g role="list">`, ...items, `</g>`];
}

function slip({ kind, box, hue, words, tags, caption }: Slip, around: string): string {
  const { x, y, w, h } = box;
  const edge = hue > 0 ? `<rect x="${x}" y="${y}" width="${EDGE}" height="${h}" fill="${inkOf(hue).hue}"/>` : "";
  // An insight is a note with a turned corner, also where its yellow cannot be seen.
  const corner =
    kind === "insight"
      ? `<path d="M${x + w - 20} ${y + h - 0.5}L${x + w - 0.5} ${y + h - 20}H${x + w - 20}z" fill="${HAIRLINE}"/>`
      : "";
  return [
    `<g role="listitem"${langOf(words.lang, around)}>`,
    words.full === null ? "" : `<title>${escapeXml(words.full)}</title>`,
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${w - 1}" height="${h - 1}" fill="${kind === "insight" ? INSIGHT : SLIP}" stroke="${HAIRLINE}"/>${edge}${corner}`,
    textOf(words, words.lang),
    tags ? textOf(tags, words.lang) : "",
    textOf(caption, words.lang),
    `</g>`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function cloth({ box, hue, upper, locked, pile }: Cloth): string {
  const { x, y, w, h } = box;
  const ink = inkOf(hue);
  const shape = `x="${x}" y="${y}" width="${w}" height="${h}" rx="10"`;
  const band = `M${x} ${y + BAND}V${y + BAND}a10 8 0 0 1 10 -8H${x + w - 10}a10 8 0 0 1 10 8z`;
  return [
    `<rect ${shape} fill="${upper ? ink.upper : ink.cloth}"/>`,
    `<path d="${band}" fill="url(#weave-${hue})"/>`,
    `<rect ${shape} fill="none" stroke="${ink.hem}"${locked ? ` stroke-dasharray="8 5"` : ""}/>`,
    ...(pile ? heap(x, y) : []),
  ].join("");
}

function heap(x: number, y: number): string[] {
  return Array.from({ length: HEAP.sheets }, (_, n) => {
    const at = (HEAP.sheets - 1 - n) * HEAP.step;
    return `<rect x="${x + HEAP.x + at}" y="${y + HEAP.y + at}" width="${HEAP.w}" height="${HEAP.h}" fill="${SLIP}" stroke="${HAIRLINE}"/>`;
  });
}

function pattern(hue: number): string {
  return [
    `<pattern id="weave-${hue}" width="8" height="8" patternUnits="userSpaceOnUse">`,
    `<rect width="8" height="8" fill="${inkOf(hue).hue}"/>`,
    `<path d="${WEAVES[(hue - 1) % WEAVES.length] ?? ""}" fill="none" stroke="${inkOf(hue).thread}" stroke-width="1.6" stroke-linecap="round"/>`,
    `</pattern>`,
  ].join("");
}
