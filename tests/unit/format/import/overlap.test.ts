/** People who speak at the same time, in the forms that noScribe writes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { tally } from "#lib/format/import/piece.ts";
import { apart } from "#lib/format/text/overlap.ts";
import { draftOf, left, spoken } from "./say.ts";

const SAID = [
  "S00: How did it begin? Tell me.",
  "S01: Gladly.",
  "S00: And why?",
  "S01: Because of the dam. (..) It was big.",
  "S00: And then?",
  "S01: We stayed, see https://example.org // all of us.",
];

test("[I80] in text: a turn of the other's, within a turn and at its end", async () => {
  const draft = await draftOf(
    [
      "Interview with Owen",
      "",
      "Transcribed with noScribe vers. 0.6",
      "Audio file: C:/talk/owen.mp3",
      "(Start: 00:00:00 | Language: auto | Speaker detection: auto)",
      "",
      "S00: [00:00:11] How did it begin? Tell me. //S01: Gladly. // And why?",
      "",
      "S01: [00:00:26] Because of the dam. (..) It was big. //S00: And then?//",
      "",
      "S01: [00:00:38] We stayed, see https://example.org // all of us.",
    ].join("\n"),
  );
  expect(spoken(draft)).toEqual(["-: Interview with Owen", ...SAID]);
  expect(left(draft)).toEqual({ metadata: 3, label: 3, overlap: 2 });
  expect(draft.turns.map((turn) => turn.startMs)).toEqual([null, 11_000, null, null, 26_000, null, 38_000]);
  expect(draft.warnings.map(({ code }) => code)).toEqual(["speech.overlap"]);
});

test("[I80] in captions, where each has a voice, and a mark may open in one and close in the next", async () => {
  const cue = (at: number, words: string) => `${at}\n00:00:${at}.000 --> 00:00:${at + 1}.000\n${words}\n`;
  const draft = await draftOf(
    [
      "WEBVTT Interview with Owen\n\nNOTE media: C:/talk/owen.mp3\n",
      cue(11, "<v S00>S00: [00:00:11] How did it begin? Tell me."),
      cue(12, "<v //S01>//S01: Gladly."),
      cue(14, "<v S00>// And why?"),
      cue(
        26,
        "<v S01>S01: [00:00:26] Because of the dam. (..) It was big. //S00: And then? // We stayed, see https://example.org",
      ),
      cue(28, "<v S01>// all of us."),
    ].join("\n"),
  );
  expect(spoken(draft)).toEqual([...SAID.slice(0, 5), "S01: We stayed, see https://example.org all of us."]);
});

test("[I80] in a web page", async () => {
  const draft = await draftOf(
    '<!DOCTYPE HTML><html><head><meta charset="UTF-8" /></head><body><p style="font-weight:600;">Interview with Owen</p>' +
      "<p>Transcribed with noScribe vers. 0.6<br />Audio file: owen.mp3<br />(Start: 00:00:00 | Language: auto)</p>" +
      '<p><a name="ts_11_12_S00">S00: <span>[00:00:11]</span> How did it begin? Tell me.</a><a name="ts_12_13_//S01"> //S01: Gladly.</a>' +
      '<a name="ts_14_15_S00">// And why?</a></p><p><a name="ts_26_27_S01">S01: Because of the dam. (..) It was big.</a></p>' +
      '<p><a name="ts_28_29_S00">S00: And then?</a></p><p><a name="ts_38_39_S01">S01: We stayed, see https://example.org // all of us.</a></p></body></html>',
  );
  expect(spoken(draft)).toEqual(["-: Interview with Owen", ...SAID]);
});

test("[I80] it is pointed at where it became a turn, whatever the other is called", async () => {
  const talk = (mark: string) =>
    `Mari: How did it begin?\nOwen: By chance. ${mark} It was.\nMari: And why?\nOwen: Who knows.`;
  const codes = async (text: string, dialect?: "plain") =>
    (await draftOf(text, { dialect })).warnings.map(({ code }) => code);
  expect(await codes(talk("//Mari: Was it? //"))).toEqual(["speech.overlap"]);
  expect(await codes(talk("//Interviewer: Was it? //"))).toEqual(["speech.overlap"]);
  expect(await codes(talk("//so: was it? //"))).toEqual([]);
  expect(await codes(talk("//S02: Was it? //"), "plain")).toEqual([]); // its words stay where they are
});

test("[I80] every word stays, with whoever said it, in the order of the text", () => {
  const words = fc.constantFrom("Yes.", "It rained", "so // so", "a: b", "https://example.org");
  const part = fc.record({ label: fc.constantFrom("S01", "S02", null), words });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      // Within a mark no other may stand, and what is nobody's between two marks is the speaker's own.
      const said = parts.map((one) => (one.label === null ? one : { ...one, words: one.words.replaceAll("//", "") }));
      const text = said.map((one) => (one.label === null ? one.words : `//${one.label}: ${one.words} //`)).join(" ");
      const pieces = apart([{ label: "S00", text, startMs: 5, endMs: 9 }], new Set(["s00"]), tally());
      const told = (label: string) =>
        pieces
          .filter((piece) => piece.label === label)
          .map((piece) => piece.text)
          .join(" ");
      for (const label of ["S00", "S01", "S02"])
        expect(told(label)).toBe(
          said
            .filter((one) => (one.label ?? "S00") === label)
            .map((one) => one.words)
            .join(" "),
        );
      expect(pieces.at(-1)?.endMs).toBe(9);
    }),
  );
});
