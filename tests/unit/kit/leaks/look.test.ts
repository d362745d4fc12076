/** Whether the search for canaries finds what is hidden, and nothing where there is nothing. Rules: docs/spec/leaks.md. */
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { writeXlsx } from "#lib/format/sheet/write.ts";
import { brief, Cage, said } from "#tests/kit/leaks/canary.ts";
import { Lookout } from "#tests/kit/leaks/look.ts";
import { plantsIn } from "#tests/kit/leaks/plant.ts";
import { column, makePdf } from "#tests/kit/pdf.ts";

const CLEAN = {
  "quotes.csv": Buffer.from('\ufeff"Theme","Quote"\r\n"Amser","Mae’r data’n flêr & we’d rather wait: 100%caution"\r\n'),
  "report.docx": Buffer.from(
    zipSync({
      "word/document.xml": Buffer.from("<w:p><w:r><w:t>Most want the basics first.</w:t></w:r></w:p>"),
      "docProps/core.xml": Buffer.from("<cp:coreProperties><dc:creator>Carthen</dc:creator></cp:coreProperties>"),
    }),
  ),
  "findings.xlsx": Buffer.from(
    writeXlsx({
      lang: "en-GB",
      title: "Findings",
      sheets: [{ name: "Quotes", columns: [{ head: "Quote", width: 9 }], rows: [["Most want the basics first."]] }],
    }),
  ),
  "board.pdf": Buffer.from(makePdf([column(50, 700, ["Most want the basics first."])])),
};

async function sightings(cage: Cage, bytes: Uint8Array | string) {
  const lookout = new Lookout(cage);
  await lookout.look(bytes, "file");
  return lookout.sightings;
}

for (const [name, file] of Object.entries(CLEAN)) {
  test(`[LK1] [LK4] nothing is found in a clean ${name}, and a canary in each way in which its words can hide`, async () => {
    const cage = new Cage();
    expect(await sightings(cage, file)).toEqual([]);
    const plants = plantsIn(name, file, (how) => cage.make(how, "name"));
    const missed = [];
    for (const { how, bytes } of plants) {
      const found = await sightings(cage, bytes);
      // In codes the mark alone is seen at once, and whose it is once they are read.
      if (!found.some(({ canary }) => canary?.place === how)) missed.push(how);
    }
    expect(plants.length).toBeGreaterThan(3);
    expect(missed).toEqual([]);
  });
}

test("[LK1] the words that a PDF shows are read from its page, over lines and in two boxes", async () => {
  const cage = new Cage();
  const word = cage.make("page", "name");
  const page = makePdf([column(50, 700, [`We met ${word.slice(0, 9)}`, word.slice(9)])]);
  expect((await sightings(cage, page)).map(({ canary }) => canary?.place)).toContain("page");
});

test("[LK2] a canary says which place let it out, and one that is cut off is none the less seen", async () => {
  const cage = new Cage();
  const names = cage.names("memo");
  expect(
    (await sightings(cage, `${said(names)} ${said(names, "cy")} ${brief(names)}`))
      .map(({ canary }) => canary?.place)
      .toSorted(),
  ).toEqual(["given name", "organisation", "surname", "term"].map((what) => `memo · ${what}`));
  const cut = names.body.slice(0, names.body.indexOf(cage.mark) + cage.mark.length + 2);
  expect(await sightings(cage, cut)).toEqual([{ canary: null, where: "file", how: "plain" }]);
});

test("[LK3] what is packed and cannot be opened counts as a leak", async () => {
  const cage = new Cage();
  const zip = Buffer.from(zipSync({ a: Buffer.from("some words that are packed") }));
  const broken = Buffer.from("%PDF-1.7\nnothing of one");
  for (const bytes of [zip.subarray(0, zip.length - 30), gzipSync("words").subarray(0, 14), broken])
    expect((await sightings(cage, bytes)).map(({ canary }) => canary)).toEqual([null]);
});

test("[LK2] canaries of a run are apart, and of another run strange", () => {
  const [cage, other] = [new Cage(), new Cage()];
  const words = Array.from({ length: 300 }, (_, at) => cage.make(`place ${at}`, "name"));
  expect(new Set(words).size).toBe(words.length);
  expect(other.mark).not.toBe(cage.mark);
  for (const word of words) expect(word).toMatch(/^[A-Z][a-z]{15,16}$/);
});
