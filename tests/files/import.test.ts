/** Whole files of our own through the one door. Real ones: transcript.test.ts and survey.test.ts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { open } from "#lib/format/import/open.ts";

const own = join(import.meta.dirname, "import");

/** One line that says what came of a file. */
async function outcome(path: string): Promise<string> {
  const opened = await open(new Uint8Array(readFileSync(path)));
  if (!opened.ok) return opened.fault.code;
  if (opened.value.kind === "survey") {
    const { headerRows, rows, headers, columns, encoding } = opened.value.sheet;
    return `survey ${encoding} ${headerRows}+${rows.length}x${headers.length} questions ${columns.filter((column) => column.use === "question").length}`;
  }
  if (opened.value.kind === "project") return `project ${opened.value.project.sources.length}`;
  const { format, dialect, encoding, turns, speakers } = opened.value.draft;
  const nobody = turns.filter((turn) => turn.speaker === null).length;
  return `${format} ${dialect} ${encoding} ${turns.length}: ${[...speakers.map((speaker) => `${speaker.label} ${speaker.turns}${speaker.interviewer ? "*" : ""}`), ...(nobody > 0 ? [`- ${nobody}`] : [])].join(", ")}`;
}

describe("[I1] our own files", () => {
  test.each(
    Object.entries({
      "zoom.vtt": "vtt cue-label utf-8 8: Mari Evans (Threadwell) 4*, Gethin Rowlands 4",
      "teams.vtt": "vtt voice utf-8 8: Evans, Mari 4*, Rowlands, Gethin (Cyngor Glan Aber) 4",
      "otter.txt": "text name-time utf-8 8: Mari Evans 4*, Unknown Speaker 4",
      "agency-utf16.txt": "text colon utf-16le 8: Interviewer 4*, Respondent 4",
      "notes-windows-1252.txt": "text colon windows-1252 8: Q 4*, A 4",
      "bold.md": "markdown bold utf-8 9: Mari 4*, Gethin 4, - 1",
      "captions.srt": "srt cue-label utf-8 8: Mari 4*, Gethin 4",
      "inline.txt": "text inline utf-8 8: Interviewer 4*, Rowlands 4",
      "cymraeg.txt": "text colon utf-8 5: Cyfwelydd 2*, Cyfranogwr 1 2, Cyfranogwr 2 1",
      "interview.docx": "docx bold utf-8 9: Mari Evans 4*, Gethin Rowlands 4, - 1",
      "survey.csv": "survey utf-8 1+6x9 questions 2",
      "survey-qualtrics.csv": "survey utf-8 3+6x5 questions 1",
      "survey-semicolon.csv": "survey utf-8 1+6x3 questions 1",
    }),
  )("%s", async (name, expected) => {
    expect(await outcome(join(own, name))).toBe(expected);
  });

  test("none is forgotten", () => {
    expect(readdirSync(own).length).toBe(13);
  });
});
