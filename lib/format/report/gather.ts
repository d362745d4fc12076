/**
 * Gathers what a report is made of from a study's rows and words.
 *
 * Pure: the rows, the phrases, the quotes' words and the names that agreed to be listed are handed in.
 * Rules: docs/spec/report.md, R3 to R7.
 */
import { asked, count } from "#lib/domain/finding/count.ts";
import { sample } from "#lib/domain/finding/sample.ts";
import { voices } from "#lib/domain/finding/voice.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import type { RowOf, Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { FindingPart, Material, ThemePart, Words } from "./compose.ts";

/** The words that rows refer to. */
export type Dictionary = Readonly<{
  /** phrase id → words */
  phrases: ReadonlyMap<string, Words>;
  /** quote id → its words, as they stand in the source */
  quotes: ReadonlyMap<string, string>;
  /** organisation id → name, of those who agreed to be listed only */
  agreed: ReadonlyMap<string, string>;
}>;

/** One line of the quotes' table. */
export type QuoteLine = Readonly<{ path: readonly Words[]; quote: Words; arm: Voice["arm"]; use: "supports" | "contradicts" | null }>;

export type Gathered = Readonly<{
  material: Material;
  quotes: readonly QuoteLine[];
  /** quotes chosen for a finding that no file may hold, as their participants did not agree to be quoted verbatim */
  leftOut: number;
}>;

/** Gathers one language's report. Texts that do not stand in that language stand in the other. */
export function gather(rows: Rows, study: string, lang: "en" | "cy", dictionary: Dictionary): Gathered {
  const other = lang === "en" ? "cy" : "en";
  const say = (subject: string, field: Field): Words | undefined => {
    for (const one of [lang, other] as const) {
      const phrase = rows.live("wording", slot(subject, field, one))?.phrase;
      const words = phrase ? dictionary.phrases.get(phrase) : undefined;
      if (words && words.words.trim() !== "") return { lang: one, words: words.words };
    }
    return undefined;
  };
  const list = {
    organisations: [...rows.all("organisation")],
    participants: [...rows.all("participant")],
    sources: [...rows.all("source")],
    speakers: [...rows.all("speaker")],
    guides: [...rows.all("guide")],
  };
  const heard = voices({ ...list, quotes: rows.all("quote"), anchors: rows.all("anchor") });
  const board = [...rows.all("board")].find((one) => one.analysis)?.id ?? null;
  const themes = [...rows.all("theme")].filter((theme) => theme.board === board && theme.status !== "retired");
  const cards = [...rows.all("card")].filter((card) => card.board === board);
  const counts = count({ themes, cards, organisations: list.organisations, voices: heard, asked: asked(list) });

  const consents = new Map(list.participants.map((one) => [one.id, one.consent]));
  const mayStand = (quote: string) => {
    const participant = heard.get(quote)?.participant ?? null;
    return participant === null || consents.get(participant) === "verbatim";
  };
  const sources = new Map(list.sources.map((source) => [source.id, source]));
  const wordsOf = (quote: string): Words | undefined => {
    const words = dictionary.quotes.get(quote);
    const source = sources.get(rows.live("quote", quote)?.source ?? "");
    return words === undefined || source === undefined || !mayStand(quote) ? undefined : { lang: source.lang, words };
  };

  let leftOut = 0;
  const uses = new Map<string, "supports" | "contradicts">();
  const part = (finding: RowOf<"finding">): FindingPart | undefined => {
    const statement = say(finding.id, "statement");
    if (statement === undefined) return undefined;
    const evidence = rows.related("evidenceOfFinding", finding.id).toSorted(inOrder);
    const cited = (stance: "supports" | "contradicts") =>
      evidence.flatMap((one) => {
        if (one.stance !== stance) return [];
        const words = wordsOf(one.quote);
        if (words !== undefined) uses.set(one.quote, stance);
        else if (rows.live("quote", one.quote) && !mayStand(one.quote)) leftOut += 1;
        return words ?? [];
      });
    return { statement, supports: cited("supports"), contradicts: cited("contradicts") };
  };

  const walked: string[] = []; // themes in the order in which the report tells them
  const tree = under(null, themes);
  for (const one of tree) walk(one, (theme) => walked.push(theme.id));
  const homes = new Map<string, FindingPart[]>();
  const general: FindingPart[] = [];
  for (const finding of [...rows.all("finding")].toSorted(inOrder)) {
    const told = part(finding);
    if (told === undefined) continue;
    const spoken = new Set(rows.related("themesOfFinding", finding.id).map((link) => link.theme));
    const home = walked.find((theme) => spoken.has(theme));
    if (home === undefined) general.push(told);
    else homes.set(home, [...(homes.get(home) ?? []), told]);
  }

  const themed = (node: Node): ThemePart[] => {
    const tally = counts.get(node.id);
    const name = say(node.id, "name");
    if (tally === undefined || name === undefined) return [];
    return [{ name, definition: say(node.id, "definition") ?? null, count: tally, findings: homes.get(node.id) ?? [], themes: node.under.flatMap(themed) }];
  };
  const described = sample(list);
  const roles = new Map<string, Words>();
  for (const participant of described.voices) {
    const role = say(participant, "role");
    if (role) roles.set(role.words.trim().toLocaleLowerCase(), role);
  }
  const texts = Object.fromEntries(
    (["introduction", "problem", "questions", "definitions", "approach", "limitations"] as const).flatMap((field) => {
      const words = say(study, field);
      return words ? [[field, words] as const] : [];
    }),
  );

  const material: Material = {
    lang,
    title: say(study, "title") ?? { lang, words: lang === "cy" ? "Canfyddiadau" : "Findings" },
    texts,
    sample: described,
    agreed: dictionary.agreed,
    roles: [...roles.values()].toSorted((a, b) => a.words.localeCompare(b.words, lang)),
    themes: tree.flatMap(themed),
    general,
  };
  return { material, quotes: lines(), leftOut };

  function lines(): QuoteLine[] {
    const found: QuoteLine[] = [];
    const pathOf = new Map<string, readonly Words[]>();
    for (const one of tree) walk(one, (theme, path) => pathOf.set(theme.id, path.flatMap((id) => say(id, "name") ?? [])));
    for (const theme of walked) {
      const seen = new Set<string>();
      for (const card of cards.filter((one) => one.theme === theme).toSorted(inOrder)) {
        if (card.quote === null || seen.has(card.quote)) continue;
        seen.add(card.quote);
        const quote = wordsOf(card.quote);
        if (quote) found.push({ path: pathOf.get(theme) ?? [], quote, arm: heard.get(card.quote)?.arm ?? null, use: uses.get(card.quote) ?? null });
      }
    }
    return found;
  }
}

type Node = Readonly<{ id: string; under: readonly Node[] }>;

function under(parent: string | null, themes: readonly Readonly<{ id: string; parent: string | null; ord: string }>[]): Node[] {
  return themes
    .filter((theme) => theme.parent === parent)
    .toSorted(inOrder)
    .map((theme) => ({ id: theme.id, under: under(theme.id, themes) }));
}

function walk(node: Node, visit: (node: Node, path: readonly string[]) => void, path: readonly string[] = []): void {
  const here = [...path, node.id];
  visit(node, here);
  for (const one of node.under) walk(one, visit, here);
}

/** Order keys compare byte by byte. */
function inOrder(a: Readonly<{ ord: string; id: string }>, b: Readonly<{ ord: string; id: string }>): number {
  return a.ord < b.ord ? -1 : a.ord > b.ord ? 1 : a.id < b.id ? -1 : 1;
}
