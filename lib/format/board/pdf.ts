/**
 * A board as a PDF of one page that is as large as the board: real words in an embedded font, tagged so that it is read
 * theme by theme (headings, quotes, paragraphs, languages), with the themes as bookmarks.
 *
 * Source: ISO 32000-1:2008, 8 (graphics), 9 (text), 14.7 to 14.9 (structure, accessibility). Rules: docs/spec/board.md, B119 to B121.
 */
import { THREADS } from "#lib/domain/board/weave.ts";
import { region } from "#lib/domain/report/model.ts";
import { FAINT, HAIRLINE, INK, INSIGHT, PAPER, SLIP, inkOf, parts as partsOf } from "./ink.ts";
import type { Letters } from "./letters.ts";
import { xmp } from "./pdf-about.ts";
import { embedAll, shown } from "./pdf-font.ts";
import { PdfFile, latin, num, textString } from "./pdf-file.ts";
import { bookmarks } from "./pdf-outline.ts";
import type { Bookmark } from "./pdf-outline.ts";
import { structure } from "./pdf-structure.ts";
import type { Element } from "./pdf-structure.ts";
import { drawn } from "./block.ts";
import type { Block } from "./block.ts";
import { BAND, EDGE, HEAP } from "./scene.ts";
import type { Cloth, Part, Scene, Slip } from "./scene.ts";

/** The longest side of a page (Annex C.2), and how large a unit of the board is in points. */
const LONGEST = 14_400;
const UNIT = 0.75;
const HUES = 10;

/** Writes the file. */
export function writePdf(scene: Scene, letters: Letters): Uint8Array {
  const file = new PdfFile();
  const fonts = embedAll(file, letters);
  const page = file.reserve();
  const scale = Math.min(UNIT, LONGEST / scene.width, LONGEST / scene.height);
  const [w, h] = [scene.width * scale, scene.height * scale];
  const drawing = draw(scene, letters);
  const matrix = `${num4(scale)} 0 0 ${num4(-scale)} 0 ${num(h)}`;
  const weaves = Array.from({ length: HUES }, (_, at) => weave(file, at + 1, matrix));
  const content = file.stream("", latin(`q ${matrix} cm\n${drawing.content}\nQ\n`));
  const pages = file.reserve();
  const resources = `<</Font<<${fonts}>>/Pattern<<${weaves.map((one, at) => `/W${at + 1} ${one} 0 R`).join("")}>>>>`;
  file.add(
    `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 ${num(w)} ${num(h)}]/Resources${resources}/Contents ${content} 0 R/StructParents 0/Tabs/S>>`,
    page,
  );
  file.add(`<</Type/Pages/Kids[${page} 0 R]/Count 1>>`, pages);

  const title = scene.title.full ?? drawn(scene.title);
  const root = structure(file, drawing.root, [page], [drawing.marks]);
  const bookmark = ({ title: name, parts }: Part): Bookmark => ({
    title: name.full ?? drawn(name),
    place: `[${page} 0 R/XYZ 0 ${num(h - Math.max(0, name.y - 60) * scale)} null]`,
    inside: parts.map(bookmark),
  });
  const marks = bookmarks(file, scene.parts.map(bookmark));
  const metadata = file.stream("/Type/Metadata/Subtype/XML", new TextEncoder().encode(xmp(title, region(scene.lang))));
  const info = file.add(`<</Title${textString(title)}/Producer(Carthen)/Creator(Carthen)>>`);
  const catalog = file.add(
    `<</Type/Catalog/Pages ${pages} 0 R/Lang(${region(scene.lang)})/MarkInfo<</Marked true>>/StructTreeRoot ${root} 0 R/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R${marks === null ? "" : `/Outlines ${marks} 0 R/PageMode/UseOutlines`}>>`,
  );
  return file.bytes(catalog, info);
}

