import { expect, test } from "vitest";
import { cues } from "#lib/domain/detect/cue/all.ts";
import { detectBy } from "#lib/domain/detect/detect.ts";

/** What the cues mark, merged, as words. */
function found(text: string): string[] {
  return detectBy([cues])(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["then the senior housing policy officer rang", ["senior housing policy officer"]],
  ["she was chief digital and data officer", ["chief digital and data officer"]],
  ["I'm a retired lecturer, mostly", ["retired lecturer"]],
  ["their head of waste services left", ["head of waste services"]],
  ["fi ydy pennaeth digidol, meddai hi", ["pennaeth digidol"]],
  ["a ddatblygwr oedd hi", ["ddatblygwr"]],
  ["the office chair broke, and the lead was lost", []],
])("[I67] finds work in %j", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["as a father of four I know", "father of four"],
  ["I was widowed young", "widowed"],
  ["being the Welsh speaker here", "Welsh speaker"],
  ["siaradwr Cymraeg ydw i", "siaradwr Cymraeg"],
  ["with my degree in town planning", "degree in town planning"],
  ["she uses a wheelchair", "wheelchair"],
])("[I67] finds what somebody is in %j", (text, expected) => {
  expect(found(text)).toContain(expected);
});

test.each([
  ["I am the only man in the south office", "only man in the south office"],
  ["fi ydy'r unig ddynes ar y bwrdd", "unig ddynes ar y bwrdd"],
  ["we were the first council in Wales to try", "first council in Wales"],
  ["the longest-serving member", "longest-serving member"],
  ["we came third at the Green Spade awards in 2019", "third at the Green Spade awards in 2019"],
  ["after Storm Zelda hit", "Storm Zelda"],
  ["when I was at the brewery", "when I was at the brewery"],
  ["it is in the minutes, item 7", "minutes, item 7"],
])("[I68] finds what singles out in %j", (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each(["we only went to the shop", "the hearing was short", "the power to award costs", "first we eat"])(
  "[I68] finds nothing in %j",
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test("[I67] [I68] is never sure", () => {
  const text = "the only nurse on the ward, a mother of two, won the Green Spade award in 2019 when I was at college";
  expect(cues(text).length).toBeGreaterThan(2);
  expect(cues(text).every(({ layer, detector }) => layer === "wide" && detector === "cue")).toBe(true);
});
