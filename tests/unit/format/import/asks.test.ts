/** Who is proposed as the one who asks, and when nobody is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whoAsks } from "#lib/format/import/asks.ts";
import { draftOf } from "./say.ts";

const asking = async (text: string) =>
  (await draftOf(text)).speakers.filter((speaker) => speaker.interviewer).map((speaker) => speaker.label);
const lines = (...list: string[]) => list.join("\n");
const LONG = "It was the year of the dam, and we had all been told that the valley would be under water by the spring.";

describe("[I77] particulars above the first turn", () => {
  const talk = (one: string, other: string) =>
    lines(`${one}: Tell me about the dam.`, `${other}: ${LONG}`, `${one}: And the chapel.`, `${other}: ${LONG}`);
  test.each([
    [
      "a code in brackets",
      lines("Interviewer: Mari Evans (ME)", "Interviewee: Owen Hughes (OH)", "", talk("ME", "OH")),
      ["ME"],
    ],
    ["initials", lines("Interviewed by Mari Lloyd Evans", "", talk("M.E.", "O.H.")), ["M.E."]],
    [
      "a family name, second to speak",
      lines("Interviewer: Dr Owen Hughes", "Date: 3 May 2019", "", talk("Evans", "Hughes")),
      ["Hughes"],
    ],
    ["only who answers", lines("Participant: Owen Hughes", "", talk("Mari", "Owen")), ["Mari"]],
    ["Welsh", lines("Cyfwelydd: Mari Evans", "Cyfwelai: Owen Hughes", "", talk("Mari", "Owen")), ["Mari"]],
    ["a legend", lines("[ME] – Interviewer [OH] – Client", "", talk("ME", "OH")), ["ME"]],
    [
      "a legend with names",
      lines("Speakers:", "ME – Mari Evans (researcher)", "OH – Owen Hughes (farmer)", "", talk("ME", "OH")),
      ["ME"],
    ],
    ["a name that nobody here has", lines("Interviewer: Sian Price", "", talk("Mari", "Owen")), []],
  ])("%s", async (_, text, expected) => {
    expect(await asking(text)).toEqual(expected);
    expect((await draftOf(text)).speakers.map(({ turns }) => turns)).toEqual([2, 2]);
  });
});

describe("[I78] questions", () => {
  const round = (at: number) =>
    lines(`Mari: What came next, in ${at}?`, `Owen: ${LONG}`, "Gwen: And who told you?", `Owen: ${LONG}`);
  test("two who ask one", async () => {
    expect(await asking([1, 2, 3, 4].map(round).join("\n"))).toEqual(["Mari", "Gwen"]);
  });
  test("who says most is not proposed for a few questions", async () => {
    const turn = (at: number) =>
      lines(
        `Mari: ${LONG} ${LONG} ${LONG}${at < 3 ? " Is it not so? Was it? Who knows?" : ""}`,
        `Owen: ${LONG}`,
        `Gwen: ${LONG}`,
      );
    expect(await asking([0, 1, 2, 3, 4, 5, 6, 7].map(turn).join("\n"))).toEqual([]);
  });
  test("short answers to long questions", async () => {
    const turn = (at: number) => lines(`Mari: ${LONG} What did you do in ${at}?`, "Owen: We moved.");
    expect(await asking([1, 2, 3, 4].map(turn).join("\n"))).toEqual(["Mari"]);
  });
});

test("[I79] an unknown speaker stands for several people among three, for the other one among two", async () => {
  const three = (at: number) =>
    lines(`Mari  0:0${at}`, "What then?", `Unknown Speaker  0:1${at}`, LONG, `Owen  0:2${at}`, "Yes.");
  expect(await asking([1, 2, 3, 4].map(three).join("\n"))).toEqual([]);
  const two = (at: number) => lines(`Mari  0:0${at}`, "What then?", `Unknown Speaker  0:1${at}`, LONG);
  expect(await asking([1, 2, 3, 4].map(two).join("\n"))).toEqual(["Mari"]);
});

test("[I12] [I78] never everybody is proposed, and nobody who does not end turns with questions", () => {
  const voice = fc.record({
    turns: fc.integer({ min: 0, max: 40 }),
    words: fc.integer({ min: 0, max: 900 }),
    ends: fc.integer({ min: 0, max: 40 }),
    marks: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(voice, { maxLength: 6 }), (counts) => {
      const speakers = counts.map((count, at) => ({ ...count, key: `name ${at}`, label: `Name ${at}` }));
      const found = whoAsks(speakers, [], {}, undefined);
      expect(found.size).toBeLessThan(Math.max(1, speakers.length));
      const asked = (key: string) => speakers.find((speaker) => speaker.key === key)?.ends ?? 0;
      for (const key of found) expect(asked(key)).toBeGreaterThanOrEqual(2);
    }),
  );
});
