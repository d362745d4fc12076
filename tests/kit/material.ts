/** A small study as the report sees it, with invented bodies and people. */
import { USUAL } from "#lib/domain/disclosure/settings.ts";
import { count } from "#lib/domain/finding/count.ts";
import type { Material } from "#lib/format/report/material.ts";
import { sample } from "#lib/domain/finding/sample.ts";

const gone = false;
export const organisations = [
  { id: "A", kind: "local_authority", region: "north", named: true, gone },
  { id: "B", kind: "local_authority", region: "mid", named: true, gone },
  { id: "C", kind: "local_authority", region: "mid", named: false, gone },
  { id: "D", kind: "housing_association", region: null, named: false, gone },
];
const sources = [
  ...["A", "B", "C", "D"].map((organisation, index) => ({
    id: `i${index}`,
    kind: "interview",
    organisation,
    participant: null,
    guide: index < 3 ? "g90" : "g60",
    minutes: null,
    gone,
  })),
  ...["A", "A", "B"].map((organisation, index) => ({
    id: `s${index}`,
    kind: "survey",
    organisation,
    participant: null,
    guide: null,
    minutes: null,
    gone,
  })),
];
const guides = [
  { id: "g90", minutes: 90, gone },
  { id: "g60", minutes: 60, gone },
];
const voices = new Map(
  [
    ["q1", "A", "interview"],
    ["q2", "B", "interview"],
    ["q3", "D", "interview"],
    ["q4", "A", "survey"],
  ].map(([quote = "", organisation = "", arm]) => [
    quote,
    {
      quote,
      participant: `p${quote}`,
      organisation,
      arm: arm === "survey" ? ("survey" as const) : ("interview" as const),
    },
  ]),
);
const counts = count({
  themes: [
    { id: "T", parent: null, gone },
    { id: "U", parent: "T", gone },
  ],
  cards: [
    ["T", "q1"],
    ["T", "q2"],
    ["U", "q3"],
    ["T", "q4"],
  ].map(([theme = null, quote = null]) => ({ theme, quote, gone })),
  organisations,
  voices,
  asked: { interview: new Set(["A", "B", "C", "D"]), survey: new Set(["A", "B"]) },
});
const countOf = (theme: string) => {
  const found = counts.get(theme);
  if (found === undefined) throw new Error(`no count of ${theme}`);
  return found;
};
const en = (words: string) => ({ lang: "en", words });
const cy = (words: string) => ({ lang: "cy", words });

export const names = {
  A: "Aberwen Council",
  B: "Cyngor Sir Hesgen",
  C: "Dyffryn Mawr Council",
  D: "Tai Cynefin Hir",
} as const;

export function material(lang: "en" | "cy" = "en"): Material {
  return {
    lang,
    title: en("Automation and AI: a discovery"),
    beside: "none",
    texts: {
      introduction: en("We wanted to learn.\n\nWith care:\n- first\n- second"),
      problem: en("What helps?"),
      questions: en("How ready are they?"),
      definitions: en("Automation: Use of technology to do tasks.\nArtificial intelligence (AI): An umbrella term."),
      limitations: en("We did not speak to health bodies."),
    },
    sample: sample({ organisations, participants: [], sources, speakers: [], guides }),
    disclosure: USUAL,
    agreed: new Map([
      ["A", names.A],
      ["B", names.B],
    ]),
    roles: [en("Head of digital"), cy("Swyddog data")],
    themes: [
      {
        name: en("Getting the basics right"),
        definition: en("What has to be there first."),
        count: countOf("T"),
        findings: [
          {
            statement: en("Most want the basics first."),
            supports: [
              en("At Aberwen we\u2019d rather get the data right – “first things first” & <then> the rest."),
              cy("Yng Nghyngor Sir Hesgen mae'r data'n flêr."),
            ],
            contradicts: [en("Siân Llewelyn would start tomorrow.")],
          },
        ],
        themes: [{ name: en("Data"), definition: null, count: countOf("U"), findings: [], themes: [] }],
      },
    ],
    general: [],
    appendix: {
      wanted: new Set(),
      guide: [
        {
          question: en("How did it begin?"),
          asked: [
            { arm: "interview", minutes: 90 },
            { arm: "survey", minutes: null },
          ],
        },
      ],
      tags: [
        { path: [en("money")], description: en("Who pays."), include: null, exclude: null },
        { path: [en("money"), en("grants")], description: null, include: en("one year"), exclude: en("loans") },
      ],
      coders: 2,
      notes: 0,
      bare: 3,
    },
  };
}
