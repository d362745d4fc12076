import { readFileSync } from "node:fs";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { SIZES } from "#lib/domain/board/measure.ts";
import { plain } from "#lib/domain/report/model.ts";
import { FAINT, HIGHLIGHT, HUES, INK, PAPER, SLIP, TINTS } from "#lib/format/board/ink.ts";
import { widthOf } from "#lib/format/board/letters.ts";
import { writePdf } from "#lib/format/board/pdf.ts";
import { drawn } from "#lib/format/board/block.ts";
import type { Block } from "#lib/format/board/block.ts";
import { sceneOf } from "#lib/format/board/scene.ts";
import type { Part, Slip } from "#lib/format/board/scene.ts";
import { writeSvg } from "#lib/format/board/svg.ts";
import { unpackPdf } from "#lib/format/scan/pdf.ts";
import { letters } from "#lib/server/load/letters.ts";
import { paper, paperCard, paperTheme } from "#tests/kit/paper.ts";

const font = letters();
const welsh = paperCard("Ŵyr neb.", { words: plain("Ŵyr neb.", "cy"), tags: plain("amser", "cy") });
const small = paper(
  [
    paperTheme("Skills", [paperCard('We <never> have "time" & \u0007 data.')], {
      themes: [paperTheme("Time", [welsh], { box: { x: 24, y: 300, w: 288, h: 272 }, hue: 2 })],
      locked: true,
    }),
    paperTheme("Heap", [paperCard("Nobody sees this.")], {
      collapsed: true,
      hue: 3,
      box: { x: 400, y: 0, w: 288, h: 168 },
    }),
  ],
  [paperCard("My own idea.", { kind: "insight", hue: 0, caption: plain("Insight", "en") })],
);
const svgOf = (of: Parameters<typeof sceneOf>[0]) => new TextDecoder().decode(writeSvg(sceneOf(of, font), font));

type Seen = { tag: string; attributes: Record<string, string>; words: string; depth: number };
/** Every element of a well-formed file; throws where it is not. */
function elements(xml: string): Seen[] {
  const found: Seen[] = [];
  const path: Seen[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const one = { tag: name, attributes: { ...attributes }, words: "", depth: path.length };
    found.push(one);
    path.push(one);
  });
  parser.on("text", (text) => path.forEach((one) => (one.words += text)));
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return found;
}

