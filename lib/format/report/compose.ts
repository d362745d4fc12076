/**
 * Writes the report from what the study holds: introduction, problem, definitions, approach, respondents,
 * themes with findings, limitations.
 *
 * Pure: numbers come from `lib/domain/finding`, fixed words from the catalogue that is handed in, people's words as
 * they wrote them. Names are not looked for here; `veil` does that to the whole.
 * Rules: docs/spec/report.md, R1 to R9.
 */
import type { Tally, ThemeCount } from "#lib/domain/finding/count.ts";
import { coarse } from "#lib/domain/finding/coarse.ts";
import type { Respondent, Sample } from "#lib/domain/finding/sample.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";

/** Gives a fixed sentence of the report by its key, in the report's language. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;
/** Words that somebody wrote, in their language. */
export type Words = Readonly<{ lang: string; words: string }>;

export type FindingPart = Readonly<{ statement: Words; supports: readonly Words[]; contradicts: readonly Words[] }>;
export type ThemePart = Readonly<{
  name: Words;
  definition: Words | null;
  count: ThemeCount;
  findings: readonly FindingPart[];
  themes: readonly ThemePart[];
}>;
/** The study's own texts, each in the report's language where it stands in it, else in the other. */
type StudyTexts = Readonly<
  Partial<Record<"introduction" | "problem" | "questions" | "definitions" | "approach" | "limitations", Words>>
>;

export type Material = Readonly<{
  lang: "en" | "cy";
  title: Words;
  texts: StudyTexts;
  sample: Sample;
  /** the names of the organisations that agreed to be listed, and of no other */
  agreed: ReadonlyMap<string, string>;
  roles: readonly Words[];
  themes: readonly ThemePart[];
  /** findings that speak of no theme */
  general: readonly FindingPart[];
}>;

