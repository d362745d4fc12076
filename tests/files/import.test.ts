/**
 * Whole files through the one door: our own of every dialect, and real ones where they are at hand.
 *
 * The real ones are never part of the project; what is expected of them was counted by hand or by their own marks.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { open } from "#lib/format/import/open.ts";

const own = join(import.meta.dirname, "import");
const real = [join(import.meta.dirname, "../../../shared/data"), join(import.meta.dirname, "../../../../shared/data")].find((folder) => existsSync(join(folder, "transcripts")));

/** One line that says what came of a file. Of real ones the speakers' names are not told, only how often each speaks. */
async function outcome(path: string, names = true): Promise<string> {
  const opened = await open(new Uint8Array(readFileSync(path)));
  if (!opened.ok) return opened.fault.code;
  if (opened.value.kind === "survey") {
    const { headerRows, rows, headers, columns, encoding } = opened.value.sheet;
    return `survey ${encoding} ${headerRows}+${rows.length}x${headers.length} questions ${columns.filter((column) => column.use === "question").length}`;
  }
  const { format, dialect, encoding, turns, speakers } = opened.value.draft;
  const nobody = turns.filter((turn) => turn.speaker === null).length;
  return `${format} ${dialect} ${encoding} ${turns.length}: ${[...speakers.map((speaker) => `${names ? `${speaker.label} ` : ""}${speaker.turns}${speaker.interviewer ? "*" : ""}`), ...(nobody > 0 ? [`- ${nobody}`] : [])].join(", ")}`;
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

const GOLDEN = {
  "transcripts/agency-utf16/cheri-1.txt": "text colon utf-16le 359: 180*, 179",
  "transcripts/agency-utf16/cheri-2.txt": "text colon utf-16le 358: 179*, 179",
  "transcripts/agency-utf16/cheri-3.txt": "text colon utf-16le 265: 133*, 132",
  "transcripts/agency-utf16/cheri-4.txt": "text alone utf-16le 151: 70*, 72, 9",
  "transcripts/agency-utf16/cheri-5.txt": "text colon utf-16le 153: 77*, 76",
  "transcripts/cjk/ja-interview1.txt": "markdown plain utf-8 135: - 135",
  "transcripts/cjk/zh-fangtan.md": "text colon utf-8 34: 17*, 16, - 1",
  "transcripts/csv/idaho-armantrout.csv": "csv table utf-8 525: 247*, 269, - 9",
  "transcripts/csv/idaho-mohammad.csv": "csv table utf-8 94: 46*, 47, 1",
  "transcripts/doc-legacy/unix-aho.doc": "file.doc-old",
  "transcripts/doc-legacy/unix-cherry.rtf-named.doc": "rtf colon windows-1252 136: 67*, 68, - 1",
  "transcripts/docx-fr/fr-artisan-01.docx": "docx bracket utf-8 70: 34*, 35, - 1",
  "transcripts/docx-fr/fr-artisan-02.docx": "docx bracket utf-8 47: 24*, 22, - 1",
  "transcripts/docx-fr/fr-artisan-03.docx": "docx bracket utf-8 56: 28*, 27, - 1",
  "transcripts/docx-fr/fr-artisan-04.docx": "docx bracket utf-8 62: 30*, 31, - 1",
  "transcripts/docx-fr/fr-artisan-07-not-anonymised-suffix.docx": "docx bracket utf-8 34: 16*, 17, - 1",
  "transcripts/docx/de-fokusgruppe-leitfaden.docx": "docx plain utf-8 32: - 32",
  "transcripts/docx/de-lesen-1.docx": "docx plain utf-8 63: - 63",
  "transcripts/docx/de-lesen-2.docx": "docx plain utf-8 62: - 62",
  "transcripts/docx/de-lesen-3.docx": "docx plain utf-8 63: - 63",
  "transcripts/docx/dictation-anton-ordered.docx": "docx inline utf-8 36: 18*, 18",
  "transcripts/docx/dictation-anton.docx": "docx plain utf-8 1: - 1",
  "transcripts/docx/dictation-peter-ordered.docx": "docx inline utf-8 32: 16*, 16",
  "transcripts/docx/oncofert-1.docx": "docx plain utf-8 65: - 65",
  "transcripts/docx/qualcoder-ID1.docx": "docx plain utf-8 3: - 3",
  "transcripts/docx/uq-emily.docx": "docx colon utf-8 39: 15*, 15, - 9",
  "transcripts/docx/uq-sarah.docx": "docx colon utf-8 47: 16*, 16, - 15",
  "transcripts/encoding/en-cp1252.txt": "text plain windows-1252 48: - 48",
  "transcripts/encoding/en-same-text.docx": "docx plain utf-8 48: - 48",
  "transcripts/json/gentle.json": "json data utf-8 6: - 6",
  "transcripts/noscribe/de-interview.txt": "text colon utf-8 57: 28, 26, 1, - 2",
  "transcripts/odt/design-report-interview.odt": "odt plain utf-8 7: - 7",
  "transcripts/odt/qualcoder-ID2.odt": "odt plain utf-8 3: - 3",
  "transcripts/ohd/de-tabs.csv": "tsv table utf-8 18: 4*, 11, - 3",
  "transcripts/ohd/de.ods": "ods table utf-8 15: 4*, 11",
  "transcripts/ohd/de.vtt": "vtt voice utf-8 3: 2*, 1",
  "transcripts/oralhistory-txt/legasee-dunstan-raw.txt": "text plain utf-8 170: - 170",
  "transcripts/oralhistory-txt/legasee-obrien.txt": "text plain utf-8 1: - 1",
  "transcripts/oralhistory-txt/vc-draper.txt": "text colon utf-8 569: 290*, 279",
  "transcripts/otter/ladybug-42-blm.md": "text name-time utf-8 43: 41, 2",
  "transcripts/otter/ladybug-55-no-extension": "text name-time utf-8 94: 35, 31*, 27, 1",
  "transcripts/otter/ladybug-60-nextjs.md": "text name-time utf-8 148: 57, 50, 17, 1, 23",
  "transcripts/otter/ladybug-62-security.md": "text name-time utf-8 162: 58, 3, 81, 1, 19",
  "transcripts/otter/ladybug-65-cloud.md": "text name-time utf-8 137: 48, 45, 43, 1",
  "transcripts/otter/talkpython-356-otter-in-vtt.vtt": "vtt cue utf-8 166: - 166",
  "transcripts/pdf/fitness-interviews.pdf":
    "pdf colon unicode 147: 10, 10, 10, 9, 9, 6, 6, 6, 6, 6, 6, 7, 7, 10, 10, 10, 10, - 9",
  "transcripts/pdf/legasee-endersby.pdf": "pdf table unicode 202: - 202",
  "transcripts/pdf/legasee-obrien.pdf": "pdf table unicode 243: - 243",
  "transcripts/pdf/migrant-management.pdf": "pdf plain unicode 169: - 169",
  "transcripts/pdf/zh-slides-not-interview.pdf": "pdf plain unicode 57: - 57",
  "transcripts/podcast/bitcoin-cali2016.md": "markdown plain utf-8 751: - 751",
  "transcripts/podcast/changelog-594.md": "markdown bold utf-8 880: 261, 217, 242, 87, 73",
  "transcripts/podcast/nobel-lecture.vtt": "vtt cue utf-8 61: - 61",
  "transcripts/podcast/podcastindex.srt": "srt cue-label utf-8 10: 5, 2, 3",
  "transcripts/podcast/talkpython-386.vtt": "vtt cue utf-8 79: - 79",
  "transcripts/podcast/ups-name-without-colon.vtt": "vtt cue utf-8 10: - 10",
  "transcripts/podcast/youtube-todasco.txt": "sbv cue utf-8 59: - 59",
  "transcripts/rtl/ar.vtt": "vtt cue utf-8 125: - 125",
  "transcripts/rtl/he-classroom-transcript.xlsx": "xlsx table utf-8 1014: 23, 6, 39, 8, 1, 233, 1, 227, 271, 6, 64, 4, 72, 27, 1, 1, 1, 1, 5, 2, 1, 2, 1, 1, 1, - 15",
  "transcripts/sbv/en-panel-autogen.sbv": "sbv cue utf-8 189: - 189",
  "transcripts/sbv/en-panel.sbv": "sbv cue utf-8 157: - 157",
  "transcripts/teams/stream-confidence.vtt": "vtt cue utf-8 3: - 3",
  "transcripts/teams/talkpython-534-v-tags.vtt": "vtt voice utf-8 251: 126*, 125",
  "transcripts/temi/ladybug-01.md": "markdown bold utf-8 99: 19, 29, 25, 26",
  "transcripts/temi/ladybug-03.md": "markdown bold utf-8 130: 30, 31, 31, 38*",
  "transcripts/temi/ladybug-10.md": "markdown bold utf-8 87: 18, 23, 29*, 17",
  "transcripts/txt/attendee-interview.md": "markdown plain utf-8 68: - 68",
  "transcripts/txt/infosci-1.md": "markdown plain utf-8 21: - 21",
  "transcripts/txt/pt-focusgroup-formatted.txt": "markdown bold utf-8 24: 8*, 8, 3, 1, 1, - 3",
  "transcripts/txt/qcoder-coc3.txt": "text plain utf-8 91: - 91",
  "transcripts/txt/zos-interviews.md": "markdown bold utf-8 94: 42*, 5, 5, 5, 5, 5, 5, 5, 5, 2, - 10",
  "transcripts/welsh/siarad-davies12.cha": "chat tiers utf-8 1574: 763, 811",
  "transcripts/welsh/siarad-fusser12.cha": "chat tiers utf-8 2219: 745, 700, 774",
  "transcripts/welsh/siarad-fusser28.cha": "chat tiers utf-8 500: 302, 173, 14, 11*",
  "transcripts/whisper/arcade-G1.txt": "text plain utf-8 1: - 1",
  "transcripts/whisper/arcade-G2a.txt": "text plain utf-8 1: - 1",
  "transcripts/whisper/arcade-P08a.txt": "text plain utf-8 1: - 1",
  "transcripts/whisper/arcade-P10.txt": "text plain utf-8 1: - 1",
  "transcripts/zoom/cip-chat.txt": "text colon utf-8 4: 2, 2",
  "transcripts/zoom/cip.vtt": "vtt cue-label utf-8 80: 40, 40*",
  "transcripts/zoom/plc-fishbowl.vtt": "vtt cue-label utf-8 1: 1",
  "transcripts/zoom/preasync.vtt": "vtt cue-label utf-8 186: 10, 6, 2, 64, 3, 14, 27, 1, 19, 9, 3, 12, 3, 3, 2, 1, 3, 2, 1, 1",
};

describe.skipIf(real === undefined)("[I1] real files", () => {
  test.each(Object.entries(GOLDEN))("%s", async (name, expected) => {
    const path = join(real ?? "", name);
    if (existsSync(path)) expect(await outcome(path, false)).toBe(expected);
  });
});
