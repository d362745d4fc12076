import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { entriesOf } from "#lib/format/docx/zip.ts";
import { readWorkbook } from "#lib/format/sheet/read.ts";
import type { Workbook } from "#lib/format/sheet/workbook.ts";
import { CELL, writeXlsx } from "#lib/format/sheet/write.ts";
import type { Leaf } from "#lib/format/sheet/write.ts";

function back(bytes: Uint8Array): Workbook["sheets"] {
  const entries = entriesOf(bytes);
  if (!entries.ok) throw new Error(entries.fault.code);
  const book = readWorkbook(bytes, entries.value, "xlsx");
  if (!book.ok) throw new Error(book.fault.code);
  return book.value.sheets;
}
const of = (...sheets: Leaf[]) => ({ lang: "en-GB", title: "Findings", sheets });
const leaf = (rows: readonly (readonly string[])[], name = "Quotes"): Leaf => ({
  name,
  columns: ["Theme", "Quote", "Count"].map((head, at) => ({ head, width: 20, counts: at === 2 })),
  rows,
});
const members = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

describe("a workbook", () => {
  test("[R19] [R28] read back, every cell has its words, and no cell calculates", () => {
    const odd = fc.constantFrom(
      "=1+1",
      "+44",
      "-",
      "@x",
      "\t=1",
      "_x0041_",
      "_x000D_",
      "<b>&amp;]]>",
      " a ",
      "1e5",
      "007",
    );
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      odd,
      fc.tuple(odd, odd).map(([a, b]) => `${a}\n${b}`),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const bytes = writeXlsx(of(leaf(rows)));
        const [sheet] = back(bytes);
        const shown = (words: string) =>
          words.replace(/\r\n?/gu, "\n").replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
        // Rows without words are none to the reader; a count is a number.
        const kept = rows
          .map((row) =>
            row.map((words, at) => (at === 2 && /^\d{1,9}$/.test(words) ? String(Number(words)) : shown(words))),
          )
          .filter((row) => row.some((words) => words.trim() !== ""));
        const width = Math.max(3, ...kept.map((row) => row.length));
        expect(sheet?.rows).toEqual([["Theme", "Quote", "Count"], ...kept].map((row) => row.slice(0, width)));
        for (const xml of members(bytes).values()) {
          expect(xml).not.toMatch(/<f[ >/]|<definedName|t="str"|externalLink|<hyperlink/);
          const parser = new SaxesParser();
          parser.on("error", (fault) => {
            throw fault;
          });
          parser.write(xml).close();
        }
      }),
    );
  });

  test("[R14] [R27] has tables with names, heads that stay in sight, a language and a title, and the same bytes each time", () => {
    const book = of(leaf([["a", "b", "3"]]), leaf([], "quotes"), leaf([], "a/b [1]: *".repeat(6)), leaf([], "AB12"));
    const bytes = writeXlsx(book);
    expect(writeXlsx(book)).toEqual(bytes);
    const parts = members(bytes);
    expect([...parts.keys()][0]).toBe("[Content_Types].xml");
    expect(parts.get("docProps/core.xml")).toContain(
      "<dc:title>Findings</dc:title><dc:creator>Carthen</dc:creator><dc:language>en-GB</dc:language>",
    );
    const names = back(bytes).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["Quotes", "quotes_2"]);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    for (const n of [1, 2, 3, 4]) {
      expect(parts.get(`xl/worksheets/sheet${n}.xml`)).toContain(
        'ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"',
      );
      expect(parts.get(`xl/tables/table${n}.xml`)).toMatch(/displayName="[\p{L}_][\p{L}\p{N}_]*" ref="A1:C2"/u);
    }
    expect(parts.get("xl/tables/table4.xml")).toContain('displayName="_AB12"');
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain('<c r="C2" s="3"><v>3</v></c>');
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain('<c r="A2" s="2" t="inlineStr">');
    expect([...parts.values()].join("")).not.toMatch(/dcterms|20\d\d-\d\d/);
  });

  test("[R28] what is longer than a cell goes on below, and no sign is cut in two", () => {
    const long = `${"a".repeat(CELL - 1)}𝒜${"b".repeat(CELL)}`;
    const [sheet] = back(
      writeXlsx(
        of(
          leaf([
            ["theme", long, ""],
            ["next", "c", ""],
          ]),
        ),
      ),
    );
    const below = (sheet?.rows ?? []).slice(1);
    expect(below.map(([theme]) => theme)).toEqual(["theme", "", "", "next"]);
    expect(
      below
        .slice(0, 3)
        .map((row) => row[1])
        .join(""),
    ).toBe(long);
    expect(Math.max(...below.map((row) => row[1]?.length ?? 0))).toBeLessThanOrEqual(CELL);
  });

  test("heads of the same words are told apart, as a table wants", () => {
    const same: Leaf = {
      name: "x",
      columns: ["[name]", "[Name]"].map((head) => ({ head, width: 9 })),
      rows: [["a", "b"]],
    };
    const parts = members(writeXlsx(of(same)));
    expect(parts.get("xl/tables/table1.xml")).toContain('name="[name]"/><tableColumn id="2" name="[Name]_2"');
  });
});
