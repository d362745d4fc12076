/**
 * Gathers what a report is made of from a study's rows and words.
 *
 * Pure: the rows, the phrases, the quotes' words and the names that agreed to be listed are handed in.
 * Rules: docs/spec/report.md, R3 to R7.
 */
import { byOrd } from "#lib/domain/order.ts";
import type { ReportWish } from "#lib/domain/report/check.ts";
import { quotable } from "#lib/domain/participant/consent.ts";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { flat, outline } from "#lib/domain/finding/outline.ts";
import type { ThemeNode } from "#lib/domain/finding/outline.ts";
import { sample } from "#lib/domain/finding/sample.ts";
import type { Spoken } from "#lib/domain/finding/short.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { editsOf } from "#lib/domain/quote/published.ts";
import { Lang } from "#lib/domain/field.ts";
import { saysIn, translationOf } from "#lib/domain/finding/translation.ts";
import { REPORT_FIELDS } from "#lib/domain/study/shape.ts";
import type { RowOf, Rows } from "#lib/domain/study/rows.ts";
import { attributionOf } from "./beside.ts";
import type { FindingPart, Material, Quoted, ThemePart, Words } from "./material.ts";
import { tagsOf } from "#lib/domain/tag/use.ts";
import { appendixOf } from "./gather-appendix.ts";
import { wordingIn } from "./wording.ts";

/** The words that rows refer to. */
export type Dictionary = Readonly<{
  /** phrase id → words */
  phrases: ReadonlyMap<string, Words>;
  /** quote id → its words, as they stand in the source */
  quotes: ReadonlyMap<string, Excerpt>;
  /** organisation id → name, of those who agreed to be listed only */
  agreed: ReadonlyMap<string, string>;
  /** the day on which agreements must hold, `2026-11-27` */
  day: string;
  /** how much was said in each interview */
  spoken: ReadonlyMap<string, Spoken>;
}>;

/** A quote as one finding publishes it, where it is edited or translated. */
type Published = Readonly<{ statement: Words; use: "supports" | "contradicts"; quote: Quoted }>;

/** One line of the quotes' table. */
export type QuoteLine = Readonly<{
  path: readonly Words[];
  /** as it was said */
  quote: Quoted;
  /** by the findings that edit or translate it, in the order of the report */
  published: readonly Published[];
  /** the names of its tags, in the order of the codebook */
  tags: readonly Words[];
  arm: Voice["arm"];
  use: "supports" | "contradicts" | null;
}>;

export type Gathered = Readonly<{
  material: Material;
  quotes: readonly QuoteLine[];
  /** ids of the quotes in that table, for asking whether their sources were read through */
  listed: readonly string[];
  /** the quotes that findings cite, as they are published, with all translations of that, in whichever language a report is */
  cited: readonly Readonly<{ finding: string; quote: string; words: Quoted; translations: readonly Words[] }>[];
  /** any quote of the study as it was said, and what stands beside it; undefined where no file may hold it */
  said: (quote: string) => Quoted | undefined;
  /** quotes chosen for a finding that no file may hold, as their participants did not agree to be quoted verbatim */
  leftOut: number;
}>;

