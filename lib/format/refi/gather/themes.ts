/** Themes of the boards that everybody sees, as codes below one that only holds them, or as sets. Rules: docs/spec/refi.md, RF18. */
import { v5 } from "uuid";
import type { BoardRow, ThemeRow } from "#lib/domain/board/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { TextField } from "#lib/domain/tag/shape.ts";
import type { TextKey } from "#lib/domain/tag/draft.ts";
import { codeOf } from "#lib/format/codebook/colour.ts";
import type { Say } from "#lib/format/report/say.ts";
import { describe } from "../description.ts";
import type { PaperCode, PaperSet } from "../paper.ts";
import type { Both, Pen } from "./pen.ts";
import type { Talk } from "./talk.ts";

/** The themes of one board, each with those in it. */
export type BoardThemes = Readonly<{ board: string; themes: readonly PaperCode[] }>;

/** Gathers the themes of these boards, in people's own order. Boards without any are left out. */
export function gatherThemes(
  rows: Rows,
  boards: readonly BoardRow[],
  pen: Pen,
  { notesOn }: Talk,
  sayings: Readonly<{ project: Say; codebook: Say }>,
): readonly BoardThemes[] {
  const code =
    (children: ReadonlyMap<string | null, readonly ThemeRow[]>) =>
    ({ id, hue }: ThemeRow): PaperCode => {
      const said = textsOf(pen, id);
      return {
        id,
        name: said[`name/${pen.lang}`] ?? said["name/en"] ?? said["name/cy"] ?? sayings.project("unnamed"),
        description: describe(said, pen.lang, sayings.codebook),
        colour: codeOf(hue) || null,
        codable: true,
        notes: notesOn(id),
        codes: (children.get(id) ?? []).map(code(children)),
      };
    };
  return boards.flatMap(({ id }) => {
    const themes = rows.related("themesOfBoard", id).toSorted(byOrd);
    const known = new Set(themes.map((theme) => theme.id));
    const children = Map.groupBy(themes, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
    return themes.length === 0 ? [] : [{ board: id, themes: (children.get(null) ?? []).map(code(children)) }];
  });
}

/** One code that holds all themes, those of each board below its name where there are several; null where there are none. */
export function themesAsCode(
  all: readonly BoardThemes[],
  study: string,
  say: Say,
  nameOf: (board: string) => string,
): PaperCode | null {
  if (all.length === 0) return null;
  const [first] = all;
  const codes =
    all.length === 1 && first
      ? first.themes
      : all.map(({ board, themes }) => holder(v5("themes", board), nameOf(board), themes));
  return holder(v5("themes", study), say("themes"), codes);
}

/**
 * Each theme as a set of the tags that its quotes carry, and of the insights that lie in it.
 *
 * @param carried - whether this quote, or insight, is in the file
 * @param order - tag → its place in the codebook
 */
export function themesAsSets(
  rows: Rows,
  all: readonly BoardThemes[],
  carried: (id: string) => boolean,
  order: ReadonlyMap<string, number>,
): readonly PaperSet[] {
  const set = (theme: PaperCode, above: readonly string[]): PaperSet[] => {
    const names = [...above, theme.name];
    const tags = new Set<string>();
    const notes = new Set<string>(theme.notes);
    for (const { quote, insight } of rows.related("cardsOfTheme", theme.id)) {
      if (insight !== null && carried(insight)) notes.add(insight);
      if (quote === null || !carried(quote)) continue;
      for (const { tag } of rows.related("taggingsOfQuote", quote)) if (order.has(tag)) tags.add(tag);
    }
    const codes = [...tags].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const own = {
      id: theme.id,
      name: names.join(" › "),
      description: theme.description,
      codes,
      notes: [...notes].toSorted(),
    };
    return [own, ...theme.codes.flatMap((inner) => set(inner, names))];
  };
  return all.flatMap(({ themes }) => themes.flatMap((theme) => set(theme, [])));
}

function textsOf(pen: Pen, theme: string): Partial<Record<TextKey, string>> {
  const found: Partial<Record<TextKey, string>> = {};
  const put = (field: TextField | "name", said: Both) => {
    for (const own of ["en", "cy"] as const) if (said[own] !== undefined) found[`${field}/${own}`] ??= said[own];
  };
  for (const field of ["name", "include", "exclude", "example"] as const) put(field, pen.inBoth(theme, field));
  put("description", pen.inBoth(theme, "definition"));
  put("description", pen.inBoth(theme, "description"));
  return found;
}

function holder(id: string, name: string, codes: readonly PaperCode[]): PaperCode {
  return { id, name, description: "", colour: null, codable: false, notes: [], codes };
}
