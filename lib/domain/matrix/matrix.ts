/**
 * Themes against something else: in each cell the quotes that are of both, and who said them.
 *
 * Pure; returns ids and numbers, never sentences. Rules: docs/spec/matrix.md, MX3 to MX9.
 */
import { flat, outline } from "../finding/outline.ts";
import type { ThemeNode } from "../finding/outline.ts";
import { took } from "../finding/took.ts";
import { countVoices } from "../finding/voice.ts";
import type { Arm, Voice } from "../finding/voice.ts";
import type { Rows } from "../study/rows.ts";
import { columnsOf, ofParts } from "./axis.ts";
import type { Axis, Column, Ground, Of } from "./axis.ts";

/** Quotes by id in the order of their themes, each once; how many participants and organisations said them. */
export type Cell = Readonly<{ quotes: readonly string[] }> & Of;
export type MatrixRow = Readonly<{ theme: string; depth: number; cells: readonly Cell[]; whole: Cell }>;
/** `of`: all who took part in the arm; by kind of source in either. */
export type Matrix = Readonly<{ columns: readonly Column[]; rows: readonly MatrixRow[]; of: Of }>;

/** What every matrix of a study is counted from, found out once. */
export function groundOf(rows: Rows, roles: ReadonlyMap<string, string>): Ground {
  const told = outline(rows);
  const parts = took({
    sources: rows.all("source"),
    speakers: rows.all("speaker"),
    participants: rows.all("participant"),
  });
  return { rows, roles, parts, voices: told.voices, themes: told.themes };
}

/**
 * Holds themes against one axis.
 *
 * @param arm - whose voices count; by kind of source all do, each in its own column
 */
export function matrix(ground: Ground, axis: Axis, arm: Arm): Matrix {
  const { columns, rest, valuesOf } = columnsOf(ground, axis, arm);
  const counts = (voice: Voice) => axis === "source" || voice.arm === arm;
  const themes = flat(ground.themes).map((node) => ({
    node,
    voices: quotesBelow(node)
      .flatMap((quote) => ground.voices.get(quote) ?? [])
      .filter(counts),
  }));
  const has = new Set(columns.map(({ value }) => value));
  // Where each quote stands is found out once: a quote lies below every theme above its own.
  const placed = new Map(
    themes.flatMap(({ voices }) =>
      voices.map((voice) => {
        const values = valuesOf(voice).filter((value) => has.has(value));
        return [voice.quote, new Set<string | null>(values.length === 0 ? [null] : values)] as const;
      }),
    ),
  );
  const nowhere = [...placed.values()].some((values) => values.has(null));
  const shown: readonly Column[] = nowhere ? [...columns, { value: null, of: rest, times: null }] : columns;
  const mine = ground.parts.filter((part) => axis === "source" || part.arm === arm);
  const rows = themes.map(({ node, voices }) => ({
    theme: node.id,
    depth: node.depth,
    cells: shown.map(({ value }) => cell(voices.filter(({ quote }) => placed.get(quote)?.has(value)))),
    whole: cell(voices),
  }));
  return { columns: shown, rows, of: ofParts(mine) };
}

/** The quotes of a theme and of all below it, each once. */
export function quotesBelow(node: ThemeNode): readonly string[] {
  return [...new Set(flat([node]).flatMap(({ quotes }) => quotes))];
}

/** Counts voices; what is nobody's evidence is a quote and no more. */
export function cell(voices: readonly Voice[]): Cell {
  return { ...countVoices(voices.filter(({ arm }) => arm !== null)), quotes: voices.map(({ quote }) => quote) };
}