describe("drawing", () => {
  test("[B120] is well-formed, loads nothing, runs nothing, and is read theme by theme in its languages", () => {
    const xml = svgOf(small);
    const all = elements(xml);
    expect(new Set(all.map(({ tag }) => tag))).toEqual(
      new Set(["svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "g", "text", "tspan"]),
    );
    expect(xml).not.toMatch(/href|<script|\son\w+=|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    for (const [, address] of xml.matchAll(/url\(([^)]{0,24})/g))
      expect(address).toMatch(/^(?:#weave-\d|data:font\/woff;)/);
    const read = all.flatMap(({ attributes, words, tag }) =>
      attributes["role"] === "group"
        ? [`group ${attributes["aria-label"]}`]
        : attributes["role"] === "heading"
          ? [`heading ${attributes["aria-level"]} ${words}`]
          : tag === "text"
            ? [`text${attributes["lang"] ? ` ${attributes["lang"]}` : ""} ${words}`]
            : attributes["role"] === "listitem"
              ? [`item ${attributes["lang"] ?? "en"}`]
              : [],
    );
    expect(read).toEqual([
      "heading 1 Board",
      "text What lies here.",
      "group Skills, 1 cards",
      "heading 2 Skills",
      "text 1 cards",
      "item en",
      'text We <never> have "time" & \ufffd data.',
      "text P01 · interview",
      "group Time, 1 cards",
      "heading 3 Time",
      "text 1 cards",
      "item cy-GB",
      "text Ŵyr neb.",
      "text amser",
      "text en-GB P01 · interview",
      "group Heap, 1 cards",
      "heading 2 Heap",
      "text 1 cards",
      "group Unclustered (1 cards)",
      "item en",
      "text My own idea.",
      "text Insight",
    ]);
  });

  test("[B120] every hue of a theme has its weave, and a locked theme its dashes", () => {
    const xml = svgOf(small);
    for (const hue of [1, 2, 3]) {
      expect(xml).toContain(`<pattern id="weave-${hue}"`);
      expect(xml).toContain(`fill="url(#weave-${hue})"`);
    }
    expect(xml.split("stroke-dasharray").length).toBe(2);
  });

  test("[B119] one card, sign by sign", () => {
    const xml = svgOf(paper([], [paperCard("One two", { hue: 0 })]));
    expect(xml.slice(xml.indexOf('<g role="listitem"'), xml.indexOf("</svg>"))).toMatchInlineSnapshot(`
      "<g role="listitem">
      <rect x="48.5" y="133.5" width="239" height="191" fill="#fffdf8" stroke="#c5c1ba"/>
      <text x="64" y="161" font-size="15" fill="#211e1a"><tspan x="64">One two</tspan></text>
      <text x="64" y="311" font-size="12.5" fill="#5e574d"><tspan x="64">P01 · interview</tspan></text>
      </g>
      </g>
      </g>
      "
    `);
  });

  test("[B118] what is collapsed is a pile with its count, and its cards are not drawn", () => {
    const xml = svgOf(small);
    expect(xml).not.toContain("Nobody sees this");
    expect(
      elements(xml).filter(({ attributes }) => attributes["width"] === "168" && attributes["height"] === "72"),
    ).toHaveLength(3);
  });
});

describe("lines", () => {
  const blocks = (slip: Slip): Block[] => [slip.words, ...(slip.tags ? [slip.tags] : []), slip.caption];
  const slips = (parts: readonly Part[]): Slip[] => parts.flatMap((part) => [...part.slips, ...slips(part.parts)]);
  const titles = (parts: readonly Part[]): Block[] =>
    parts.flatMap((part) => [part.title, part.counted, ...titles(part.parts)]);
  const wide = (block: Block) =>
    Math.max(0, ...block.lines.map(({ text }) => widthOf(font, block.weight, block.size, text)));
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 700 }),
    fc.string({ unit: fc.constantFrom("a", "W", "ŵ", " ", "mm", "—", "\n", "🧶", "i"), maxLength: 900 }),
  );

  test("[B119] whatever is said, it lies within its card, and words, tags and caption do not touch", () => {
    fc.assert(
      fc.property(words, words, words, fc.constantFrom("s", "m", "l"), (said, caption, tags, size) => {
        const card = paperCard(said, {
          box: { x: 24, y: 56, ...SIZES[size] },
          caption: plain(caption, "en"),
          tags: tags === "" ? null : plain(tags, "en"),
        });
        const scene = sceneOf(paper([paperTheme(tags, [card])]), font);
        for (const slip of slips(scene.parts)) {
          const { x, y, w, h } = slip.box;
          let above = y;
          for (const block of blocks(slip)) {
            expect(block.x).toBeGreaterThanOrEqual(x);
            expect(block.x + wide(block)).toBeLessThanOrEqual(x + w);
            const last = block.y + (block.lines.length - 1) * block.step;
            if (block.lines.length > 0) {
              expect(block.y - block.size * 0.75).toBeGreaterThanOrEqual(above);
              expect(last + block.size * 0.25).toBeLessThanOrEqual(y + h);
              above = last + block.size * 0.2;
            }
          }
        }
        for (const block of titles(scene.parts)) expect(block.x + wide(block)).toBeLessThanOrEqual(48 + 288 + 1);
      }),
      { numRuns: 150 },
    );
  });

  test("[B119] nothing is lost where all fits, and what is shortened says all of it in the drawing", () => {
    fc.assert(
      fc.property(words, (said) => {
        const [slip] = sceneOf(paper([], [paperCard(said)]), font).loose;
        if (!slip) throw new Error("a card is drawn");
        const whole = said.replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
        if (slip.words.full === null) expect(drawn(slip.words)).toBe(whole.split(/\s+/u).filter(Boolean).join(" "));
        else {
          expect(slip.words.full).toBe(whole);
          expect(drawn(slip.words).endsWith("…")).toBe(true);
        }
      }),
    );
    const long = "word ".repeat(400);
    expect(svgOf(paper([], [paperCard(long)]))).toContain(`<title>${long}</title>`);
  });

  test("[B119] short words are set larger than long ones", () => {
    const sizes = ["Short.", "word ".repeat(45), "word ".repeat(400)].map(
      (said) => sceneOf(paper([], [paperCard(said)]), font).loose[0]?.words.size,
    );
    expect(sizes).toEqual([15, 13, 11.5]);
  });
});

describe("document", () => {
  const pdf = writePdf(sceneOf(small, font), font);
  const members = unpackPdf(pdf) ?? [];
  const said = (end: string) =>
    members
      .filter(({ name }) => name.endsWith(end))
      .map(({ bytes }) => new TextDecoder().decode(bytes))
      .join("\n");

  test("[B120] one tagged page with real words, a title, bookmarks and languages", () => {
    expect(
      said("meant")
        .split("\u0001")
        .map((part) => part.trim()),
    ).toEqual([
      "Board",
      "What lies here.",
      "Skills",
      "1 cards",
      'We <never> have "time" & \ufffd data.',
      "P01 · interview",
      "Time",
      "1 cards",
      "Ŵyr neb.",
      "amser",
      "P01 · interview",
      "Heap",
      "1 cards",
      "My own idea.",
      "Insight",
      "",
    ]);
    const source = Buffer.from(pdf).toString("latin1");
    const kinds = Array.from(source.matchAll(/\/S\/(\w+)/g), ([, kind]) => kind);
    expect(kinds.filter((kind) => kind !== "P").toSorted()).toEqual(
      [
        "BlockQuote",
        "BlockQuote",
        "Div",
        "Document",
        "H1",
        "H2",
        "H2",
        "H3",
        "Sect",
        "Sect",
        "Sect",
        "Sect",
      ].toSorted(),
    );
    expect(source).toContain("/Lang(cy-GB)");
    expect(source).toContain("/MarkInfo<</Marked true>>");
    const strings = said("(listed)")
      .split("\n")
      .filter((line) => /\w/.test(line));
    expect(strings.filter((line) => ["Skills", "Time", "Heap"].includes(line))).toEqual(["Skills", "Heap", "Time"]);
  });

  test("[B120] its table of objects is right, and no side is longer than a page may be", () => {
    const source = Buffer.from(pdf).toString("latin1");
    const start = Number(/startxref\n(\d+)/.exec(source)?.[1]);
    const places = Array.from(source.slice(start).matchAll(/^(\d{10}) 00000 n $/gm), ([, at]) => Number(at));
    places.forEach((at, index) => expect(source.slice(at).startsWith(`${index + 1} 0 obj\n`)).toBe(true));
    const far = paper([paperTheme("Far", [], { box: { x: 0, y: 0, w: 900_000, h: 1000 } })]);
    const [, box = ""] =
      /MediaBox\[0 0 ([\d. ]+)\]/.exec(Buffer.from(writePdf(sceneOf(far, font), font)).toString("latin1")) ?? [];
    expect(Math.max(...box.split(" ").map(Number))).toBeLessThanOrEqual(14_400);
  });

  test("[B121] the same board is the same bytes, without a date", () => {
    expect(writePdf(sceneOf(small, font), font)).toEqual(pdf);
    expect(svgOf(small)).toBe(svgOf(small));
    expect(Buffer.from(pdf).toString("latin1")).not.toMatch(/Date|\/ID\b/);
  });
});

test("[B120] its colours are those of the light screen", () => {
  const css = readFileSync(new URL("../../../../app/globals.css", import.meta.url), "utf8");
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  expect([PAPER, SLIP, INK, FAINT, HIGHLIGHT]).toEqual(
    ["paper", "paper-raised", "ink", "ink-soft", "highlight"].map(token),
  );
  HUES.forEach((hue, at) => expect(hue).toBe(token(`hue-${at + 1}`)));
  TINTS.forEach((tint, at) => expect(tint).toBe(token(`hue-${at + 1}-tint`)));
});
