/**
 * Graphs of a project as boards: a card for each vertex that stands for a quote or an insight, at its place.
 *
 * In files of ours vertices of codes or sets are themes, and lines say what lies in which. Elsewhere vertices are smaller than cards;
 * they are drawn apart as far as that takes. Rules: docs/spec/refi.md, RF35.
 */
import { FAR, LONGEST_SIDE } from "#lib/domain/field.ts";
import type { Lang } from "#lib/domain/field.ts";
import { SIZES } from "#lib/domain/board/measure.ts";
import { CardSize, DEEPEST } from "#lib/domain/board/shape.ts";
import type { NewCard, NewTheme, ProjectBring } from "#lib/domain/project/word.ts";
import { hueOf } from "#lib/format/codebook/colour.ts";
import { textsOf } from "../read/codes.ts";
import type { Code } from "../read/codes.ts";
import type { CodeSet, Graph, Vertex } from "../read/project.ts";
import type { OpenProject } from "../read/open.ts";
import type { OwnWords } from "./own.ts";
import type { Pen } from "./pen.ts";

type Material = Readonly<{
  /** the language of a file of ours, and its words; null: something else wrote it */
  own: Readonly<{ lang: Lang; words: OwnWords }> | null;
  themes: readonly ThemeSaid[];
  quoteIds: ReadonlyMap<string, string>;
  insightIds: ReadonlyMap<string, string>;
}>;

/** What is said of a theme of ours. */
export type ThemeSaid = Readonly<{ guid: string; name: string; description: string; notes: readonly string[] }>;

/** Themes of a file of ours: codes, or sets, which are called by the way to them. */
export function themesIn(
  codes: readonly Code[],
  sets: readonly CodeSet[],
  graphs: readonly Graph[],
): readonly ThemeSaid[] {
  if (codes.length > 0) return codes;
  const drawn = new Set(graphs.flatMap(({ vertices }) => vertices.map(({ of }) => of)));
  const ways = waysOf(sets.map(({ name }) => name));
  return sets.map((set, at) => {
    const way = ways[at] ?? "";
    const name = way === "" ? set.name : set.name.slice(way.length + 3);
    // What lies in it as a card is an insight; other notes are about it.
    return { guid: set.guid, name, description: set.description, notes: set.notes.filter((note) => !drawn.has(note)) };
  });
}

/** The longest earlier name that each goes on from; empty where there is none. */
function waysOf(names: readonly string[]): readonly string[] {
  const found = names.map(() => "");
  // Sorted by how what goes on from them begins, names stand directly behind all that they go on from.
  const sorted = names
    .map((name, at) => ({ name, at, start: `${name} › ` }))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.at - b.at));
  const above: (typeof sorted)[number][] = [];
  for (const one of sorted) {
    while (!one.start.startsWith(above.at(-1)?.start ?? "")) above.pop();
    found[one.at] = above.findLast(({ at, start }) => at < one.at && one.name.startsWith(start))?.name ?? "";
    above.push(one);
  }
  return found;
}

/** The id of a theme here. */
export function themeId(guid: string, pen: Pick<Pen, "id">): string {
  return pen.id(`theme/${guid}`);
}

