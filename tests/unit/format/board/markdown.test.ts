import fc from "fast-check";
import { expect, test } from "vitest";
import { plain } from "#lib/domain/report/model.ts";
import { writeMarkdown } from "#lib/format/board/markdown.ts";
import { references } from "#lib/format/html/entity.ts";
import { readMarkdown } from "#lib/format/text/markdown.ts";
import { paper, paperCard, paperTheme } from "#tests/kit/paper.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("[B127] themes are headings, cards quotations, insights marked, the unclustered last", () => {
  const insight = paperCard("Look here.\r\nAnd here.", { kind: "insight", caption: plain("Insight", "en") });
  const board = paper(
    [
      paperTheme("Skills", [paperCard("We learn.", { tags: plain("time", "en") }), insight], {
        definition: plain("What people can do.", "en"),
        themes: [paperTheme("Time", [paperCard("1. *Two*\n# lines.")], { collapsed: true })],
      }),
    ],
    [paperCard("Not shown.", { withheld: true, caption: plain("", "en") }), paperCard("See [a council](x) & <b>.")],
  );
  expect(text(writeMarkdown(board))).toBe(
    [
      "# Board",
      "",
      "What lies here.",
      "",
      "## Skills (2 cards)",
      "",
      "**Definition:** What people can do.",
      "",
      "> We learn.",
      ">",
      "> — P01 · interview; Tags: time",
      "",
      "> **Insight:** Look here.\\",
      "> And here.",
      "",
      "### Time (1 cards)",
      "",
      "> 1\\. \\*Two\\*\\",
      "> \\# lines.",
      ">",
      "> — P01 · interview",
      "",
      "## Unclustered (2 cards)",
      "",
      "> Not shown.",
      "",
      "> See [a council\\](x) &amp; &lt;b&gt;.",
      ">",
      "> — P01 · interview",
      "",
    ].join("\n"),
  );
});

test("[B127] what is read is what was said, whatever signs it has", () => {
  const sign = fc.constantFrom(...Array.from("\\`*_{}[]()<>#+-.!|~&=;:1a "), "\n", "é");
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 40 }), (signs) => {
      const words = signs
        .join("")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith(">"))
        .join("\n");
      if (words === "") return;
      const board = paper([], [paperCard(words, { caption: plain("", "en") })]);
      expect(references(text(readMarkdown(writeMarkdown(board))))).toContain(words);
    }),
  );
});
