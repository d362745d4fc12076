import { expect, test } from "vitest";
import { plain } from "#lib/domain/report/model.ts";
import { writeOutline } from "#lib/format/board/outline.ts";
import { paper, paperCard, paperTheme } from "#tests/kit/paper.ts";

test("[B122] themes within themes, quotes in order, insights marked, the unclustered last", () => {
  const insight = paperCard("Look here.\r\nAnd here.", { kind: "insight", caption: plain("Insight", "en") });
  const board = paper(
    [
      paperTheme("Skills", [paperCard("We learn.", { tags: plain("time", "en") }), insight], {
        definition: plain("What people can do.", "en"),
        exclude: plain("Pay.", "en"),
        themes: [paperTheme("Time", [paperCard("Two\nlines.")], { collapsed: true })],
      }),
      paperTheme("Empty", []),
    ],
    [paperCard("Not shown.", { withheld: true, caption: plain("", "en") }), paperCard("Ŵyr neb\u0000.")],
  );
  expect(new TextDecoder().decode(writeOutline(board))).toBe(
    [
      "Board",
      "What lies here.",
      "",
      "1 Skills (2 cards)",
      "  Definition: What people can do.",
      "  Excludes: Pay.",
      "  - “We learn.”",
      "    P01 · interview; Tags: time",
      "  * Insight: Look here.",
      "    And here.",
      "",
      "  1.1 Time (1 cards)",
      "    - “Two",
      "      lines.”",
      "      P01 · interview",
      "",
      "2 Empty (0 cards)",
      "",
      "Unclustered (2 cards)",
      "  - Not shown.",
      "  - “Ŵyr neb\ufffd.”",
      "    P01 · interview",
      "",
    ].join("\n"),
  );
});
