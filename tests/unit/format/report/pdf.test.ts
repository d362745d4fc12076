import fc from "fast-check";
import { getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { labelled, plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report } from "#lib/domain/report/model.ts";
import { blank } from "#lib/format/report/blank.ts";
import { compose } from "#lib/format/report/compose.ts";
import { pdf } from "#lib/format/report/pdf.ts";
import { unpackPdf } from "#lib/format/scan/pdf.ts";
import { letters } from "#lib/server/load/letters.ts";
import { sayReport } from "#lib/server/load/say.ts";
import { fileWords } from "#tests/kit/file-words.ts";
import { material } from "#tests/kit/material.ts";

const font = letters();
const of = (...blocks: Block[]): Report => ({ lang: "en", title: plain("Findings", "en"), blocks });

/** A node of the structure as another reader of PDF has it. */
type Node = Readonly<{ role: string; lang?: string; children: readonly (Node | Readonly<{ id: string }>)[] }>;

/** What stands on a page: words, or where a mark begins or ends. The library's own types leave the second out. */
type Item = Readonly<{ str: string; hasEOL: boolean }> | Readonly<{ type: string; id?: string }>;

/** What a screen reader is told: each node with its language, and the words below it, in order. */
async function told(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const lines: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const words = new Map<string, string>();
    // Marks may stand within marks; those without an id belong to the one around them.
    const path: string[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items as readonly Item[]) {
      const at = path.at(-1) ?? "";
      if ("str" in item) words.set(at, `${words.get(at) ?? ""}${item.str}${item.hasEOL ? " " : ""}`);
      else if (item.type.startsWith("begin")) path.push("id" in item ? String(item.id) : at);
      else path.pop();
    }
    const walk = (node: Node, depth: number) => {
      const own = node.children
        .flatMap((kid) => ("id" in kid ? (words.get(kid.id) ?? "") : []))
        .join("")
        .trim();
      const lang = node.lang === undefined ? "" : ` ${node.lang}`;
      lines.push(`${" ".repeat(depth)}${node.role}${lang}${own === "" ? "" : `: ${own}`}`);
      for (const kid of node.children) if (!("id" in kid)) walk(kid, depth + 1);
    };
    // The library's own type of this tree is wider than what it gives.
    walk((await page.getStructTree()) as unknown as Node, 0);
  }
  return lines;
}

