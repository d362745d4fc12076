/** The sample study holds together before it is seeded: every quote exact, every reference alive, nobody real. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { TAGS, THEMES } from "#prisma/sample/content/codebook.ts";
import { FINDINGS } from "#prisma/sample/content/findings.ts";
import { GUIDES, QUESTIONS } from "#prisma/sample/content/guide.ts";
import { ABOUT_ORGANISATIONS, ABOUT_PEOPLE, TERMS } from "#prisma/sample/content/identifiers.ts";
import { INSIGHTS } from "#prisma/sample/content/insights.ts";
import { ORGANISATIONS, PEOPLE } from "#prisma/sample/content/people.ts";
import { QUOTES } from "#prisma/sample/content/quotes.ts";
import { RESPONSES, SURVEY_COLUMNS, TRANSCRIPTS } from "#prisma/sample/content/sources.ts";
import { STUDY } from "#prisma/sample/content/study.ts";

const home = join(import.meta.dirname, "../../../prisma/sample");
const texts = new Map(
  TRANSCRIPTS.map(({ file }) => [file, readFileSync(join(home, "transcripts", `${file}.txt`), "utf8")]),
);
const survey = Papa.parse<string[]>(readFileSync(join(home, "survey.csv"), "utf8"), { skipEmptyLines: true }).data;
for (const { row } of RESPONSES) {
  const answers = (survey[row] ?? []).filter((_, at) => SURVEY_COLUMNS[at]?.as === "question");
  texts.set(`survey-${row}`, answers.join("\n"));
}

const LINE = /^\[(\d):(\d\d):(\d\d)\] ([^:]+): (.+)$/;
const turns = (file: string) =>
  (texts.get(file) ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [, hours, minutes, seconds, speaker = "", words = ""] = LINE.exec(line) ?? [];
      return { at: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), speaker, words };
    });

test("[SS1] there are eleven interviews and nine survey responses, one organisation answering twice", () => {
  expect(readdirSync(join(home, "transcripts"))).toHaveLength(11);
  expect(TRANSCRIPTS).toHaveLength(11);
  expect(survey).toHaveLength(1 + 9);
  expect(RESPONSES).toHaveLength(9);
  expect(new Set(RESPONSES.map((response) => response.organisation)).size).toBe(8);
  const kinds = TRANSCRIPTS.map((source) => ORGANISATIONS.find(({ key }) => key === source.organisation)?.kind);
  expect(kinds.filter((kind) => kind === "local_authority")).toHaveLength(7);
  expect(kinds.filter((kind) => kind === "arms_length_body")).toHaveLength(3);
  expect(kinds.filter((kind) => kind === "housing_association")).toHaveLength(1);
});

test("[SS2] every quote stands exactly once in its source, within one turn", () => {
  const faults = QUOTES.filter(({ source, words }) => (texts.get(source) ?? "").split(words).length !== 2);
  expect(faults.map(({ key }) => key)).toEqual([]);
  expect(QUOTES.filter(({ words }) => words.includes("\n") || words.trim() !== words)).toEqual([]);
  expect(new Set(QUOTES.map(({ key }) => key)).size).toBe(QUOTES.length);
});

test("[SS2] no quote is the interviewer's", () => {
  const asked = TRANSCRIPTS.flatMap(({ file, speakers }) =>
    turns(file).filter(({ speaker }) => speakers[speaker] === null),
  );
  expect(QUOTES.filter(({ words }) => asked.some((turn) => turn.words.includes(words)))).toEqual([]);
});

test.each(TRANSCRIPTS)(
  "[SS1] $file is turns of its own speakers in the order of time, long enough to work with",
  (source) => {
    const all = turns(source.file);
    expect(all.filter(({ words }) => words === "")).toEqual([]);
    expect([...new Set(all.map(({ speaker }) => speaker))].toSorted()).toEqual(Object.keys(source.speakers).toSorted());
    expect(all.every(({ at }, index) => at >= (all[index - 1]?.at ?? 0))).toBe(true);
    expect(all.at(-1)?.at).toBeLessThan(source.minutes * 60);
    const words = all.reduce((sum, turn) => sum + turn.words.split(/\s+/).length, 0);
    expect(words).toBeGreaterThan(1150);
    expect(words).toBeLessThan(2500);
  },
);

test("[SS3] everything that is named exists", () => {
  const organisations = new Set(ORGANISATIONS.map(({ key }) => key));
  const people = new Set(PEOPLE.map(({ key }) => key));
  const themes = new Set<string>(THEMES.map(({ key }) => key));
  const quotes = new Set(QUOTES.map(({ key }) => key));
  const lost: unknown[][] = [
    PEOPLE.filter((person) => !organisations.has(person.organisation)),
    TRANSCRIPTS.filter((source) => !organisations.has(source.organisation)),
    TRANSCRIPTS.flatMap(({ speakers }) => Object.values(speakers)).filter((key) => key !== null && !people.has(key)),
    RESPONSES.filter((response) => !people.has(response.person) || !organisations.has(response.organisation)),
    THEMES.filter(({ parent }) => parent !== null && !themes.has(parent)),
    FINDINGS.flatMap(({ supports, contradicts }) => [...supports, ...contradicts]).filter((key) => !quotes.has(key)),
    Object.keys(ABOUT_ORGANISATIONS).filter((key) => !organisations.has(key)),
    Object.keys(ABOUT_PEOPLE).filter((key) => !people.has(key)),
  ];
  expect(lost.flat()).toEqual([]);
  expect(survey[0]).toHaveLength(SURVEY_COLUMNS.length);
  for (const { row, organisation } of RESPONSES) {
    expect(survey[row]?.[2]).toBe(ORGANISATIONS.find(({ key }) => key === organisation)?.name);
  }
});

test("[SS3] the content is under way and not finished: open decisions, loose cards, a theme without definition", () => {
  expect(QUESTIONS).toHaveLength(9);
  expect(GUIDES.map(({ asks }) => asks.length)).toEqual([9, 6, 4]);
  expect(TAGS).toHaveLength(14);
  expect(THEMES.filter(({ parent }) => parent !== null)).toHaveLength(2);
  expect(THEMES.filter(({ definition }) => definition === null)).toHaveLength(1);
  expect(QUOTES.some(({ theme, onBoard }) => theme === null && onBoard)).toBe(true);
  expect(QUOTES.some(({ onBoard }) => !onBoard)).toBe(true);
  expect(QUOTES.filter(({ theme, onBoard }) => theme !== null && !onBoard)).toEqual([]);
  expect(INSIGHTS.length).toBeGreaterThanOrEqual(5);
  expect(FINDINGS.every(({ supports, contradicts }) => supports.length > 0 && contradicts.length > 0)).toBe(true);
  expect(TERMS.some(({ decided }) => decided === null) && TERMS.some(({ decided }) => decided !== null)).toBe(true);
});

/** Public bodies and suppliers that exist; none of them may be named, in either language. */
const REAL = [
  "Anglesey",
  "Ynys Môn",
  "Blaenau Gwent",
  "Bridgend",
  "Pen-y-bont",
  "Caerphilly",
  "Caerffili",
  "Cardiff",
  "Caerdydd",
  "Carmarthen",
  "Caerfyrddin",
  "Ceredigion",
  "Conwy",
  "Denbighshire",
  "Sir Ddinbych",
  "Flintshire",
  "Sir y Fflint",
  "Gwynedd",
  "Merthyr",
  "Monmouth",
  "Mynwy",
  "Neath",
  "Castell-nedd",
  "Newport",
  "Casnewydd",
  "Pembroke",
  "Penfro",
  "Powys",
  "Rhondda",
  "Swansea",
  "Abertawe",
  "Torfaen",
  "Glamorgan",
  "Bro Morgannwg",
  "Wrexham",
  "Wrecsam",
  "Careers Wales",
  "Natural Resources",
  "Revenue Authority",
  "Cadw",
  "Senedd",
  "Transport for Wales",
  "Sport Wales",
  "Estyn",
  "Qualifications Wales",
  "Social Care Wales",
  "Rent Smart",
  "Digital Public Services",
  "CDPS",
  "Welsh Government",
  "Llywodraeth Cymru",
  "Eryri",
  "Snowdonia",
  "Brecon",
  "Bannau",
  "Clwyd Alyn",
  "Cartrefi Cymunedol",
  "Pobl Group",
  "Linc Cymru",
  "Microsoft",
  "Google",
  "Capita",
  "Civica",
  "Granicus",
  "Jadu",
  "Oracle",
  "Zoom",
  "Facebook",
];

test("[SS4] nobody in it is real", () => {
  const everything = JSON.stringify([
    ...texts.values(),
    survey,
    STUDY,
    ORGANISATIONS,
    PEOPLE,
    FINDINGS,
    INSIGHTS,
    THEMES,
    QUESTIONS,
    TERMS,
  ]);
  const words = (name: string) => new RegExp(`(?<!\\p{L})${name}(?:shire)?(?!\\p{L})`, "u");
  expect(REAL.filter((name) => words(name).test(everything))).toEqual([]);
});
