/**
 * A codebook as .csv: gathered from a study's rows and words, veiled, written.
 *
 * One row a tag, a tag before those in it; the same study gives the same bytes. What is written comes in again as what it
 * was (see read.ts). Rules: docs/spec/codebook.md, CB25 to CB28.
 */
import { quotable } from "#lib/domain/participant/consent.ts";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { Plan } from "#lib/domain/identifier/plan.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Hit } from "#lib/domain/report/check.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import type { TagRow } from "#lib/domain/tag/shape.ts";
import { usesOf } from "#lib/domain/tag/use.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import type { Words } from "#lib/format/report/material.ts";
import type { Say } from "#lib/format/report/say.ts";
import { csv } from "#lib/format/report/csv.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { codeOf } from "./colour.ts";
import { guard } from "./guard.ts";
import { joinPath } from "./path.ts";

type Dictionary = Readonly<{
  phrases: ReadonlyMap<string, Words>;
  quotes: ReadonlyMap<string, Excerpt>;
  /** the day on which agreements must hold, `2026-11-27` */
  day: string;
}>;

/** A tag on its way into a file. */
type Line = Readonly<{
  id: string;
  parent: string | null;
  hue: number | null;
  texts: ReadonlyMap<string, Text>; // `name/en`
  quote: Text | null; // the example
  counts: readonly number[];
}>;

/** A codebook before it is bytes. */
export type CodebookPaper = Readonly<{
  lang: Lang;
  /** the languages that somebody wrote in, the file's own first */
  langs: readonly Lang[];
  lines: readonly Line[];
}>;

/** Gathers it, each tag before those in it. Cost: one pass over the rows of the study. */
export function gatherCodebook(rows: Rows, lang: Lang, { phrases, quotes, day }: Dictionary): CodebookPaper {
  const heard = voicesIn(rows);
  const uses = usesOf(rows, heard);
  const other: Lang = lang === "en" ? "cy" : "en";
  const used = new Set<Lang>([lang]);
  const said = (id: string, field: Field, of: Lang): Text | null => {
    const words = phrases.get(rows.live("wording", slot(id, field, of))?.phrase ?? "")?.words.trim() ?? "";
    if (words === "") return null;
    used.add(of);
    return plain(words, of);
  };
  const shown = ({ id, example }: TagRow): Text | null => {
    if (example === null || !rows.live("tagging", `${example}/${id}`)) return null;
    const participant = rows.live("participant", heard.get(example)?.participant ?? "");
    if (participant && !quotable(participant, day)) return null;
    const source = rows.live("source", rows.live("quote", example)?.source ?? "");
    const excerpt = quotes.get(example);
    return excerpt === undefined ? null : plain(excerpt.words, source?.lang ?? lang, excerpt.around);
  };
  const children = new Map<string | null, TagRow[]>();
  for (const tag of [...rows.all("tag")].toSorted(byOrd)) {
    const parent = tag.parent !== null && rows.live("tag", tag.parent) ? tag.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), tag]);
  }
  const lines = (parent: string | null): Line[] =>
    (children.get(parent) ?? []).flatMap((tag) => {
      const texts = new Map<string, Text>();
      for (const field of ["name", ...TEXTS] as const) {
        for (const language of [lang, other]) {
          const text = said(tag.id, field, language);
          if (text) texts.set(`${field}/${language}`, text);
        }
      }
      const {
        quotes: many,
        sources,
        participants,
      } = uses.get(tag.id)?.own ?? { quotes: 0, sources: 0, participants: 0 };
      const line = {
        id: tag.id,
        parent,
        hue: tag.hue,
        texts,
        quote: shown(tag),
        counts: [many, sources, participants],
      };
      return [line, ...lines(tag.id)];
    });
  const all = lines(null);
  return { lang, langs: used.size > 1 ? [lang, other] : [lang], lines: all };
}

/** Lays the overlay over every text, and says what was found where. */
export function veilCodebook(
  paper: CodebookPaper,
  plan: Plan,
): Readonly<{ paper: CodebookPaper; hits: readonly Hit[] }> {
  const hits: Hit[] = [];
  const veiled = (text: Text): Text => {
    const done = veilText(text, "table", plan);
    hits.push(...done.hits);
    return done.text;
  };
  const lines = paper.lines.map((line) => ({
    ...line,
    texts: new Map([...line.texts].map(([key, text]) => [key, veiled(text)])),
    quote: line.quote && veiled(line.quote),
  }));
  return { paper: { ...paper, lines }, hits };
}

/** The same without anybody's words but the researchers' own. */
export function withoutQuotes(paper: CodebookPaper): CodebookPaper {
  return { ...paper, lines: paper.lines.map((line) => ({ ...line, quote: null })) };
}

/**
 * The cells of the file, its headings first.
 *
 * @param holds - all that comes in again, or the words that people wrote about tags and nothing else
 */
export function cellsOf(
  { lang, langs, lines }: CodebookPaper,
  say: Say,
  holds: "all" | "words" = "all",
): readonly (readonly string[])[] {
  const other: Lang = lang === "en" ? "cy" : "en";
  const names = new Map<string, string>();
  const parents = new Map<string, string | null>();
  for (const { id, parent, texts } of lines) {
    const name = texts.get(`name/${lang}`) ?? texts.get(`name/${other}`);
    names.set(id, name ? wordsOf(name) : "");
    parents.set(id, parent);
  }
  const path = (id: string): string[] => {
    const parent = parents.get(id) ?? null;
    return [...(parent === null ? [] : path(parent)), names.get(id) ?? ""];
  };
  const each = (field: string) => langs.map((of) => say("column", { what: say(field), language: say(of) }));
  const all = holds === "all";
  const head = [
    ...(all ? [say("id")] : []),
    say("path"),
    ...each("name"),
    ...(all ? [say("parent"), say("colour")] : []),
    ...TEXTS.flatMap(each),
    ...(all ? ["quote", "quotes", "sources", "participants"].map((key) => say(key)) : []),
  ];
  const body = lines.map(({ id, parent, hue, texts, quote, counts }) => {
    const words = (field: string) =>
      langs.map((of) => {
        const text = texts.get(`${field}/${of}`);
        return text ? wordsOf(text) : "";
      });
    return [
      ...(all ? [id] : []),
      joinPath(path(id)),
      ...words("name"),
      ...(all ? [parent === null ? "" : (names.get(parent) ?? ""), codeOf(hue)] : []),
      ...TEXTS.flatMap(words),
      ...(all ? [quote ? wordsOf(quote) : "", ...counts.map(String)] : []),
    ];
  });
  return [head, ...body];
}

/** The bytes. */
export function writeCodebook(cells: readonly (readonly string[])[]): Uint8Array {
  return csv(cells.map((row) => row.map(guard)));
}
