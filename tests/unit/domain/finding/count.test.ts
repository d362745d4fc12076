import fc from "fast-check";
import { expect, test } from "vitest";
import { count } from "#lib/domain/finding/count.ts";
import { sample } from "#lib/domain/finding/sample.ts";
import { asked } from "#lib/domain/finding/took.ts";
import { voices } from "#lib/domain/finding/voice.ts";

const gone = false;
const organisations = [
  { id: "A", kind: "local_authority", region: "north", named: true, gone },
  { id: "B", kind: "local_authority", region: "mid", named: true, gone },
  { id: "C", kind: "housing_association", region: null, named: false, gone },
];
const participants = [
  { id: "a1", organisation: "A", seniority: "leader", gone },
  { id: "a2", organisation: "A", seniority: "practitioner", gone },
  { id: "b1", organisation: "B", seniority: "leader", gone },
  { id: "c1", organisation: "C", seniority: null, gone },
];
const interview = (id: string, organisation: string, guide: string | null, minutes: number | null) => ({
  id,
  kind: "interview",
  revision: `${id}r`,
  organisation,
  participant: null,
  guide,
  minutes,
  gone,
});
const sources = [
  interview("i1", "A", "g90", 87),
  interview("i2", "B", "g60", 61),
  {
    id: "s1",
    kind: "survey",
    revision: "s1r",
    organisation: null,
    participant: "c1",
    guide: null,
    minutes: null,
    gone,
  },
  { id: "s2", kind: "survey", revision: "s2r", organisation: "A", participant: null, guide: null, minutes: null, gone },
  { id: "n1", kind: "note", revision: "n1r", organisation: "B", participant: null, guide: null, minutes: null, gone },
];
const speakers = [
  { id: "k0", source: "i1", participant: null, interviewer: true, gone },
  { id: "k1", source: "i1", participant: "a1", interviewer: false, gone },
  { id: "k2", source: "i1", participant: "a2", interviewer: false, gone },
  { id: "k3", source: "i2", participant: "b1", interviewer: false, gone },
];
const guides = [
  { id: "g90", minutes: 90, gone },
  { id: "g60", minutes: 60, gone },
];
const quote = (id: string, source: string, speaker: string | null) => ({
  quote: { id, source, gone },
  anchor: { quote: id, revision: `${source}r`, speaker, gone },
});
const made = [
  quote("q1", "i1", "k1"),
  quote("q2", "i1", "k2"),
  quote("q3", "i2", "k3"),
  quote("q4", "s1", null),
  quote("q5", "s2", null),
  quote("q6", "i1", "k0"),
  quote("q7", "n1", null),
];
const said = voices({
  quotes: made.map((one) => one.quote),
  anchors: made.map((one) => one.anchor),
  sources,
  speakers,
  participants,
});
const took = asked({ sources, speakers, participants });
const themes = [
  { id: "T", parent: null, gone },
  { id: "U", parent: "T", gone },
  { id: "V", parent: null, gone },
];
const cards = (pairs: readonly (readonly [string | null, string | null])[]) =>
  pairs.map(([theme, quoted]) => ({ theme, quote: quoted, gone }));

test("[C1][C3] hears the speaker in an interview and the respondent in a survey", () => {
  expect(said.get("q2")).toEqual({ quote: "q2", participant: "a2", organisation: "A", arm: "interview" });
  expect(said.get("q4")).toEqual({ quote: "q4", participant: "c1", organisation: "C", arm: "survey" });
  expect(said.get("q5")).toEqual({ quote: "q5", participant: null, organisation: "A", arm: "survey" });
});

test("[C2] an interviewer's words and a note are nobody's evidence", () => {
  expect(said.get("q6")?.arm).toBe(null);
  expect(said.get("q7")?.arm).toBe(null);
});

test("[C4][C5][C6] counts a theme with what stands below it, each quote once, interviews and survey apart", () => {
  const counts = count({
    themes,
    cards: cards([
      ["T", "q1"],
      ["U", "q1"],
      ["U", "q2"],
      ["U", "q3"],
      ["T", "q4"],
      ["T", null],
      ["T", "q6"],
      [null, "q5"],
    ]),
    organisations,
    voices: said,
    asked: took,
  });
  expect(counts.get("T")).toEqual({
    theme: "T",
    quotes: 5,
    interview: {
      quotes: 3,
      participants: 3,
      organisations: 2,
      of: 2,
      kinds: [{ kind: "local_authority", quotes: 3, participants: 3, organisations: 2, of: 2 }],
    },
    survey: {
      quotes: 1,
      participants: 1,
      organisations: 1,
      of: 2,
      kinds: [
        { kind: "housing_association", quotes: 1, participants: 1, organisations: 1, of: 1 },
        { kind: "local_authority", quotes: 0, participants: 0, organisations: 0, of: 1 },
      ],
    },
  });
  expect(counts.get("V")?.quotes).toBe(0);
});