describe("pages", () => {
  test("[R14] [R32] are the same bytes each time, with a title, bookmarks and numbers, and say nothing of their making", async () => {
    const report = compose(material("cy"), sayReport("cy"));
    const bytes = pdf(report, font);
    expect(pdf(report, font)).toEqual(bytes);
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: "Automation and AI: a discovery", Language: "cy-GB", Producer: "Carthen" });
    expect(info).not.toHaveProperty("CreationDate");
    expect((await document.getMarkInfo())?.Marked).toBe(true);
    const titles = (await document.getOutline()).map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(["Cyflwyniad", "Datganiad o’r broblem"]);
    expect((await document.getOutline())[1]?.items.map(({ title }) => title)).toEqual(["Cwestiynau ymchwil"]);
    expect(new TextDecoder("latin1").decode(bytes)).not.toMatch(/\/(?:ModDate|CreationDate|ID)\b/);
  });

  test("[R32] are told as headings, lists, quotes and tables, with languages", async () => {
    const table: Block = {
      kind: "table",
      caption: plain("By kind", "en"),
      head: ["Asked", "Kind", "Count"].map((one) => plain(one, "en")),
      rows: [["Interviews", "Councils", "3 of 7"].map((one) => plain(one, "en"))],
    };
    const lines = await told(
      pdf(
        of(
          { kind: "heading", level: 1, text: plain("Canfyddiadau", "cy") },
          { kind: "paragraph", text: plain("Two\nlines.", "en") },
          { kind: "quote", text: plain("Dyna ni.", "cy") },
          {
            kind: "quote",
            text: plain("Dyna ni.", "cy"),
            translation: { label: plain("Translation", "en"), text: plain("That is us.", "en") },
          },
          { kind: "list", items: [plain("one", "en"), plain("dau", "cy")] },
          { kind: "respondents", items: [{ name: "Aberwen Council", note: plain("(2 submissions)", "en") }] },
          table,
        ),
        font,
      ),
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "Root",
        " Document en-GB",
        "  H1: Findings",
        "  H2 cy-GB: Canfyddiadau",
        "  P: Two lines.",
        "  BlockQuote cy-GB",
        "   P: “Dyna ni.”",
        "  BlockQuote",
        "   P cy-GB: “Dyna ni.”",
        "   P: Translation: “That is us.”",
        "  L",
        "   LI",
        "    Lbl: •",
        "    LBody: one",
        "   LI",
        "    Lbl: •",
        "    LBody cy-GB: dau",
        "  L",
        "   LI",
        "    Lbl: •",
        "    LBody: Aberwen Council (2 submissions)",
        "  Table",
        "   Caption: By kind",
        "   TR",
        "    TH: Asked",
        "    TH: Kind",
        "    TH: Count",
        "   TR",
        "    TH: Interviews",
        "    TH: Councils",
        "    TD: 3 of 7",
      ]
    `);
  });

  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  const words = fc.array(word, { minLength: 1, maxLength: 400 }).map((some) => some.join(" "));
  test("[R33] hold every sign of every text once and in order, however long it is", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), fc.nat(5), (texts, turn) => {
        const all = texts.map((one) => plain(one, "en"));
        const block = (at: number): Block => {
          const text = all[at] ?? plain("", "en");
          const kinds: Block[] = [
            { kind: "paragraph", text },
            { kind: "quote", text },
            { kind: "quote", text: plain("c", "en"), translation: { label: plain("c", "en"), text } },
            { kind: "list", items: [text] },
            { kind: "respondents", items: [{ name: null, note: text }] },
            { kind: "heading", level: 2, text },
            { kind: "table", caption: plain("c", "en"), head: [plain("•", "en")], rows: [[text]] },
          ];
          return kinds[(at + turn) % kinds.length] ?? { kind: "paragraph", text };
        };
        const report = of(...all.map((_, at) => block(at)));
        const bytes = pdf(report, font);
        const meant = (unpackPdf(bytes) ?? []).filter(({ name }) => / (?:meant|joined)$/.test(name));
        // Where signs have boxes, what is meant counts; page numbers and what our own marks say are left out.
        const pages = new Map(meant.map(({ name, bytes: own }) => [name.split(" ")[1], new TextDecoder().decode(own)]));
        const bare = (some: string) => some.replace(/[\s\u0001-\u001f“”•\ufffd]/gu, "");
        const said = [...pages.values()].map((page) => bare(page.replace(/\u0001\d+\u0001*$/u, ""))).join("");
        const wanted = report.blocks.map((one) => {
          if (one.kind === "table") return `c${bare(wordsOf(one.rows[0]?.[0] ?? one.caption))}`;
          if (one.kind === "list") return one.items.map((item) => bare(wordsOf(item))).join("");
          if (one.kind === "respondents") return bare(wordsOf(one.items[0]?.note ?? report.title));
          const under = one.kind === "quote" && one.translation ? bare(wordsOf(labelled(one.translation))) : "";
          return bare(wordsOf(one.text)) + under;
        });
        expect(said).toBe(bare(`Findings${wanted.join("")}`.replace(/[\u0000-\u001f\u007f-\u009f]/gu, "")));
      }),
      { numRuns: 40 },
    );
  });

  test("[R33] the heads of a table are seen on each of its pages and read once", async () => {
    const [head, ...rows] = ["Asked", ...Array.from({ length: 90 }, (_, n) => `row ${n}`)].map((one) => [
      plain(one, "en"),
    ]);
    const bytes = pdf(of({ kind: "table", caption: plain("Of all", "en"), head: head ?? [], rows }), font);
    expect(fileWords("pdf", bytes).match(/Asked/g)?.length).toBeGreaterThan(2);
    expect((await told(bytes)).filter((line) => line.includes("Asked"))).toHaveLength(1);
  });

  test("[R34] names that agreed are whole marks of their own, each on one page", () => {
    const items = Array.from({ length: 120 }, (_, n) => ({ name: `Cyngor ${"Hir ".repeat(n % 30)}${n}`, note: null }));
    const bytes = pdf(of({ kind: "respondents", items }), font);
    const names = new Set(items.map(({ name }) => name.replace(/\s+/gu, " ")));
    const left = (unpackPdf(bytes, names) ?? []).filter(({ name }) => name.startsWith("words"));
    for (const { bytes: own } of left) expect(new TextDecoder().decode(own)).not.toContain("Cyngor");
    expect(fileWords("pdf", bytes)).toContain("Cyngor");
    expect(fileWords("pdf", pdf(blank("en"), font))).toContain("x");
  });
});
