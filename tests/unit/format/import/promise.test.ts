import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "#lib/domain/import/draft.ts";
import { SEPARATOR } from "#lib/domain/import/draft.ts";
import { open } from "#lib/format/import/open.ts";
import { decode } from "#lib/format/text/decode.ts";
import { points } from "#lib/format/text/points.ts";
import { readTable } from "#lib/format/csv/table.ts";
import { writeCsv } from "#lib/format/csv/write.ts";
import { responsesOf } from "#lib/format/csv/response.ts";

function holds(draft: Draft): void {
  const letters = Array.from(draft.text);
  const texts = draft.turns.map((turn) => letters.slice(turn.start, turn.end).join(""));
  expect(texts.join(SEPARATOR)).toBe(draft.text);
  expect(draft.turns.at(-1)?.end ?? 0).toBe(letters.length);
  for (const [at, turn] of draft.turns.entries()) {
    expect(turn.end).toBeGreaterThan(turn.start);
    if (at > 0) expect(turn.start).toBe((draft.turns[at - 1]?.end ?? 0) + 2);
    if (turn.speaker !== null) expect(draft.speakers[turn.speaker]).toBeDefined();
  }
  expect(draft.speakers.map((_, index) => draft.turns.filter((turn) => turn.speaker === index).length)).toEqual(
    draft.speakers.map((speaker) => speaker.turns),
  );
}

const word = fc.constantFrom(
  "so",
  "yes",
  "𝒳",
  "🙂",
  "dŵr",
  "第一",
  "مرحبا",
  "Mari:",
  "Owen:",
  "Interviewer:",
  "[0:10]",
  "00:00:01.000 --> 00:00:02.000",
  "<v Ann>",
  "**Bob**",
  "Q:",
  "\t",
  ",",
  ";",
  '"',
  "&#39;",
  "…?",
  "1",
  "WEBVTT",
  "---",
  "# x",
  "Speaker 1",
);
const near = fc
  .array(
    fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
    { maxLength: 30 },
  )
  .map((list) => list.join("\n"));

describe("whatever comes in", () => {
  test("[I3] the turns joined are the text, with valid offsets, also beyond the basic plane", async () => {
    await fc.assert(
      fc.asyncProperty(near, async (text) => {
        const opened = await open(new TextEncoder().encode(text), { as: "transcript" });
        if (opened.ok && opened.value.kind === "transcript") holds(opened.value.draft);
      }),
      { numRuns: 400 },
    );
  });

  test("[I33] any bytes end in a result or a named fault", async () => {
    const starts = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0xef, 0xbb, 0xbf],
      [0xd0, 0xcf, 0x11, 0xe0],
      [...new TextEncoder().encode("WEBVTT\n\n")],
      [...new TextEncoder().encode('a,b\n"')],
    );
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const opened = await open(Uint8Array.from([...start, ...rest]));
        if (!opened.ok) expect(opened.fault.code).toMatch(/^[a-z-]+\.[a-z-]+$/);
        else if (opened.value.kind === "transcript") holds(opened.value.draft);
      }),
      { numRuns: 600 },
    );
  });

  test("[I2] decoding keeps every character of text in any Unicode form", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((text) => !/[\r\uFEFF\0]/.test(text) && text.isWellFormed()),
        (text) => {
          expect(decode(new TextEncoder().encode(`\uFEFF${text}`)).text).toBe(text);
          expect(decode(Buffer.from(`\uFEFF${text}`, "utf16le")).text).toBe(text);
        },
      ),
    );
  });

  test("[I4] code points are counted as a person's alphabet does", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => points(text) === Array.from(text).length));
  });

  test("[I21] a table written and read again is the same", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "🙂", ",", ";", '"', "\n", " ", "=", "-", "\t"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const whole = rows.map((row, at) => [`r${at}`, ...row, "end"]);
        const read = readTable(decode(new TextEncoder().encode(writeCsv(whole, false))).text, ",");
        expect(read.ok && read.value.rows).toEqual(whole);
      }),
    );
  });

  test("[I26] a response's turns are slices of its text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom("", "-", "Yes 🙂", " two words ", "𝒳"), { minLength: 4, maxLength: 4 }), {
          maxLength: 6,
        }),
        (rows) => {
          for (const response of responsesOf({ rows }, ["respondent", "question", "attribute", "question"], ["-"])) {
            const letters = Array.from(response.text);
            expect(response.turns.map((turn) => letters.slice(turn.start, turn.end).join(""))).toEqual(
              [1, 3]
                .map((column) => (rows[response.row]?.[column] ?? "").trim())
                .filter((value) => value !== "" && value !== "-"),
            );
          }
        },
      ),
    );
  });
});