test("[C7] the denominators are who took part", () => {
  expect(took).toEqual({ interview: new Set(["A", "B"]), survey: new Set(["C", "A"]) });
});

test("[C8] what is gone does not count", () => {
  const counts = count({
    themes,
    cards: [
      { theme: "T", quote: "q1", gone: true },
      { theme: "T", quote: "unknown", gone },
    ],
    organisations,
    voices: said,
    asked: took,
  });
  expect(counts.get("T")?.quotes).toBe(0);
});

test("[C9] no theme has more support than its parent, and no count passes its denominator", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom("T", "U", "V", null), fc.constantFrom("q1", "q2", "q3", "q4", "q5", "q6", "q7")),
      ),
      (pairs) => {
        const counts = count({ themes, cards: cards(pairs), organisations, voices: said, asked: took });
        for (const arm of ["interview", "survey"] as const) {
          const [parent, child] = [counts.get("T")?.[arm], counts.get("U")?.[arm]];
          expect(child?.organisations).toBeLessThanOrEqual(parent?.organisations ?? -1);
          expect(parent?.organisations).toBeLessThanOrEqual(parent?.of ?? -1);
          expect(parent?.kinds.reduce((sum, kind) => sum + kind.organisations, 0)).toBe(parent?.organisations);
        }
      },
    ),
  );
});

test("[C10][C11][C12] describes the sample and its weight", () => {
  const described = sample({ organisations, participants, sources, speakers, guides });
  expect(described).toEqual({
    interviews: 2,
    lengths: [
      { minutes: 90, interviews: 1 },
      { minutes: 60, interviews: 1 },
    ],
    representatives: { least: 1, most: 2 },
    participants: 4,
    leaders: 2,
    practitioners: 1,
    responses: 2,
    interviewed: [
      { organisation: "A", kind: "local_authority", named: true, submissions: 1 },
      { organisation: "B", kind: "local_authority", named: true, submissions: 1 },
    ],
    surveyed: [
      { organisation: "A", kind: "local_authority", named: true, submissions: 1 },
      { organisation: "C", kind: "housing_association", named: false, submissions: 1 },
    ],
    organisations: 3,
    kinds: [
      { kind: "local_authority", organisations: 2 },
      { kind: "housing_association", organisations: 1 },
    ],
    regions: ["mid", "north"],
    voices: ["a1", "a2", "b1", "c1"],
    limitations: [
      { code: "weight", kind: "local_authority", organisations: 2, of: 3 },
      { code: "unequal", lengths: [90, 60] },
      { code: "few", organisations: 3 },
    ],
  });
});

test("[C13] exactly half is not more than half", () => {
  const even = sample({
    organisations: organisations.slice(1),
    participants,
    sources: sources.slice(1, 3),
    speakers,
    guides,
  });
  expect(even.limitations.map((one) => one.code)).toEqual(["few"]);
});

test("[C12][C19] interviews that were much shorter are counted among the limitations, by their minutes or by what was said", () => {
  const held = sample({
    organisations,
    participants,
    sources: sources.map((one) => (one.kind === "interview" ? { ...one, minutes: 20 } : one)),
    speakers,
    guides,
  });
  const interviews = held.interviews;
  const planned = sources.filter((one) => one.kind === "interview" && one.guide !== null).length;
  expect(held.limitations).toContainEqual({ code: "short", interviews: planned, of: interviews });
  const [first] = sources.filter((one) => one.kind === "interview" && one.guide !== null);
  const spoken = new Map([[first?.id ?? "", { signs: 100, minutes: 12 }]]);
  const timed = sources.map((one) => ({ ...one, minutes: null }));
  expect(sample({ organisations, participants, sources: timed, speakers, guides, spoken }).limitations).toContainEqual({
    code: "short",
    interviews: 1,
    of: interviews,
  });
});

test("[C14] an empty study has an empty sample", () => {
  expect(sample({ organisations: [], participants: [], sources: [], speakers: [], guides: [] })).toMatchObject({
    interviews: 0,
    responses: 0,
    representatives: null,
    limitations: [],
  });
});