/** Gathers one language's report. Texts that do not stand in that language stand in the other. */
export function gather(
  rows: Rows,
  study: string,
  { lang, appendices, beside }: ReportWish,
  dictionary: Dictionary,
): Gathered {
  const say = wordingIn(rows, dictionary.phrases, lang);
  const list = {
    organisations: [...rows.all("organisation")],
    participants: [...rows.all("participant")],
    sources: [...rows.all("source")],
    speakers: [...rows.all("speaker")],
    guides: [...rows.all("guide")],
    spoken: dictionary.spoken,
  };
  const told = outline(rows);

  const mayStand = (quote: string) => {
    const participant = told.voices.get(quote)?.participant ?? null;
    const said = participant === null ? undefined : rows.live("participant", participant);
    return participant === null || (said !== undefined && quotable(said, dictionary.day));
  };
  const settings = settingsOf(rows, dictionary.phrases);
  const by = attributionOf(beside, list, settings.thresholds);
  const sources = new Map(list.sources.map((source) => [source.id, source]));
  const wordsOf = (quote: string): Quoted | undefined => {
    const excerpt = dictionary.quotes.get(quote);
    const source = sources.get(rows.live("quote", quote)?.source ?? "");
    return excerpt === undefined || source === undefined || !mayStand(quote)
      ? undefined
      : { lang: source.lang, ...excerpt, by: by(told.voices.get(quote)) };
  };

  /** A quote as this finding publishes it, and its translations. */
  const asPublished = ({
    id,
    quote,
  }: RowOf<"evidence">): Readonly<{ words: Quoted; translations: readonly Words[] }> | undefined => {
    const words = wordsOf(quote);
    const [anchor] = rows.related("anchorsOfQuote", quote);
    if (words === undefined || anchor === undefined) return words && { words, translations: [] };
    const edits = editsOf(rows, id, anchor.revision).map(({ start, end, phrase }) => ({
      start,
      end,
      words: phrase === null ? null : (dictionary.phrases.get(phrase)?.words ?? ""),
    }));
    const translations = Lang.options.flatMap((to) => {
      const row = saysIn(words.lang, to) ? undefined : translationOf(rows, id, anchor.revision, to);
      const said = row && dictionary.phrases.get(row.phrase);
      return said && said.words.trim() !== "" ? [{ lang: to, words: said.words }] : [];
    });
    return { words: { ...words, edits, translation: translations.find((one) => one.lang === lang) }, translations };
  };

  let leftOut = 0;
  const uses = new Map<string, "supports" | "contradicts">();
  const published: Gathered["cited"][number][] = [];
  const edited = new Map<string, Published[]>();
  const part = (finding: string): FindingPart[] => {
    const statement = say(finding, "statement");
    if (statement === undefined) return [];
    const evidence = rows.related("evidenceOfFinding", finding).toSorted(byOrd);
    const cited = (stance: "supports" | "contradicts") =>
      evidence.flatMap((one) => {
        if (one.stance !== stance) return [];
        const told = asPublished(one);
        if (told !== undefined) {
          uses.set(one.quote, stance);
          const { words } = told;
          published.push({ finding, quote: one.quote, ...told });
          if (words.edits?.length || words.translation)
            edited.set(one.quote, [...(edited.get(one.quote) ?? []), { statement, use: stance, quote: words }]);
        } else if (rows.live("quote", one.quote) && !mayStand(one.quote)) leftOut += 1;
        return told?.words ?? [];
      });
    return [
      {
        statement,
        confidence: say(finding, "confidence"),
        supports: cited("supports"),
        contradicts: cited("contradicts"),
      },
    ];
  };

  const themed = (node: ThemeNode): ThemePart[] => {
    const name = say(node.id, "name");
    if (name === undefined) return [];
    return [
      {
        name,
        definition: say(node.id, "definition") ?? null,
        count: node.count,
        findings: node.findings.flatMap(part),
        themes: node.themes.flatMap(themed),
      },
    ];
  };
  const themes = told.themes.flatMap(themed);
  const general = told.general.flatMap(part);
  const described = sample(list);
  const roles = new Map<string, Words>();
  for (const participant of described.voices) {
    const role = say(participant, "role");
    if (role) roles.set(role.words.trim().toLocaleLowerCase(), role);
  }
  const texts = Object.fromEntries(
    REPORT_FIELDS.flatMap((field) => {
      const words = say(study, field);
      return words ? [[field, words] as const] : [];
    }),
  );

  const material: Material = {
    lang,
    title: say(study, "title") ?? { lang, words: lang === "cy" ? "Canfyddiadau" : "Findings" },
    texts,
    sample: described,
    disclosure: settings,
    beside,
    agreed: dictionary.agreed,
    roles: [...roles.values()].toSorted((a, b) => a.words.localeCompare(b.words, lang)),
    themes,
    general,
    appendix: appendixOf(rows, say, appendices),
  };
  const listed: string[] = [];
  const quotes = flat(told.themes).flatMap((theme) => {
    const path = theme.path.flatMap((id) => say(id, "name") ?? []);
    return theme.quotes.flatMap((id): QuoteLine[] => {
      const quote = wordsOf(id);
      if (!quote) return [];
      listed.push(id);
      const tags = tagsOf(rows, id).flatMap((tag) => say(tag, "name") ?? []);
      const arm = told.voices.get(id)?.arm ?? null;
      return [{ path, quote, published: edited.get(id) ?? [], tags, arm, use: uses.get(id) ?? null }];
    });
  });
  return { material, quotes, listed, cited: published, said: wordsOf, leftOut };
}
