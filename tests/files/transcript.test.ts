/**
 * Real transcripts through the one door, where they are at hand; they are never part of the project.
 *
 * What is expected was held against each file by other means: captions and turns counted by their own marks, first and last
 * times found by pattern, and every word of the file looked for in the text, so that only labels, times and what
 * tools write around speech is missing. Names are not told, only how often each speaks; the text is told by a short hash.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { factsOf } from "#lib/format/import/facts.ts";
import { open } from "#lib/format/import/open.ts";

const real = [
  join(import.meta.dirname, "../../../shared/data"),
  join(import.meta.dirname, "../../../../shared/data"),
].find((folder) => existsSync(join(folder, "transcripts")));

/** Format, dialect, encoding · turns: of each speaker in order, * who asks, - nobody · first and last time · characters, hash. */
async function outcome(path: string): Promise<string> {
  const opened = await open(new Uint8Array(readFileSync(path)));
  if (!opened.ok) return opened.fault.code;
  if (opened.value.kind !== "transcript") return opened.value.kind;
  const { format, dialect, encoding, turns, speakers, text } = opened.value.draft;
  const facts = factsOf(opened.value);
  const nobody = turns.filter((turn) => turn.speaker === null).length;
  const who = [
    ...speakers.map((speaker) => `${speaker.turns}${speaker.interviewer ? "*" : ""}`),
    ...(nobody > 0 ? [`- ${nobody}`] : []),
  ].join(", ");
  const times = "firstTime" in facts ? `${facts.firstTime ?? "-"} ${facts.lastTime ?? "-"}` : "";
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${format} ${dialect} ${encoding} ${turns.length}: ${who} | ${times} | ${Array.from(text).length} ${hash}`;
}

const GOLDEN = {
  "agency-utf16/cheri-1.txt": "text colon utf-16le 359: 180*, 179 | 0 4461000 | 42173 01bcb2b9",
  "agency-utf16/cheri-2.txt": "text colon utf-16le 358: 179*, 179 | 0 5218000 | 53182 c71b832a",
  "agency-utf16/cheri-3.txt": "text colon utf-16le 265: 133*, 132 | 0 3847000 | 38993 d4619a32",
  "agency-utf16/cheri-4.txt": "text alone utf-16le 151: 70*, 72, 9 | - - | 23141 8500b11a",
  "agency-utf16/cheri-5.txt": "text colon utf-16le 153: 77*, 76 | 0 3072000 | 29717 e6a5aad8",
  "cjk/ja-interview1.txt": "markdown plain utf-8 135: - 135 | - - | 8162 0caba53d",
  "cjk/zh-fangtan.md": "text colon utf-8 34: 17*, 16, - 1 | - - | 2700 f1c1ac5d",
  "csv/idaho-armantrout.csv": "csv table utf-8 525: 247*, 269, - 9 | 0 3600000 | 51884 f5684ab1",
  "csv/idaho-mohammad.csv": "csv table utf-8 94: 46*, 47, 1 | 280000 580000 | 14392 ea5993a7",
  "doc-legacy/unix-aho.doc": "file.doc-old",
  "doc-legacy/unix-cherry.rtf-named.doc": "rtf colon windows-1252 136: 67*, 68, - 1 | - - | 45347 3844a669",
  "docx/de-fokusgruppe-leitfaden.docx": "docx plain utf-8 32: - 32 | - - | 2079 b1ebe8c6",
  "docx/de-lesen-1.docx": "docx plain utf-8 63: - 63 | - - | 4570 05b828e3",
  "docx/de-lesen-2.docx": "docx plain utf-8 62: - 62 | - - | 3101 1a86ee14",
  "docx/de-lesen-3.docx": "docx plain utf-8 63: - 63 | - - | 3622 4028fa56",
  "docx/dictation-anton-ordered.docx": "docx inline utf-8 36: 18*, 18 | - - | 4455 65ec469c",
  "docx/dictation-anton.docx": "docx plain utf-8 1: - 1 | - - | 8114 7f5efa5f",
  "docx/dictation-peter-ordered.docx": "docx inline utf-8 32: 16*, 16 | - - | 3784 5a56a576",
  "docx/oncofert-1.docx": "docx plain utf-8 65: - 65 | - - | 7617 2053fa58",
  "docx/qualcoder-ID1.docx": "docx plain utf-8 3: - 3 | - - | 629 17aed5f8",
  "docx/uq-emily.docx": "docx colon utf-8 39: 15*, 15, - 9 | - - | 6484 a0d36c4b",
  "docx/uq-sarah.docx": "docx colon utf-8 47: 16*, 16, - 15 | - - | 4488 08cdc20a",
  "docx-fr/fr-artisan-01.docx": "docx bracket utf-8 70: 34*, 35, - 1 | 0 1390000 | 19118 f4507d88",
  "docx-fr/fr-artisan-02.docx": "docx bracket utf-8 47: 24*, 22, - 1 | 2000 1514000 | 20961 0f96432a",
  "docx-fr/fr-artisan-03.docx": "docx bracket utf-8 56: 28*, 27, - 1 | 0 1271000 | 17585 43e4c566",
  "docx-fr/fr-artisan-04.docx": "docx bracket utf-8 62: 30*, 31, - 1 | 2000 1568000 | 19373 68d5d244",
  "docx-fr/fr-artisan-07-not-anonymised-suffix.docx": "docx bracket utf-8 34: 16*, 17, - 1 | 2000 1206000 | 17495 9f2c85c6",
  "encoding/en-cp1252.txt": "text plain windows-1252 48: - 48 | - - | 8808 c9433095",
  "encoding/en-same-text.docx": "docx plain utf-8 48: - 48 | - - | 8796 bcb16168",
  "json/gentle.json": "json data utf-8 6: - 6 | 300 331650 | 4898 711d8224",
  "noscribe/de-interview.txt": "text colon utf-8 100: 46*, 6, 46, - 2 | 12000 726000 | 13174 0f14fa64",
  "odt/design-report-interview.odt": "odt plain utf-8 7: - 7 | - - | 367 753a1c9d",
  "odt/qualcoder-ID2.odt": "odt plain utf-8 3: - 3 | - - | 355 2e5c8ef5",
  "ohd/de-tabs.csv": "tsv table utf-8 18: 4*, 11, - 3 | 5000 296060 | 1327 42ef75fe",
  "ohd/de.ods": "ods table utf-8 15: 4*, 11 | 5000 116060 | 1234 72f09f66",
  "ohd/de.vtt": "vtt voice utf-8 3: 2*, 1 | 5495 247401 | 2925 ad551010",
  "oralhistory-txt/legasee-dunstan-raw.txt": "text plain utf-8 170: - 170 | 3600000 8714000 | 55028 2a9d476e",
  "oralhistory-txt/legasee-obrien.txt": "text plain utf-8 1: - 1 | - - | 123908 db16e958",
  "oralhistory-txt/vc-draper.txt": "text colon utf-8 569: 290*, 279 | - - | 221456 36bdf19e",
  "otter/ladybug-42-blm.md": "text name-time utf-8 43: 41, 2 | 0 2029000 | 30689 3533fb72",
  "otter/ladybug-55-no-extension": "text name-time utf-8 94: 35*, 31*, 27, 1 | 0 3204000 | 50176 347de338",
  "otter/ladybug-60-nextjs.md": "text name-time utf-8 148: 57, 50, 17, 1, 23 | 0 2529000 | 37223 d6ecac34",
  "otter/ladybug-62-security.md": "text name-time utf-8 162: 58, 3, 81, 1, 19 | 0 3321000 | 50170 1b922b62",
  "otter/ladybug-65-cloud.md": "text name-time utf-8 137: 48, 45, 43, 1 | 0 2850000 | 43236 031ec131",
  "otter/talkpython-356-otter-in-vtt.vtt": "vtt cue utf-8 166: - 166 | 0 4261840 | 67094 7d49e00e",
  "pdf/fitness-interviews.pdf": "pdf bold unicode 147: 10, 10, 10, 9, 9, 6, 6, 6, 6, 6, 6, 7, 7, 10, 10, 10, 10, - 9 | - - | 22480 c258dfa6",
  "pdf/legasee-endersby.pdf": "pdf table unicode 202: - 202 | 3600000 5707000 | 31800 5cfa0f7c",
  "pdf/legasee-obrien.pdf": "pdf table unicode 243: - 243 | 3600000 14708000 | 129722 1eff3ed6",
  "pdf/migrant-management.pdf": "pdf table unicode 98: 35*, 36, - 27 | - - | 16006 4f2068cf",
  "pdf/zh-slides-not-interview.pdf": "pdf plain unicode 57: - 57 | - - | 1337 97d2e948",
  "podcast/bitcoin-cali2016.md": "markdown plain utf-8 751: - 751 | - - | 243553 e92609ef",
  "podcast/changelog-594.md": "markdown bold utf-8 880: 261*, 217, 242*, 87, 73 | 479000 9349250 | 163008 c6a0fee7",
  "podcast/nobel-lecture.vtt": "vtt cue utf-8 61: - 61 | 5080 1586650 | 22551 cbed2525",
  "podcast/podcastindex.srt": "srt cue-label utf-8 10: 5, 2, 3 | 179 754769 | 13625 13cd1b90",
  "podcast/talkpython-386.vtt": "vtt cue utf-8 79: - 79 | 1 3936120 | 58392 6a9fffc5",
  "podcast/ups-name-without-colon.vtt": "vtt cue-label utf-8 15: 3, 2, 3, 2, 1, 1, 1, 1, 1 | 0 352000 | 5733 0633ec37",
  "podcast/youtube-todasco.txt": "sbv cue utf-8 59: - 59 | 3840 4401020 | 69161 90413069",
  "rtl/ar.vtt": "vtt cue utf-8 125: - 125 | 5333 4164833 | 19256 852c7890",
  "rtl/he-classroom-transcript.xlsx": "xlsx table utf-8 1014: 23, 6, 39, 8, 1, 233, 1, 227, 271, 6, 64, 4, 72, 27, 1, 1, 1, 1, 5, 2, 1, 2, 1, 1, 1, - 15 | 0 547400 | 44378 45be76fd",
  "sbv/en-panel-autogen.sbv": "sbv cue utf-8 189: - 189 | 400 13407199 | 130324 0a94975b",
  "sbv/en-panel.sbv": "sbv cue utf-8 157: - 157 | 0 13407199 | 130198 5d490e29",
  "teams/stream-confidence.vtt": "vtt cue utf-8 3: - 3 | 3300 65494 | 462 f10681a2",
  "teams/talkpython-534-v-tags.vtt": "vtt voice utf-8 251: 126*, 125 | 860 4631720 | 81154 c8bf0cc2",
  "temi/ladybug-01.md": "markdown bold utf-8 99: 19, 29, 25, 26 | 0 2859000 | 47793 54609661",
  "temi/ladybug-03.md": "markdown bold utf-8 130: 30, 31, 31, 38 | 0 3989000 | 67070 db58ee0e",
  "temi/ladybug-10.md": "markdown bold utf-8 87: 18, 23, 29, 17 | 0 2969000 | 52386 1040de01",
  "txt/attendee-interview.md": "markdown plain utf-8 68: - 68 | - - | 5424 6cc95785",
  "txt/infosci-1.md": "markdown plain utf-8 21: - 21 | - - | 4525 d7e6ce77",
  "txt/pt-focusgroup-formatted.txt": "markdown bold utf-8 25: 8*, 8, 3, 1, 1, - 4 | - - | 6508 2b3a82be",
  "txt/qcoder-coc3.txt": "text plain utf-8 91: - 91 | - - | 15759 b18a9414",
  "txt/zos-interviews.md": "markdown bold utf-8 94: 42*, 5, 5, 5, 5, 5, 5, 5, 5, 2, - 10 | - - | 17069 52630755",
  "welsh/siarad-davies12.cha": "chat tiers utf-8 1574: 763, 811 | 0 2049246 | 52428 9e86a41a",
  "welsh/siarad-fusser12.cha": "chat tiers utf-8 2219: 745, 700, 774 | 23 3630579 | 78593 0d7c590d",
  "welsh/siarad-fusser28.cha": "chat tiers utf-8 500: 302, 173, 14, 11* | 0 1454498 | 13926 f279e0f5",
  "whisper/arcade-G1.txt": "text plain utf-8 1: - 1 | - - | 5856 ffd6f93d",
  "whisper/arcade-G2a.txt": "text plain utf-8 1: - 1 | - - | 7255 1320d6de",
  "whisper/arcade-P08a.txt": "text plain utf-8 1: - 1 | - - | 9161 4eeafe8c",
  "whisper/arcade-P10.txt": "text plain utf-8 1: - 1 | - - | 8454 ca70d912",
  "zoom/cip-chat.txt": "text colon utf-8 4: 2, 2 | 669000 1020000 | 124 04ddc80c",
  "zoom/cip.vtt": "vtt cue-label utf-8 80: 40, 40 | 510 2027160 | 22776 354f62d1",
  "zoom/plc-fishbowl.vtt": "vtt cue-label utf-8 1: 1 | 4160 1874720 | 13295 05f30972",
  "zoom/preasync.vtt": "vtt cue-label utf-8 186: 10, 6, 2, 64, 3, 14, 27, 1, 19, 9, 3, 12, 3, 3, 2, 1, 3, 2, 1, 1 | 510 7973430 | 89131 bf470961",
};

describe.skipIf(real === undefined)("[I1] [I5] real transcripts", () => {
  test.each(Object.entries(GOLDEN))("%s", async (name, expected) => {
    const path = join(real ?? "", "transcripts", name);
    if (existsSync(path)) expect(await outcome(path)).toBe(expected);
  });
});