/** Finer than lengths: a scale multiplies them all. */
function num4(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

type Drawing = Readonly<{ content: string; root: Element; marks: number }>;

/** Everything on the page, in the order in which it is read, with the structure over it. */
function draw(scene: Scene, letters: Letters): Drawing {
  const out: string[] = [];
  let marks = 0;
  out.push(
    "/Artifact BMC",
    fill(PAPER),
    `0 0 ${scene.width} ${scene.height} re f`,
    ...scene.cloths.flatMap(cloth),
    "EMC",
  );
  const heading = (block: Block, level: number, around: string) => say(`H${Math.min(6, level)}`, block, around);
  const root: Element = {
    kind: "Document",
    lang: region(scene.lang),
    kids: [
      heading(scene.title, 1, scene.lang),
      say("P", scene.summary, scene.lang),
      ...scene.parts.map((one) => part(one, scene.lang)),
      ...(scene.unclustered === null
        ? []
        : [
            {
              kind: "Sect",
              lang: null,
              title: scene.unclustered,
              kids: scene.loose.map((one) => slip(one, scene.lang)),
            },
          ]),
    ],
  };
  return { content: out.join("\n"), root, marks };

  function part(one: Part, around: string): Element {
    return {
      kind: "Sect",
      lang: null,
      kids: [
        heading(one.title, one.level + 1, around),
        say("P", one.counted, around),
        ...one.slips.map((card) => slip(card, around)),
        ...one.parts.map((inner) => part(inner, around)),
      ],
    };
  }

  function slip({ kind, box: { x, y, w, h }, hue, words, tags, caption }: Slip, around: string): Element {
    out.push(
      "/Artifact BMC",
      fill(kind === "insight" ? INSIGHT : SLIP),
      stroke(HAIRLINE),
      "1 w",
      `${num(x + 0.5)} ${num(y + 0.5)} ${w - 1} ${h - 1} re B`,
    );
    if (hue > 0) out.push(fill(inkOf(hue).hue), `${num(x)} ${num(y)} ${EDGE} ${h} re f`);
    if (kind === "insight") {
      const [right, low] = [x + w, y + h];
      out.push(
        fill(HAIRLINE),
        `${num(right - 20)} ${num(low - 0.5)} m ${num(right - 0.5)} ${num(low - 20)} l ${num(right - 20)} ${num(low - 20)} l f`,
      );
    }
    out.push("EMC");
    return {
      kind: kind === "quote" ? "BlockQuote" : "Div",
      lang: null,
      kids: [say("P", words, around), ...(tags ? [say("P", tags, around)] : []), say("P", caption, around)],
    };
  }

  /** Writes words on the page and gives the node that holds them. */
  function say(kind: string, block: Block, around: string): Element {
    const lang = block.lang === around ? null : region(block.lang);
    if (block.lines.length === 0) return { kind, lang, kids: [] };
    const mark = marks;
    marks += 1;
    out.push(`/${kind} <</MCID ${mark}>> BDC`, fill(block.ink === "ink" ? INK : FAINT), "BT");
    block.lines.forEach(({ text, whole }, at) => {
      const space = whole && at < block.lines.length - 1 ? " " : "";
      out.push(`1 0 0 -1 ${num(block.x)} ${num(block.y + at * block.step)} Tm`);
      out.push(...shown(`${text}${space}`, block, letters));
    });
    out.push("ET", "EMC");
    return { kind, lang, kids: [{ page: 0, mark }] };
  }
}

function cloth({ box: { x, y, w, h }, hue, upper, locked, pile }: Cloth): string[] {
  const ink = inkOf(hue);
  const around = rounded(x, y, w, h, 10);
  const [right, k] = [x + w, 4.48];
  const band = `${num(x)} ${num(y + BAND)} m ${num(x)} ${num(y + k)} ${num(x + k)} ${num(y)} ${num(x + 10)} ${num(y)} c ${num(right - 10)} ${num(y)} l ${num(right - k)} ${num(y)} ${num(right)} ${num(y + k)} ${num(right)} ${num(y + BAND)} c h`;
  const sheets = pile
    ? Array.from({ length: HEAP.sheets }, (_, n) => {
        const at = (HEAP.sheets - 1 - n) * HEAP.step;
        return `${num(x + HEAP.x + at)} ${num(y + HEAP.y + at)} ${HEAP.w} ${HEAP.h} re B`;
      })
    : [];
  return [
    fill(upper ? ink.upper : ink.cloth),
    `${around} f`,
    `/Pattern cs /W${hue} scn`,
    `${band} f`,
    stroke(ink.hem),
    `1 w ${locked ? "[8 5] 0 d " : ""}${around} S${locked ? " [] 0 d" : ""}`,
    ...(sheets.length === 0 ? [] : [fill(SLIP), stroke(HAIRLINE), ...sheets]),
  ];
}

function rounded(x: number, y: number, w: number, h: number, r: number): string {
  const k = r * 0.4477; // how far the handles stand from the corner
  const [right, low] = [x + w, y + h];
  const at = (...lengths: readonly number[]) => lengths.map(num).join(" ");
  return [
    `${at(x + r, y)} m ${at(right - r, y)} l`,
    `${at(right - k, y, right, y + k, right, y + r)} c ${at(right, low - r)} l`,
    `${at(right, low - k, right - k, low, right - r, low)} c ${at(x + r, low)} l`,
    `${at(x + k, low, x, low - k, x, low - r)} c ${at(x, y + r)} l`,
    `${at(x, y + k, x + k, y, x + r, y)} c h`,
  ].join(" ");
}

function weave(file: PdfFile, hue: number, matrix: string): number {
  const ink = inkOf(hue);
  const threads = (THREADS[(hue - 1) % THREADS.length] ?? []).map((points) =>
    points.reduce(
      (path, at, n) => (n % 2 === 0 ? path : `${path}${points[n - 1] ?? 0} ${at} ${n === 1 ? "m" : "l"} `),
      "",
    ),
  );
  const content = `${fill(ink.hue)} 0 0 8 8 re f ${stroke(ink.thread)} 1.6 w 1 J ${threads.join("")}S\n`;
  return file.stream(
    `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8/YStep 8/Resources<<>>/Matrix[${matrix}]`,
    latin(content),
  );
}

function fill(colour: string): string {
  return `${partsOf(colour).map(num4).join(" ")} rg`;
}

function stroke(colour: string): string {
  return `${partsOf(colour).map(num4).join(" ")} RG`;
}
