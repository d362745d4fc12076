/**
 * Writes the report from what the study holds: introduction, problem, definitions, approach, respondents,
 * themes with findings, limitations.
 *
 * Pure: numbers come from `lib/domain/finding` and pass `lib/domain/disclosure`, fixed words from the catalogue that is handed in, people's
 * words as they wrote them. Names are not looked for here; `veil` does that to the whole.
 * Rules: docs/spec/report.md, R1 to R9.
 */
import { lowered, THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { PUBLIC_KINDS } from "#lib/domain/organisation/shape.ts";
import { hiddenIn, listsOf, saysKinds, smallerClasses, weightOf } from "./respondents.ts";
import type { Lists } from "./respondents.ts";
import { appendices } from "./appendix.ts";
import { besideWords } from "./beside.ts";
import type { FindingPart, Material, Quoted, ThemePart, Words } from "./material.ts";
import type { Say } from "./say.ts";
import { heard, kindRows, raisedBy, tableOf, uncounted } from "./support.ts";
import type { Heard } from "./support.ts";

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
  const { thresholds, accepted } = material.disclosure;
  const lists = listsOf(sample, material.agreed, material.disclosure);
  const hidden = { interview: hiddenIn(lists.interview), survey: hiddenIn(lists.survey) };

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
      ...section("recommendations", written(texts.recommendations)),
      ...appendices(material, say),
    ],
  };

  function approach(): Block[] {
    const blocks: Block[] = [];
    const interviewed = sample.interviewed.length;
    if (sample.interviews > 0) {
      blocks.push(
        heading(2, own("interviews")),
        saysKinds(lists.interview)
          ? paragraph("spokeTo", { count: interviewed, kinds: list(lists.interview.map(classed)) })
          : paragraph("spokeToAll", { count: interviewed }),
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
      const { leaders, practitioners } = sample;
      if (leaders > 0 && practitioners > 0)
        blocks.push(
          Math.min(leaders, practitioners) < thresholds.people
            ? paragraph("senioritiesBoth")
            : paragraph("seniorities", { leaders, practitioners }),
        );
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
        paragraph("analysisSmall", { organisations: thresholds.organisations, people: thresholds.people }),
        ...uncounted({ interview: interviewed, survey: sample.surveyed.length }, thresholds, say).map(
          (words): Block => ({ kind: "paragraph", text: plain(words, lang) }),
        ),
        ...lower(),
        paragraph("analysisBrackets"),
        ...edited(),
      );
    blocks.push(...written(texts.approach));
    return blocks;
  }

  /** What of this is less strict than usual, each time with the reason that somebody answers for (DC23, DC25). */
  function lower(): Block[] {
    const parts = lowered(thresholds).map((limit) =>
      say(`lower.${limit}`, { now: thresholds[limit], usual: THRESHOLDS[limit] }),
    );
    return [
      ...(parts.length === 0 ? [] : [paragraph("limitsLower", { parts: list(parts) })]),
      ...(parts.length === 0 ? [] : written(material.disclosure.reason ?? undefined)),
      ...smallerClasses(lists, material.disclosure).flatMap((kind) => [
        paragraph("classSmaller", { kind: say(`kinds.${kind}`) }),
        ...written(accepted.get(kind)),
      ]),
    ];
  }

  /** That brackets also mark what was left out and made clear (W8), and that translations are no quotes (W13), where there are any. */
  function edited(): Block[] {
    const all = (theme: ThemePart): readonly FindingPart[] => [...theme.findings, ...theme.themes.flatMap(all)];
    const quotes = [...material.themes.flatMap(all), ...material.general].flatMap((finding) => [
      ...finding.supports,
      ...finding.contradicts,
    ]);
    const count = quotes.filter(({ edits = [] }) => edits.length > 0).length;
    const translated = quotes.filter(({ translation }) => translation).length;
    return [
      ...(count === 0 ? [] : [paragraph("analysisEdited", { count, all: quotes.length })]),
      ...(translated === 0 ? [] : [paragraph("analysisTranslated", { count: translated })]),
      // What stands beside quotes is explained where it stands beside any (R44).
      ...(quotes.some(({ by }) => by) ? [paragraph(`analysisBeside.${material.beside}`)] : []),
    ];
  }

  function respondents(): Block[] {
    const blocks: Block[] = [];
    if (sample.interviewed.length > 0)
      blocks.push(heading(2, own("interviews")), paragraph("interviewsWith"), ...bodies(lists.interview));
    if (sample.surveyed.length > 0)
      blocks.push(heading(2, own("survey")), paragraph("responsesFrom"), ...bodies(lists.survey));
    return blocks.length === 0 ? [] : [paragraph("thanks"), ...blocks];
  }

  function bodies(classes: Lists["interview"]): Block[] {
    return classes.flatMap((one) => {
      const named = one.members
        .flatMap(({ name, submissions }) => (name === null ? [] : [{ name, submissions }]))
        .toSorted((a, b) => a.name.localeCompare(b.name, lang));
      const anonymous = one.members.length - named.length;
      return [
        ...(saysKinds(classes) ? [heading(3, plain(classed(one), lang))] : []),
        {
          kind: "respondents" as const,
          items: [
            ...named.map(({ name, submissions }) => ({
              name,
              note: submissions > 1 ? own("submissions", { count: submissions }) : null,
            })),
            ...(anonymous > 0 ? [{ name: null, note: own("anonymised", { count: anonymous }) }] : []),
          ],
        },
      ];
    });
  }

  /** "7 local authorities", "4 organisations of other kinds". */
  function classed({ kind, members }: Lists["interview"][number]): string {
    return say(kind === null ? "kindsOther" : `kind.${kind}`, { count: members.length });
  }

  function findings(): Block[] {
    const blocks = material.themes.flatMap((theme) => themed(theme, 2, null));
    const general = material.general.flatMap((finding) => stated(finding));
    if (general.length > 0) blocks.push(heading(2, own("general")), ...general);
    return blocks;
  }

  function themed(theme: ThemePart, level: 2 | 3 | 4, above: Heard | null): Block[] {
    const under = level === 2 ? 3 : 4;
    const told = heard(theme.count, above, thresholds);
    const parts = raisedBy(theme.count, told, say);
    // Sub-themes have no table: taken from their theme's, row by row, it would tell who raised the rest.
    const rows = above === null ? kindRows(theme.count, told, hidden, thresholds, say, lang) : [];
    return [
      heading(level, text(theme.name)),
      ...written(theme.definition ?? undefined),
      ...(parts.length === 0 ? [] : [paragraph("raisedBy", { parts: list(parts) })]),
      ...tableOf(say("byKind", { theme: wordsOf(text(theme.name)) }), rows, say, lang),
      ...theme.findings.flatMap((finding) => stated(finding)),
      ...theme.themes.flatMap((one) => themed(one, under, told)),
    ];
  }

  function stated(finding: FindingPart): Block[] {
    return [
      ...written(finding.statement, true),
      ...finding.supports.map(quoted),
      ...(finding.contradicts.length === 0 ? [] : [paragraph("otherView", { count: finding.contradicts.length })]),
      ...finding.contradicts.map(quoted),
      ...written(finding.confidence),
    ];
  }

  function quoted(quote: Quoted): Block {
    return {
      kind: "quote",
      text: text(quote),
      ...(quote.translation && { translation: { label: own("translation"), text: text(quote.translation) } }),
      ...(quote.by && { by: plain(besideWords(quote.by, say), lang) }),
    };
  }

  function limitations(): Block[] {
    const computed: Text[] = sample.limitations.flatMap((one) => {
      if (one.code === "short") return own("limitShort", { count: one.interviews, all: one.of });
      if (one.code === "few") return own("limitFew", { count: one.organisations });
      if (one.code === "unequal")
        return own("limitUnequal", { lengths: list(one.lengths.map((minutes) => say("minutes", { count: minutes }))) });
      const weight = weightOf(one.kind, lists, one.of, thresholds);
      const kind = say(`kinds.${one.kind}`);
      if (weight.says === "numbers") return own("limitWeight", { count: weight.organisations, of: one.of, kind });
      if (weight.says === "nothing") return [];
      return own(weight.says === "half" ? "limitWeightHalf" : "limitWeightLargest", { kind });
    });
    computed.push(...missing(), ...thin());
    return [
      ...written(texts.limitations),
      ...(computed.length === 0 ? [] : [{ kind: "list" as const, items: computed }]),
    ];
  }

  /** Kinds of public body from which nobody took part: told only where every kind that did is, or the gap would tell one (DC12). */
  function missing(): Text[] {
    const classes = [...lists.interview, ...lists.survey];
    const present = new Set(classes.map(({ kind }) => kind));
    if (classes.length === 0 || present.has(null)) return [];
    const absent = PUBLIC_KINDS.filter((kind) => !present.has(kind)).map((kind) => say(`kinds.${kind}`));
    return absent.length === 0 ? [] : [own("limitMissing", { kinds: list(absent) })];
  }

  /** How many themes few organisations raised, in every arm of which a number may be said. */
  function thin(): Text[] {
    const few = material.themes.filter(({ count }) => {
      const told = Object.values(heard(count, null, thresholds)).filter(({ says }) => says !== "nothing");
      return count.quotes > 0 && told.length > 0 && told.every(({ says }) => says === "below");
    });
    return few.length === 0 ? [] : [own("limitThin", { count: few.length, all: material.themes.length })];
  }

  function list(parts: readonly string[]): string {
    // Node and browsers may differ in `Intl.ListFormat` for Welsh; the catalogue decides instead.
    const last = parts.at(-1);
    if (last === undefined) return "";
    return parts.length === 1 ? last : say("and", { first: parts.slice(0, -1).join(", "), last });
  }
}

/** A text before names are looked for. */
export function text({ words, lang, around, edits = [] }: Words): Text {
  return { ...plain(words, lang, around), ...(edits.length > 0 && { edits }) };
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
