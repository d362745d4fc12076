/**
 * A study's analysis as it is told: the themes of the board marked *analysis* in their order, each with what supports it,
 * its quotes and its findings.
 *
 * The findings screen and the report read the same outline, so that they cannot disagree.
 * Rules: docs/spec/counting.md, C4 to C9, C16 to C18.
 */
import { byOrd } from "../order.ts";
import type { RowOf, Rows } from "../study/rows.ts";
import { count } from "./count.ts";
import type { ThemeCount } from "./count.ts";
import { asked } from "./took.ts";
import type { Asked } from "./took.ts";
import { voices } from "./voice.ts";
import type { Voice } from "./voice.ts";

export type ThemeNode = Readonly<{
  id: string;
  depth: number;
  /** ids of the themes from the outermost to this one */
  path: readonly string[];
  count: ThemeCount;
  /** its own quotes in the order of their cards, each once */
  quotes: readonly string[];
  /** the findings that are told here: a finding of several themes stands under the first of them */
  findings: readonly string[];
  themes: readonly ThemeNode[];
}>;

export type Outline = Readonly<{
  themes: readonly ThemeNode[];
  /** findings that speak of no theme that is told */
  general: readonly string[];
  voices: ReadonlyMap<string, Voice>;
  asked: Asked;
}>;

/**
 * Tells the outline of these rows. Retired themes, and what stands in them, are left out.
 *
 * @param on - another board than the one that findings read
 */
export function outline(rows: Rows, on: string | null = null): Outline {
  const list = {
    organisations: [...rows.all("organisation")],
    participants: [...rows.all("participant")],
    sources: [...rows.all("source")],
    speakers: [...rows.all("speaker")],
  };
  const heard = voices({ ...list, quotes: rows.all("quote"), anchors: rows.all("anchor") });
  const took = asked(list);
  const board = on ?? [...rows.all("board")].find((one) => one.analysis)?.id ?? null;
  const themes = [...rows.all("theme")]
    .filter((theme) => theme.board === board && theme.status !== "retired")
    .toSorted(byOrd);
  const cards = [...rows.all("card")].filter((card) => card.board === board).toSorted(byOrd);
  const counts = count({ themes, cards, organisations: list.organisations, voices: heard, asked: took });

  const quotes = new Map<string, Set<string>>();
  for (const card of cards) {
    if (card.theme === null || card.quote === null || !heard.has(card.quote)) continue;
    quotes.set(card.theme, (quotes.get(card.theme) ?? new Set()).add(card.quote));
  }
  const children = new Map<string | null, RowOf<"theme">[]>();
  for (const theme of themes) children.set(theme.parent, [...(children.get(theme.parent) ?? []), theme]);
  const told: string[] = [];
  const tell = (parent: string | null) => {
    for (const theme of children.get(parent) ?? []) {
      told.push(theme.id);
      tell(theme.id);
    }
  };
  tell(null);

  const homes = new Map<string | null, string[]>();
  for (const finding of [...rows.all("finding")].toSorted(byOrd)) {
    const spoken = new Set(rows.related("themesOfFinding", finding.id).map((link) => link.theme));
    const home = told.find((theme) => spoken.has(theme)) ?? null;
    homes.set(home, [...(homes.get(home) ?? []), finding.id]);
  }

  const nodes = (parent: string | null, above: readonly string[]): ThemeNode[] =>
    (children.get(parent) ?? []).flatMap((theme) => {
      const tally = counts.get(theme.id);
      if (tally === undefined) return [];
      const path = [...above, theme.id];
      return [
        {
          id: theme.id,
          depth: above.length,
          path,
          count: tally,
          quotes: [...(quotes.get(theme.id) ?? [])],
          findings: homes.get(theme.id) ?? [],
          themes: nodes(theme.id, path),
        },
      ];
    });
  return { themes: nodes(null, []), general: homes.get(null) ?? [], voices: heard, asked: took };
}

/** Every theme of an outline, each before what stands below it. */
export function flat(themes: readonly ThemeNode[]): readonly ThemeNode[] {
  return themes.flatMap((theme) => [theme, ...flat(theme.themes)]);
}
