import { expect, test } from "vitest";
import { spotsIn } from "#lib/client/reveal/reveal.ts";
import { id } from "#tests/kit/study.ts";

test("[RV2] the places that can be looked at are those where something stands for a name, with what is shown around them", () => {
  const turn = (start: number, end: number, ...segments: readonly (readonly [string, number, number, boolean])[]) => ({
    id: id(`t${start}`),
    start,
    end,
    speaker: null,
    question: null,
    startMs: null,
    endMs: null,
    segments: segments.map(([text, from, to, replaced]) => ({ text, start: from, end: to, replaced })),
  });
  const reading = {
    source: id("s"),
    revision: id("r"),
    lang: "en",
    length: 40,
    sealed: true,
    turns: [
      turn(
        0,
        18,
        ["So ", 0, 3, false],
        ["[a person]", 3, 10, true],
        [" met ", 10, 15, false],
        ["[name]", 15, 18, true],
      ),
      turn(20, 40, ["Nobody else.", 20, 32, false]),
    ],
    attributes: [],
  };
  expect(spotsIn(reading)).toEqual([
    { start: 3, end: 10, before: "So ", words: "[a person]", after: " met [name]" },
    { start: 15, end: 18, before: "So [a person] met ", words: "[name]", after: "" },
  ]);
});
