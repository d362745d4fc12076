/**
 * What stands behind a report: the topic guide, the codebook, and the checklist for reports of interviews.
 *
 * Pure. Each is there only if it was asked for. The checklist's items and their order are those of COREQ: A. Tong, P. Sainsbury and
 * J. Craig, "Consolidated criteria for reporting qualitative research", Int. J. for Quality in Health Care 19 (2007). What the
 * data know is filled in; the rest is left to the team and says so. Rules: docs/spec/report.md, R40 to R43.
 */
import type { Appendix } from "#lib/domain/report/check.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Block, Text } from "#lib/domain/report/model.ts";
import type { GuideLine, Material, TagLine } from "./material.ts";
import type { Say } from "./say.ts";

/** The appendices that were asked for and have something to say. */
export function appendices(material: Material, say: Say): readonly Block[] {
  const { lang, appendix } = material;
  const own = (key: string, values?: Readonly<Record<string, string | number>>) => plain(say(key, values), lang);
  const part = (which: Appendix, head: readonly string[], rows: readonly (readonly Text[])[]): readonly Block[] =>
    !appendix.wanted.has(which) || rows.length === 0
      ? []
      : [
          { kind: "heading", level: 1, text: own(`appendix.${which}`) },
          { kind: "paragraph", text: own(`appendixLead.${which}`) },
          {
            kind: "table",
            caption: own(`appendixCaption.${which}`),
            head: head.map((key) => own(`appendixColumn.${key}`)),
            rows,
          },
        ];
  return [
    ...part(
      "guide",
      ["question", "asked"],
      appendix.guide.map((line) => guideRow(line, lang, say)),
    ),
    ...part(
      "codebook",
      ["tag", "meaning"],
      appendix.tags.map((line) => tagRow(line, lang, say)),
    ),
    ...part(
      "checklist",
      ["item", "answer"],
      ITEMS.map((item, at) => [
        plain(`${at + 1}. ${say(`coreq.${item}`)}`, lang),
        plain(answer(item, material, say), lang),
      ]),
    ),
  ];
}

/** The topic guide as a table, the head first. */
export function guideTable(guide: readonly GuideLine[], lang: string, say: Say): readonly (readonly Text[])[] {
  const head = ["question", "asked"].map((key) => plain(say(`appendixColumn.${key}`), lang));
  return [head, ...guide.map((line) => guideRow(line, lang, say))];
}

function guideRow({ question, asked }: GuideLine, lang: string, say: Say): readonly Text[] {
  const guides = asked.map(({ arm, minutes }) =>
    arm === "survey" ? say("askedSurvey") : minutes === null ? say("askedInterview") : say("askedMinutes", { minutes }),
  );
  return [plain(question.words, question.lang), plain([...new Set(guides)].join(", "), lang)];
}

function tagRow({ path, description, include, exclude }: TagLine, lang: string, say: Say): readonly Text[] {
  const own = path.at(-1)?.lang ?? lang;
  const parts = [
    description?.words,
    include && say("useWhen", { words: include.words }),
    exclude && say("notWhen", { words: exclude.words }),
  ].filter((words) => words !== undefined && words !== null && words !== "");
  return [plain(path.map(({ words }) => words).join(" › "), own), plain(parts.join("\n"), description?.lang ?? own)];
}

/** The items in their order, by what they ask. */
const ITEMS = [
  ...([
    "interviewer",
    "credentials",
    "occupation",
    "gender",
    "experience",
    "relationship",
    "knowledge",
    "characteristics",
  ] as const),
  ...(["orientation", "sampling", "approached", "size", "refused", "setting", "others", "sample"] as const),
  ...(["guide", "repeated", "recording", "notes", "duration", "saturation", "returned"] as const),
  ...(["coders", "tree", "derivation", "software", "checking", "quotations", "consistent", "major", "minor"] as const),
] as const;

/** What the data say to an item; the others are the team's to answer. */
function answer(item: (typeof ITEMS)[number], { sample, themes, appendix }: Material, say: Say): string {
  const sub = themes.reduce((sum, theme) => sum + below(theme.themes), 0);
  switch (item) {
    case "size":
      return say("coreqAnswer.size", { organisations: sample.organisations, participants: sample.participants });
    case "notes":
      return say("coreqAnswer.notes", { count: appendix.notes });
    case "saturation":
      return sample.interviews === 0
        ? say("coreqAnswer.team")
        : say("coreqAnswer.saturation", { count: appendix.bare });
    case "coders":
      return say("coreqAnswer.coders", { count: appendix.coders });
    case "tree":
      return say("coreqAnswer.tree", { count: appendix.tags.length });
    case "guide":
      return say("coreqAnswer.guide", { count: appendix.guide.length });
    case "major":
      return say("coreqAnswer.major", { count: themes.length });
    case "minor":
      return say("coreqAnswer.minor", { count: sub });
    case "orientation":
    case "sample":
    case "repeated":
    case "duration":
    case "derivation":
    case "software":
    case "quotations":
    case "consistent":
      return say(`coreqAnswer.${item}`);
    default:
      return say("coreqAnswer.team");
  }
}

function below(themes: Material["themes"]): number {
  return themes.reduce((sum, theme) => sum + 1 + below(theme.themes), 0);
}
