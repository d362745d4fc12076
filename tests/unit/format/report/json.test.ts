import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import { blank } from "#lib/format/report/blank.ts";
import { compose } from "#lib/format/report/compose.ts";
import { json } from "#lib/format/report/json.ts";
import { ReportFile, reportSchema } from "#lib/format/report/json-shape.ts";
import { GET } from "#app/api/schemas/report/route.ts";
import { sayReport } from "#lib/server/load/say.ts";
import { material } from "#tests/kit/material.ts";

const read = (bytes: Uint8Array) => ReportFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
const text = fc
  .tuple(fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.boolean())), fc.constantFrom("en", "cy", "ar"))
  .map(([pieces, lang]): Text => ({ lang, pieces: pieces.map(([words, replaced]) => ({ text: words, replaced })) }));

test("[R14] [R29] every kind of block fits the shape, has its words and languages, and is the same bytes each time", () => {
  const report = compose(material("cy"), sayReport("cy"));
  const edited: Text = {
    lang: "cy",
    pieces: [
      { text: "𝕏", replaced: false },
      { text: " [hwn] ", replaced: false, edited: true },
      { text: "ni.", replaced: false },
    ],
  };
  const quote = {
    theme: plain("A › B", "en"),
    quote: plain("Dyna ni.", "cy"),
    published: [
      { statement: plain("S", "en"), use: "supports" as const, text: edited, translation: plain("Here.", "en") },
    ],
    by: plain("Awdurdod lleol", "cy"),
    tags: [plain("=x", "en")],
    arm: null,
    use: null,
  };
  const bytes = json(report, [quote]);
  expect(json(report, [quote])).toEqual(bytes);
  const file = read(bytes);
  expect([file.language, file.title]).toEqual([
    "cy-GB",
    { language: "en-GB", text: "Automation and AI: a discovery", replaced: [] },
  ]);
  expect(file.blocks.map(({ kind }) => kind)).toEqual(report.blocks.map(({ kind }) => kind));
  expect(file.quotes).toEqual([
    {
      theme: { language: "en-GB", text: "A › B", replaced: [] },
      quote: { language: "cy-GB", text: "Dyna ni.", replaced: [] },
      published: [
        {
          statement: { language: "en-GB", text: "S", replaced: [] },
          use: "supports",
          text: { language: "cy-GB", text: "𝕏 [hwn] ni.", replaced: [{ start: 2, end: 7 }] },
          translation: { language: "en-GB", text: "Here.", replaced: [] },
        },
      ],
      by: { language: "cy-GB", text: "Awdurdod lleol", replaced: [] },
      tags: [{ language: "en-GB", text: "=x", replaced: [] }],
      arm: null,
      use: null,
    },
  ]);
  expect(read(json(blank("en"), [])).blocks).toHaveLength(blank("en").blocks.length);
});

test("[R19] [R29] the words come back, and what stands for a name is where it is said to be, in code points", () => {
  fc.assert(
    fc.property(text, (one) => {
      const { title } = read(json({ lang: "en", title: one, blocks: [] }, []));
      expect(title.text).toBe(wordsOf(one).toWellFormed());
      const points = Array.from(wordsOf(one));
      expect(title.replaced.map(({ start, end }) => points.slice(start, end).join(""))).toEqual(
        one.pieces.flatMap((piece) => (piece.replaced ? [piece.text] : [])),
      );
    }),
  );
});

test("[R29] [R30] the schema that is handed out is that of the shape, and version 4 says what it said when it was published", async () => {
  const answer = GET();
  expect(answer.headers.get("content-type")).toBe("application/schema+json");
  const schema = await answer.text();
  expect(JSON.parse(schema)).toEqual(JSON.parse(JSON.stringify(reportSchema())));
  // Another shape is another version: what programs were written for stays what it was.
  const bare = JSON.stringify(reportSchema(), (key, value: unknown) => (key === "description" ? undefined : value));
  expect(createHash("sha256").update(bare).digest("hex").slice(0, 16)).toMatchInlineSnapshot(`"ef610b3f95a84f0e"`);
});
