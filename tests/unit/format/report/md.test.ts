import fc from "fast-check";
import { marked } from "marked";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { compose } from "#lib/format/report/compose.ts";
import { md } from "#lib/format/report/md.ts";
import { sayReport } from "#lib/server/load/say.ts";
import { material } from "#tests/kit/material.ts";

const text = (report: Report) => new TextDecoder().decode(md(report));
const of = (...blocks: Block[]): Report => ({ lang: "en", title: plain("Findings", "en"), blocks });

/** An element as a reader of Markdown makes it: its name, its attributes, and what stands in it. */
type Element = { name: string; attributes: Record<string, string>; words: string; within: Element[] };

/** The elements below the div that holds everything. */
function read(report: Report): Element[] {
  const html = marked.parse(text(report), { async: false, gfm: true });
  const root: Element = { name: "", attributes: {}, words: "", within: [] };
  const path = [root];
  const parser = new SaxesParser();
  parser.on("error", (fault) => {
    throw new Error(`${fault.message}\n${html}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, words: name === "br" ? "\n" : "", within: [] };
    path.at(-1)?.within.push(element);
    path.push(element);
  });
  parser.on("text", (words) => {
    const last = path.at(-1);
    if (last) last.words += words;
  });
  parser.on("closetag", () => {
    const done = path.pop();
    const last = path.at(-1);
    if (done && last) last.words += done.words;
  });
  // oxlint-disable-next-line unicorn/prefer-string-replace-all -- a pattern
  parser.write(html.replace(/<(br|hr)>/g, "<$1/>")).close();
  return root.within[0]?.within ?? [];
}

/** As it is seen: a run of blanks is one, and within quotation marks none begins or ends. */
const seen = (words: string) =>
  words
    .replace(/[\s\u0085]+/gu, " ")
    .replace(/(?<=“) | (?=”)/gu, "")
    .trim();
const names = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ name, within }) => [name, ...names(within)]);

/** Signs that mean something to Markdown, and the beginnings of what it makes of words. */
const signs = Array.from("\\`*_{}[]()<>#+-.!|~&=;:1a $@^%\"'\t\néŵ“–\u00a0\u0000\u2028𝒜");
const beginnings =
  "<!-- ;</div>;<b>;[a](b);![a](b);[^1];<https://a.b>;https://a.cymru/x;www.a.cymru;a@b.cymru;```;~~~;---;===;1. ;- [ ] ;[ ] ;[x] y;]: z;[[a]];***a***;:---;\n\n;\n    a;\\\n;  \n";
const sign = fc.constantFrom(...signs, ...beginnings.split(";"), "&amp;", "&#65;", "| a |\n|---|\n");
const words = fc
  .array(sign, { minLength: 1, maxLength: 14 })
  .map((signs) => signs.join(""))
  .filter((some) => some.replace(/[\s\u0000]/gu, "") !== "");
const texts = fc.tuple(words, fc.constantFrom("en", "cy", "ar")).map(([some, lang]) => plain(some, lang));
const legible = (some: Text) => seen(wordsOf(some).replaceAll("\u0000", "\ufffd"));

describe("Markdown", () => {
  test("[R14] [R23] [R24] writes the whole report, languages marked, every word meaning itself", () => {
    const report = compose(material("cy"), sayReport("cy"));
    const whole = text(report);
    expect(whole).toBe(text(compose(material("cy"), sayReport("cy"))));
    expect(
      whole.startsWith('<div lang="cy-GB">\n\n# <span lang="en-GB">Automation and AI: a discovery</span>\n\n'),
    ).toBe(true);
    expect(whole.endsWith("\n\n</div>\n")).toBe(true);
    expect(whole).toContain('\n- <span data-agreed="">Aberwen Council</span>\n');
    expect(whole).toContain("\n> “Yng Nghyngor Sir Hesgen mae'r data'n flêr.”\n");
    expect(whole).toContain('\n**<span lang="en-GB">Most want the basics first.</span>**\n');
    expect(whole).toContain("first things first” &amp; &lt;then&gt; the rest.”</span>\n");
  });

  test("[R23] [R24] read by a parser, every text is one element with its words, and no link, mark or picture arises", () => {
    const kinds = fc.constantFrom("heading", "paragraph", "lead", "quote", "translated", "list", "table");
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, texts), { minLength: 1, maxLength: 4 }), (all) => {
        const report = of(
          ...all.map(([kind, one]): Block => {
            if (kind === "heading") return { kind, level: 2, text: one };
            if (kind === "lead") return { kind: "paragraph", text: one, lead: true };
            if (kind === "list") return { kind, items: [one, plain("second", "en")] };
            if (kind === "table") return { kind, caption: plain("of", "en"), head: [one, one], rows: [[one, one]] };
            if (kind === "translated")
              return { kind: "quote", text: one, translation: { label: plain("Translation", "en"), text: one } };
            return kind === "quote" ? { kind, text: one } : { kind: "paragraph", text: one };
          }),
        );
        const elements = read(report).filter(({ name }) => name !== "h1");
        const allowed = new Set("h3 p br strong blockquote ul li table thead tbody tr th td span".split(" "));
        expect(names(elements).filter((name) => !allowed.has(name))).toEqual([]);
        // Paragraphs of one text are put together again.
        const said = all.flatMap(([kind, one]) => {
          const some = legible(one);
          if (kind === "table") return ["of", some, some, some, some];
          if (kind === "list") return [some, "second"];
          if (kind === "translated") return [`“${some}”`, `Translation: “${some}”`];
          return kind === "quote" ? [`“${some}”`] : [some];
        });
        const cells = (element: Element): string[] =>
          /^(?:ul|table|thead|tbody|tr)$/.test(element.name) ? element.within.flatMap(cells) : [seen(element.words)];
        expect(seen(elements.flatMap(cells).join(" "))).toBe(seen(said.join(" ")));
        const spans = (element: Element): number =>
          Number(element.name === "span") + element.within.reduce((sum, one) => sum + spans(one), 0);
        const marked = elements.reduce((sum, one) => sum + spans(one), 0);
        expect(marked > 0).toBe(all.some(([, one]) => one.lang !== "en"));
      }),
      { numRuns: 2000 },
    );
  });

  test("[R24] lists that follow each other stay apart, and a language that runs the other way says so", () => {
    const item = (some: string): Block => ({ kind: "list", items: [plain(some, "en")] });
    expect(read(of(item("one"), item("two"), item("three"))).map(({ name }) => name)).toEqual(["h1", "ul", "ul", "ul"]);
    expect(text(of({ kind: "quote", text: plain("مرحبا", "ar") }))).toContain(
      '> <span lang="ar" dir="rtl">“مرحبا”</span>',
    );
  });
});