/** Composes the document. Sections without anything to say are left out. */
export function compose(material: Material, say: Say): Report {
  const { lang } = material;
  const own = (key: string, values?: Readonly<Record<string, string | number>>) => plain(say(key, values), lang);
  const heading = (level: 1 | 2 | 3 | 4, text: Text): Block => ({ kind: "heading", level, text });
  const paragraph = (key: string, values?: Readonly<Record<string, string | number>>): Block => ({
    kind: "paragraph",
    text: own(key, values),
  });
  const section = (key: string, blocks: readonly Block[]): Block[] =>
    blocks.length === 0 ? [] : [heading(1, own(key)), ...blocks];
  const { texts, sample } = material;

  return {
    lang,
    title: text(material.title),
    blocks: [
      ...section("introduction", written(texts.introduction)),
      ...section("problem", [
        ...written(texts.problem),
        ...(texts.questions ? [heading(2, own("questions")), ...listed(texts.questions)] : []),
      ]),
      ...section("definitions", defined(texts.definitions)),
      ...section("approach", approach()),
      ...section("respondents", respondents()),
      ...section("findings", findings()),
      ...section("limitations", limitations()),
    ],
  };

  function approach(): Block[] {
    const blocks: Block[] = [];
    const interviewed = sample.interviewed.length;
    if (sample.interviews > 0) {
      blocks.push(
        heading(2, own("interviews")),
        paragraph("spokeTo", { count: interviewed, kinds: kinds(sample.interviewed) }),
      );
      const lengths = list(sample.lengths.map((one) => say("length", { count: one.interviews, minutes: one.minutes })));
      const held = say("interviewCount", { count: sample.interviews });
      blocks.push({
        kind: "paragraph",
        text: plain(lengths === "" ? held : `${held} ${say("interviewLengths", { lengths })}`, lang),
      });
      if (sample.representatives !== null) {
        const { least, most } = sample.representatives;
        blocks.push(
          least === most
            ? paragraph("representativesSame", { count: most })
            : paragraph("representatives", { least, most }),
        );
      }
      if (sample.leaders > 0 && sample.practitioners > 0)
        blocks.push(paragraph("seniorities", { leaders: sample.leaders, practitioners: sample.practitioners }));
      if (material.roles.length > 0) {
        blocks.push(paragraph("roles"), { kind: "list", items: material.roles.map(text) });
      }
    }
    if (sample.responses > 0)
      blocks.push(
        heading(2, own("survey")),
        paragraph("responses", { count: sample.responses, organisations: sample.surveyed.length }),
      );
    if (sample.interviews + sample.responses > 0)
      blocks.push(
        heading(2, own("analysis")),
        paragraph("analysisHow"),
        paragraph("analysisCounts"),
        paragraph("analysisBrackets"),
      );
    blocks.push(...written(texts.approach));
    return blocks;
  }

  function respondents(): Block[] {
    const blocks: Block[] = [];
    if (sample.interviewed.length > 0)
      blocks.push(heading(2, own("interviews")), paragraph("interviewsWith"), ...bodies(sample.interviewed));
    if (sample.surveyed.length > 0)
      blocks.push(heading(2, own("survey")), paragraph("responsesFrom"), ...bodies(sample.surveyed));
    return blocks.length === 0 ? [] : [paragraph("thanks"), ...blocks];
  }

  function bodies(all: readonly Respondent[]): Block[] {
    return byKind(all).flatMap(([kind, some]) => {
      const named = some
        .flatMap((one) =>
          one.named && material.agreed.has(one.organisation)
            ? [{ name: material.agreed.get(one.organisation) ?? "", submissions: one.submissions }]
            : [],
        )
        .toSorted((a, b) => a.name.localeCompare(b.name, lang));
      const anonymous = some.length - named.length;
      return [
        heading(3, own(`kind.${kind}`, { count: some.length })),
        {
          kind: "respondents" as const,
          items: [
            ...named.map(({ name, submissions }) => ({
              name,
              note: submissions > 1 ? own("submissions", { count: submissions }) : null,
            })),
            ...(anonymous > 0
              ? [
                  {
                    name: null,
                    note: some.length === 1 ? own("anonymisedOnly") : own("anonymised", { count: anonymous }),
                  },
                ]
              : []),
          ],
        },
      ];
    });
  }

  function findings(): Block[] {
    const blocks = material.themes.flatMap((theme) => themed(theme, 2));
    const general = material.general.flatMap((finding) => stated(finding));
    if (general.length > 0) blocks.push(heading(2, own("general")), ...general);
    return blocks;
  }

  function themed(theme: ThemePart, level: 2 | 3 | 4): Block[] {
    const under = level === 2 ? 3 : 4;
    return [
      heading(level, text(theme.name)),
      ...written(theme.definition ?? undefined),
      ...support(theme),
      ...theme.findings.flatMap((finding) => stated(finding)),
      ...theme.themes.flatMap((one) => themed(one, under)),
    ];
  }

  function support(theme: ThemePart): Block[] {
    const { interview, survey } = theme.count;
    const parts = [
      ...(interview.of > 0 ? [say("ofInterviewed", { count: interview.organisations, of: interview.of })] : []),
      ...(survey.of > 0 ? [say("ofSurveyed", { count: survey.organisations, of: survey.of })] : []),
    ];
    if (parts.length === 0) return [];
    const rows = [...kindRows("interview", interview), ...kindRows("survey", survey)];
    return [
      { kind: "paragraph", text: plain(say("raisedBy", { parts: list(parts) }), lang) },
      ...(rows.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: plain(say("byKind", { theme: wordsOf(text(theme.name)) }), lang),
              head: [
                own("columnArm"),
                own("columnKind"),
                own("columnOrganisations"),
                own("columnParticipants"),
                own("columnQuotes"),
              ],
              rows,
            },
          ]),
    ];
  }

  function kindRows(arm: "interview" | "survey", tally: Tally): Text[][] {
    return coarse(tally).map((row) => [
      own(arm === "interview" ? "interviews" : "survey"),
      plain(capital(say(row.kind === null ? "kindsTogether" : `kinds.${row.kind}`)), lang),
      own("nOf", { count: row.organisations, of: row.of }),
      plain(String(row.participants), lang),
      plain(String(row.quotes), lang),
    ]);
  }

  function stated(finding: FindingPart): Block[] {
    return [
      ...written(finding.statement, true),
      ...finding.supports.map((quote): Block => ({ kind: "quote", text: text(quote) })),
      ...(finding.contradicts.length === 0 ? [] : [paragraph("otherView", { count: finding.contradicts.length })]),
      ...finding.contradicts.map((quote): Block => ({ kind: "quote", text: text(quote) })),
    ];
  }

  function limitations(): Block[] {
    const computed = sample.limitations.map((one) => {
      if (one.code === "weight")
        return own("limitWeight", { count: one.organisations, of: one.of, kind: say(`kinds.${one.kind}`) });
      if (one.code === "unequal")
        return own("limitUnequal", { lengths: list(one.lengths.map((minutes) => say("minutes", { count: minutes }))) });
      return own("limitFew", { count: one.organisations });
    });
    return [
      ...written(texts.limitations),
      ...(computed.length === 0 ? [] : [{ kind: "list" as const, items: computed }]),
    ];
  }

  function kinds(all: readonly Respondent[]): string {
    return list(byKind(all).map(([kind, some]) => say(`kind.${kind}`, { count: some.length })));
  }

  function list(parts: readonly string[]): string {
    // Node and browsers may differ in `Intl.ListFormat` for Welsh; the catalogue decides instead.
    const last = parts.at(-1);
    if (last === undefined) return "";
    return parts.length === 1 ? last : say("and", { first: parts.slice(0, -1).join(", "), last });
  }
}