export function boardsOf(
  project: OpenProject,
  { own, themes, quoteIds, insightIds }: Material,
  pen: Pen,
): ProjectBring["boards"] {
  const said = new Map(themes.map((theme) => [theme.guid, theme]));
  const placed = new Set<string>();
  const boards = project.graphs.flatMap((graph, at): ProjectBring["boards"][number][] => {
    const scale = own ? 1 : scaleOf(graph);
    const within = own ? linesOf(graph) : new Map<string, string>();
    if (!own) pen.lose("edges", graph.edges.length);
    const drawnAs = new Map(graph.vertices.toReversed().map((vertex) => [vertex.guid, vertex])); // the first of an id
    const themeOf = (vertex: Vertex) => {
      const line = within.get(vertex.guid);
      const above = line === undefined ? undefined : drawnAs.get(line);
      return above && said.has(above.of) ? themeId(above.of, pen) : null;
    };
    const drawn: NewTheme[] = [];
    const cards: NewCard[] = [];
    for (const [n, vertex] of graph.vertices.entries()) {
      const { of } = vertex;
      const [x, y] = [whole(vertex.x * scale), whole(vertex.y * scale)];
      const theme = own ? said.get(of) : undefined;
      const [quote, insight] = [quoteIds.get(of) ?? null, insightIds.get(of) ?? null];
      if (theme && own && !placed.has(of)) {
        placed.add(of);
        const [w, h] = [side(vertex.x2, vertex.x), side(vertex.y2, vertex.y)];
        const hue = hueOf(vertex.colour) ?? 1;
        drawn.push({
          id: themeId(of, pen),
          parent: themeOf(vertex),
          x,
          y,
          w,
          h,
          hue,
          texts: textsFor(theme, own, pen),
        });
      } else if (quote !== null || insight !== null) {
        const card = { id: pen.id(`card/${at}/${n}`), quote, insight: quote === null ? insight : null };
        cards.push({ ...card, theme: themeOf(vertex), x, y, size: own ? sizeOf(vertex) : "m" });
      } else pen.lose("vertices");
    }
    if (!own && cards.length === 0) {
      pen.lose("graphs");
      return [];
    }
    const on = new Set(drawn.map(({ id }) => id));
    const name = own?.words.stands("board", graph.name) ? null : pen.say(graph.name, own?.lang);
    return [
      {
        id: pen.id(`board/${at}`),
        name,
        themes: nested(drawn),
        cards: cards.map((card) => (card.theme !== null && on.has(card.theme) ? card : { ...card, theme: null })),
      },
    ];
  });
  pen.lose("themes", themes.filter(({ guid }) => !placed.has(guid)).length);
  return boards;
}

/** What lies in what, by the lines of a graph of ours: vertex → vertex. */
function linesOf(graph: Graph): Map<string, string> {
  return new Map(graph.edges.map(({ source, target }) => [source, target]));
}

function textsFor(theme: ThemeSaid, own: NonNullable<Material["own"]>, pen: Pen): NewTheme["texts"] {
  if (own.words.stands("theme", theme.name) && theme.description === "") return [];
  const texts = textsOf(theme, theme.name, own.lang, own.lang);
  return (["name", "description", "include", "exclude", "example"] as const).flatMap((field) =>
    (["en", "cy"] as const).flatMap((lang) => {
      const said = pen.say(texts[`${field}/${lang}`] ?? "", lang);
      // What a theme is called in the file’s first text is its definition here.
      return said ? [{ field: field === "description" ? ("definition" as const) : field, ...said }] : [];
    }),
  );
}

/** By how much places are drawn apart: so that a vertex of the usual width is as wide as a card. */
function scaleOf({ vertices }: Graph): number {
  const widths = vertices.flatMap(({ x, x2 }) => (x2 === null || x2 <= x ? [] : [x2 - x])).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? SIZES.m.w;
  return Math.min(4, Math.max(1, SIZES.m.w / usual));
}

function sizeOf({ x, x2 }: Vertex): CardSize {
  return CardSize.options.find((size) => SIZES[size].w === (x2 ?? Number.NaN) - x) ?? "m";
}

function whole(coordinate: number): number {
  return Math.max(-FAR, Math.min(FAR, Math.round(coordinate)));
}

function side(to: number | null, from: number): number {
  return Math.max(1, Math.min(LONGEST_SIDE, (to ?? from) - from));
}

/** Themes that lie in one another as these say, as far as that is no ring and no deeper than themes lie. */
function nested(themes: readonly NewTheme[]): NewTheme[] {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]));
  return themes.map((theme) => {
    const above = new Set<string>();
    for (let at = theme.parent; at !== null && parents.has(at) && !above.has(at); at = parents.get(at) ?? null)
      above.add(at);
    const sound = theme.parent !== null && parents.has(theme.parent) && !above.has(theme.id) && above.size < DEEPEST;
    return sound ? theme : { ...theme, parent: null };
  });
}