/** Respondents by kind, the most frequent kind first, then by the kind's code. */
function byKind(all: readonly Respondent[]): [string, Respondent[]][] {
  const found = new Map<string, Respondent[]>();
  for (const one of all) found.set(one.kind, [...(found.get(one.kind) ?? []), one]);
  return [...found].toSorted(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
}

/** With a capital, to begin a cell. */
function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function text(words: Words): Text {
  return plain(words.words, words.lang);
}

/** Paragraphs and lists of what somebody wrote: a blank line parts paragraphs, a leading dash, star or dot makes a list. */
function written(words: Words | undefined, lead = false): Block[] {
  if (words === undefined) return [];
  const blocks: Block[] = [];
  for (const part of words.words.split(/\r?\n\s*\r?\n/)) {
    let items: Text[] = [];
    let lines: string[] = [];
    const flush = () => {
      if (lines.length > 0) blocks.push({ kind: "paragraph", text: plain(lines.join("\n"), words.lang), lead });
      if (items.length > 0) blocks.push({ kind: "list", items });
      lines = [];
      items = [];
    };
    for (const line of part.split(/\r?\n/)) {
      const item = /^\s*[-*•]\s+(.+)$/u.exec(line);
      if (item) {
        if (lines.length > 0) flush();
        items.push(plain((item[1] ?? "").trim(), words.lang));
      } else if (line.trim() !== "") {
        if (items.length > 0) flush();
        lines.push(line.trim());
      }
    }
    flush();
  }
  return blocks;
}

/** Lines of what somebody wrote as one list: research questions. A single line stays a paragraph. */
function listed(words: Words): Block[] {
  const lines = words.words
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, "").trim())
    .filter((line) => line !== "");
  if (lines.length < 2) return written(words);
  return [{ kind: "list", items: lines.map((line) => plain(line, words.lang)) }];
}

/** Definitions: a line "Term: what it means" becomes a heading and a paragraph. */
function defined(words: Words | undefined): Block[] {
  return written(words).flatMap((block): Block[] => {
    if (block.kind !== "paragraph") return [block];
    return wordsOf(block.text)
      .split("\n")
      .flatMap((line): Block[] => {
        const term = /^([^:.]{2,60}):\s+(.+)$/u.exec(line);
        if (!term) return [{ ...block, text: plain(line, block.text.lang) }];
        return [
          { kind: "heading", level: 2, text: plain(term[1] ?? "", block.text.lang) },
          { kind: "paragraph", text: plain(term[2] ?? "", block.text.lang) },
        ];
      });
  });
}
